"""A hostile stream costs a bounded amount, and ends in a typed error or where it should."""

from __future__ import annotations

import gzip
from itertools import chain, repeat
from typing import Any

import anyio
import pytest

from tests.hostile_server.conftest import Peak
from tests.hostile_server.feeds import MEGABYTE, Feed
from tests.hostile_server.readers import Reader, changes, events, lines
from tests.hostile_server.servers import CHUNKED, NESTED, chunks, hostile, packed, whole

LARGEST_EVENT = 64 * MEGABYTE
END = b"0\r\n\r\n"
GOOD = b'{"delta": 1}'
SPACES = packed(b" " * MEGABYTE, 72)


server_sent = pytest.mark.parametrize("reader", [events, changes], indirect=True)
one_of_each = pytest.mark.parametrize("reader", [events, lines], indirect=True)
asynchronous = pytest.mark.parametrize("feed", ["async"], indirect=True)


@one_of_each
def test_a_line_without_end(feed: Feed, reader: Reader, peak: Peak) -> None:
    """A line without end is given up at 64 MiB, in no more memory than twice that."""
    begun = [reader.head + CHUNKED, *chunks(reader.prefix + b" ")]
    spaces = chunks(b" " * 65_536)
    with (
        hostile(lambda: chain(begun, repeat(spaces[0]))) as server,
        pytest.raises(feed.package.APIConnectionError, match=rf"no more events.*{LARGEST_EVENT}"),
    ):
        feed(server, reader)
    assert server.written < 1.5 * LARGEST_EVENT
    assert peak() < 2 * LARGEST_EVENT


def test_an_event_without_end(feed: Feed, peak: Peak) -> None:
    """Data lines that no empty line follows are given up in the same way."""
    reader = events()
    data = chunks(b"data: " + b"x" * 65_529 + b"\n")
    with (
        hostile(lambda: chain([reader.head + CHUNKED], repeat(data[0]))) as server,
        pytest.raises(feed.package.APIConnectionError, match=rf"no more events.*{LARGEST_EVENT}"),
    ):
        feed(server, reader)
    assert server.written < 1.5 * LARGEST_EVENT
    assert peak() < 2 * LARGEST_EVENT


@one_of_each
def test_a_gzip_bomb(feed: Feed, reader: Reader, peak: Peak) -> None:
    """A small answer that unpacks to a line of 72 MiB is given up at 64."""
    with (
        hostile(lambda: whole(SPACES, "Content-Encoding: gzip", start=reader.head)) as server,
        pytest.raises(feed.package.APIConnectionError, match=rf"no more events.*{LARGEST_EVENT}"),
    ):
        feed(server, reader)
    assert peak() < 2 * LARGEST_EVENT


def test_a_bomb_of_events(feed: Feed, reader: Reader, peak: Peak) -> None:
    """Of millions of events in a small answer only those are unpacked that are asked for."""
    bomb = packed(reader.frame(GOOD) * 50_000, 48)
    with hostile(lambda: whole(bomb, "Content-Encoding: gzip", start=reader.head)) as server:
        feed(server, reader.first)
    assert reader.deltas == [1]
    assert peak() < 16 * MEGABYTE


def test_a_slow_drip(feed: Feed, reader: Reader) -> None:
    """Events that come byte by byte are events, though all of them take longer than the timeout."""
    drops = chunks(*(bytes([one]) for one in reader.frame(GOOD, GOOD, GOOD)))
    with hostile(lambda: [reader.head + CHUNKED, *drops, END], pause=0.01) as server:
        feed(server, reader, timeout=0.3)
    assert reader.deltas == [1, 1, 1]


@asynchronous
def test_who_gives_up_a_slow_drip(feed: Feed, reader: Reader) -> None:
    """A task that stops waiting for an event that never ends leaves no connection behind."""
    drop = chunks(b" ")

    async def wait(client: Any) -> bool:
        with anyio.move_on_after(0.3) as scope:
            await reader(client)
        return scope.cancelled_caught

    with hostile(lambda: chain([reader.head + CHUNKED], repeat(drop[0])), pause=0.02) as server:
        assert feed(server, wait)


def test_silence(feed: Feed, reader: Reader) -> None:
    """A stream that falls silent is a timeout, after the events that came."""
    begun = reader.head + CHUNKED + chunks(reader.frame(GOOD))[0]
    with (
        hostile(lambda: [begun, END], pause=60) as server,
        pytest.raises(feed.package.APITimeoutError, match="no more events"),
    ):
        feed(server, reader, timeout=0.2)
    assert reader.deltas == [1]


def test_broken_utf8_in_a_text(feed: Feed, reader: Reader) -> None:
    """Bytes that are no UTF-8 are replaced, as the specification of server-sent events wants it."""
    body = reader.frame(b'{"delta": 1, "text": "a\xff\xfeb"}')
    with hostile(lambda: whole(body, start=reader.head)) as server:
        feed(server, reader)
    assert [part.text for part in reader.seen] == ["a\ufffd\ufffdb"]


