"""Where there should be a stream there is something else, without end or elsewhere."""

from __future__ import annotations

from itertools import chain, repeat

import pytest

from tests.hostile_server.conftest import Peak
from tests.hostile_server.feeds import KEY, LARGEST, MEGABYTE, Feed
from tests.hostile_server.readers import Reader, changes, events
from tests.hostile_server.servers import CHUNKED, chunks, head, hostile, whole

SPACES = chunks(b" " * 65_536)[0]

server_sent = pytest.mark.parametrize("reader", [events, changes], indirect=True)


@pytest.mark.parametrize("content_type", ["text/html", "image/png", "application/json"])
def test_another_content_type(feed: Feed, reader: Reader, content_type: str) -> None:
    """A success of another content type is an answer that does not fit, and no event."""
    with (
        hostile(lambda: whole(b"<html>\xff", start=head(content_type))) as server,
        pytest.raises(feed.package.APIResponseValidationError, match=content_type),
    ):
        feed(server, reader)
    assert reader.seen == []


@server_sent
def test_another_content_type_without_end(feed: Feed, reader: Reader, peak: Peak) -> None:
    """What is no stream is read as a whole, and has the limit of such answers."""
    begun = head("text/html") + CHUNKED
    with (
        hostile(lambda: chain([begun], repeat(SPACES))) as server,
        pytest.raises(feed.package.APIConnectionError, match=f"larger than {LARGEST} bytes"),
    ):
        feed(server, reader)
    assert peak() < 3 * LARGEST


def test_a_failure_without_end(feed: Feed, reader: Reader, peak: Peak) -> None:
    """The body of an error status has that limit, too."""
    begun = head(reader.media_type, status="500 Internal Server Error") + CHUNKED
    with (
        hostile(lambda: chain([begun], repeat(SPACES))) as server,
        pytest.raises(feed.package.APIConnectionError, match=f"larger than {LARGEST} bytes"),
    ):
        feed(server, reader)
    assert peak() < 3 * LARGEST


def test_another_content_type_that_drips(feed: Feed) -> None:
    """What is no stream has the time that other answers have."""
    begun, drop = head("text/html") + CHUNKED, chunks(b" ")[0]
    with (
        hostile(lambda: chain([begun], repeat(drop)), pause=0.05) as server,
        pytest.raises(feed.package.APITimeoutError, match=r"longer than 0\.3 s"),
    ):
        feed(server, events(), timeout=0.3)


def test_headers_without_end(feed: Feed, reader: Reader) -> None:
    """Headers without end are given up before there is a stream."""
    more = b"X-More: " + b"x" * 1000 + b"\r\n"
    with (
        hostile(lambda: chain([reader.head], repeat(more))) as server,
        pytest.raises(feed.package.APIConnectionError, match="no answer"),
    ):
        feed(server, reader)
    assert server.written < 16 * MEGABYTE


@pytest.mark.parametrize("status", ["301 X", "302 X", "303 X", "307 X", "308 X"])
def test_a_redirect_to_another_host(feed: Feed, reader: Reader, status: str) -> None:
    """A stream that is elsewhere is an error; nothing goes there, and the error shows no key."""
    with hostile(lambda: whole(reader.frame(b'{"delta": 1}'), start=reader.head)) as elsewhere:
        answer = whole(b"", f"Location: {elsewhere.url}/", start=head("a/b", status=status))
        with (
            hostile(lambda: answer) as server,
            pytest.raises(feed.package.APIStatusError, match="not redirected to") as caught,
        ):
            feed(server, reader)
    assert elsewhere.connections == 0
    assert KEY not in str(caught.value)


def test_redirects_in_a_circle(feed: Feed, reader: Reader) -> None:
    """Redirects of a stream to itself end after ten."""
    answer = whole(b"", "Location: ?again", start=head("a/b", status="307 X"))
    with (
        hostile(lambda: answer) as server,
        pytest.raises(feed.package.APIStatusError, match="307"),
    ):
        feed(server, reader)
    assert server.connections == 11 + 1  # the last one tells that the connection is free