@pytest.mark.parametrize(
    "data",
    [
        b"\xff\xfe",
        b'{"delta": NaN}',
        b'{"delta": -Infinity}',
        b'{"delta": ' + b"1" * 5000 + b"}",
        b'{"delta": 1, "text": "\\ud800"}',
        b"[" * MEGABYTE,
        b"null",
    ],
    ids=["bytes", "NaN", "infinity", "huge number", "half a character", "depth", "null"],
)
def test_what_is_no_event(feed: Feed, reader: Reader, data: bytes) -> None:
    """An event that is no JSON, or none that the document knows, is an error where it comes."""
    body = reader.frame(GOOD, data, GOOD)
    with (
        hostile(lambda: whole(body, start=reader.head)) as server,
        pytest.raises(feed.package.APIResponseValidationError),
    ):
        feed(server, reader)
    assert reader.deltas == [1]


def test_a_broken_event_outside_a_block(feed: Feed, reader: Reader) -> None:
    """An error in a stream without end closes it, also where no `with` does."""
    pieces = chunks(reader.frame(GOOD, b"?"), reader.frame(GOOD))
    with (
        hostile(lambda: chain([reader.head + CHUNKED], pieces, repeat(pieces[1]))) as server,
        pytest.raises(feed.package.APIResponseValidationError),
    ):
        feed(server, reader.bare)
    assert reader.deltas == [1]


def test_duplicate_keys(feed: Feed, reader: Reader) -> None:
    """Of two values under one name the last counts."""
    body = reader.frame(b'{"delta": 1, "delta": 2}')
    with hostile(lambda: whole(body, start=reader.head)) as server:
        feed(server, reader)
    assert reader.deltas == [2]


@server_sent
def test_members_of_any_size(feed: Feed, reader: Reader) -> None:
    """Members of an event that nobody can mean are no harm."""
    members = (
        b"retry: " + b"9" * 5000 + b"\nid: " + b"x" * MEGABYTE + b"\nevent: \xff\n: \x00\nno\n"
    )
    with hostile(lambda: whole(members + reader.frame(GOOD), start=reader.head)) as server:
        feed(server, reader)
    assert reader.deltas == [1]


def test_a_long_complaint(feed: Feed, reader: Reader) -> None:
    """An error in the stream has all that the server says, but no more in its message than one reads."""
    said = "x" * MEGABYTE
    body = reader.frame(GOOD, b'{"error": "' + said.encode() + b'"}')
    with (
        hostile(lambda: whole(body, start=reader.head)) as server,
        pytest.raises(feed.package.APIStreamError, match="xxx") as caught,
    ):
        feed(server, reader)
    assert len(str(caught.value)) < 500
    assert caught.value.body == {"error": said}
    assert reader.deltas == [1]


@server_sent
@pytest.mark.parametrize("data", NESTED.values(), ids=NESTED)
def test_a_complaint_of_any_depth(feed: Feed, reader: Reader, data: bytes) -> None:
    """What an event called error says may be nested as deep as one likes."""
    body = reader.frame(GOOD) + b"event: error\n" + reader.frame(data)
    with (
        hostile(lambda: whole(body, start=reader.head)) as server,
        pytest.raises(feed.package.APIStreamError, match="the stream ended with an error"),
    ):
        feed(server, reader)
    assert reader.deltas == [1]


def test_a_connection_that_is_cut(feed: Feed, reader: Reader) -> None:
    """A connection that ends in the middle of an event is an error, after the events that came."""
    parts = chunks(reader.frame(GOOD), reader.frame(GOOD)[:-4])
    with (
        hostile(lambda: [reader.head + CHUNKED, *parts]) as server,
        pytest.raises(feed.package.APIConnectionError, match="no more events"),
    ):
        feed(server, reader)
    assert reader.deltas == [1]


@server_sent
def test_a_stream_of_unknown_length_that_is_cut(feed: Feed, reader: Reader) -> None:
    """Where only the connection's end tells a stream's end, half a server-sent event is none."""
    with hostile(lambda: [reader.head + b"\r\n", reader.frame(GOOD, GOOD)[:-4]]) as server:
        feed(server, reader)
    assert reader.deltas == [1]


@pytest.mark.parametrize("reader", [lines], indirect=True)
def test_lines_of_unknown_length_that_are_cut(feed: Feed, reader: Reader) -> None:
    """Where only the connection's end tells the end of JSON Lines, half a line does not fit."""
    with (
        hostile(lambda: [reader.head + b"\r\n", reader.frame(GOOD, GOOD)[:-4]]) as server,
        pytest.raises(feed.package.APIResponseValidationError),
    ):
        feed(server, reader)
    assert reader.deltas == [1]


def test_what_is_not_packed_as_it_says(feed: Feed, reader: Reader) -> None:
    """A stream that cannot be unpacked is named as that."""
    body = gzip.compress(reader.frame(GOOD))[:10] + b"nothing packed"
    with (
        hostile(lambda: whole(body, "Content-Encoding: gzip", start=reader.head)) as server,
        pytest.raises(feed.package.APIConnectionError, match="an answer that cannot be used"),
    ):
        feed(server, reader)
