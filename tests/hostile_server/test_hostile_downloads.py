"""A hostile download costs constant memory, and leaves a whole file or none."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import aclosing
from itertools import chain, repeat
from pathlib import Path
from typing import Any

import anyio
import pytest

from tests.hostile_server.conftest import Peak
from tests.hostile_server.feeds import KEY, LARGEST, MEGABYTE, Action, Feed
from tests.hostile_server.servers import CHUNKED, chunks, head, hostile, packed, whole
from tests.support.clients import each, entered, settled

PDF = head("application/pdf")
SIZE = 64 * MEGABYTE
BOMB = packed((b"x" * 1023 + b"\n") * 1024, 64)
LONG = whole(b"x" * (LARGEST + 1), start=PDF)
LONG_PACKED = whole(packed(b"x" * MEGABYTE, 64), "Content-Encoding: gzip", start=PDF)
SPACES = chunks(b" " * 65_536)[0]

Way = Callable[[Any, Path], Awaitable[int]]


class _EnoughError(Exception):
    pass


async def iter_bytes(response: Any, target: Path) -> int:
    """Count the bytes."""
    return sum([len(chunk) async for chunk in each(response.iter_bytes())])


async def iter_lines(response: Any, target: Path) -> int:
    """Count the bytes of the lines and of their ends."""
    return sum([len(line) + 1 async for line in each(response.iter_lines())])


async def save(response: Any, target: Path) -> int:
    """Save to a file, and return its size."""
    await settled(response.save(target))
    return (await anyio.Path(target).stat()).st_size


async def read(response: Any, target: Path) -> int:
    """Read at once, and return how much it is."""
    return len((await settled(response.read())).content)


@pytest.fixture(params=[iter_bytes, iter_lines, save, read])
def way(request: pytest.FixtureRequest) -> Way:
    found: Way = request.param
    return found


streaming = pytest.mark.parametrize("way", [iter_bytes, iter_lines, save], indirect=True)


def taking(way: Way, target: Path) -> Action:
    """Download in one of the ways."""

    async def action(client: Any) -> int:
        async with entered(client.with_streaming_response.files.scan()) as response:
            return await way(response, target)

    return action


def saving(target: Path, progress: Any) -> Action:
    """Download to a file, watched by a callback."""

    async def action(client: Any) -> None:
        async with entered(client.with_streaming_response.files.scan()) as response:
            await settled(response.save(target, progress=progress))

    return action


@pytest.mark.parametrize(
    "answer",
    [
        [PDF, b"Content-Length: 100\r\n\r\n%PDF"],
        [PDF + CHUNKED, *chunks(b"%PDF")],
        [PDF + CHUNKED, *chunks(b"%PDF"), b"64\r\n%PDF"],
    ],
    ids=["of its length", "between its chunks", "in a chunk"],
)
def test_a_body_that_is_cut(feed: Feed, way: Way, tmp_path: Path, answer: list[bytes]) -> None:
    """A body that ends too early is an error, and no file is left."""
    with (
        hostile(lambda: answer) as server,
        pytest.raises(feed.package.APIConnectionError, match="no more of the answer"),
    ):
        feed(server, taking(way, tmp_path / "scan.pdf"))
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_cut(feed: Feed, tmp_path: Path) -> None:
    """What was written before the cut is removed, and the file of before is as it was."""
    target = tmp_path / "scan.pdf"
    target.write_bytes(b"old")
    files: list[int] = []
    with (
        hostile(lambda: [PDF + CHUNKED, SPACES, SPACES]) as server,
        pytest.raises(feed.package.APIConnectionError, match="no more of the answer"),
    ):
        feed(server, saving(target, lambda *_: files.append(len(list(tmp_path.iterdir())))))
    assert set(files) == {2}
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("scan.pdf", b"old")]


@streaming
def test_a_gzip_bomb(feed: Feed, way: Way, tmp_path: Path, peak: Peak) -> None:
    """A small answer that unpacks to 64 MiB costs no more memory than any other."""
    with hostile(lambda: whole(BOMB, "Content-Encoding: gzip", start=PDF)) as server:
        assert feed(server, taking(way, tmp_path / "scan.pdf")) == SIZE
    assert peak() < 16 * MEGABYTE


@pytest.mark.parametrize("way", [iter_lines, read], indirect=True)
@pytest.mark.parametrize("answer", [LONG, LONG_PACKED], ids=["plain", "packed"])
def test_what_is_held_in_memory(
    feed: Feed, way: Way, tmp_path: Path, peak: Peak, answer: list[bytes]
) -> None:
    """A line, or a body that is read at once, is given up at the largest size of an answer."""
    with (
        hostile(lambda: answer) as server,
        pytest.raises(feed.package.APIConnectionError, match=f"more than {LARGEST} bytes"),
    ):
        feed(server, taking(way, tmp_path / "scan.pdf"))
    assert peak() < 3 * LARGEST


def test_what_may_be_held_in_memory(feed: Feed, tmp_path: Path) -> None:
    """Lines of the largest size are lines, however many they are."""
    body = (b"x" * (LARGEST - 1) + b"\n") * 3
    with hostile(lambda: whole(body, start=PDF)) as server:
        assert feed(server, taking(iter_lines, tmp_path / "scan.pdf")) == 3 * LARGEST


def test_what_is_not_packed_as_it_says(feed: Feed, way: Way, tmp_path: Path) -> None:
    """A body that cannot be unpacked is named as that, and no file is left."""
    body = packed(b"%PDF", 1)[:10] + b"nothing packed"
    with (
        hostile(lambda: whole(body, "Content-Encoding: gzip", start=PDF)) as server,
        pytest.raises(feed.package.APIConnectionError, match="an answer that cannot be used"),
    ):
        feed(server, taking(way, tmp_path / "scan.pdf"))
    assert list(tmp_path.iterdir()) == []


def test_a_body_that_is_longer_than_it_says(feed: Feed, way: Way, tmp_path: Path) -> None:
    """What follows the declared length is no part of the body, nor of the next answer."""
    forged = b"\n".join(whole(b'{"alive": false}'))
    with hostile(lambda: [PDF, b"Content-Length: 5\r\n\r\n%PDF\n", forged]) as server:
        assert feed(server, taking(way, tmp_path / "scan.pdf")) == 5


def test_silence(feed: Feed, way: Way, tmp_path: Path) -> None:
    """A body that stops coming is a timeout, and no file is left."""
    begun = PDF + CHUNKED + chunks(b"%PDF\n")[0]
    with (
        hostile(lambda: [begun, b"0\r\n\r\n"], pause=60) as server,
        pytest.raises(feed.package.APITimeoutError, match="no more of the answer"),
    ):
        feed(server, taking(way, tmp_path / "scan.pdf"), timeout=0.2)
    assert list(tmp_path.iterdir()) == []


def test_who_has_enough_of_a_slow_drip(feed: Feed, tmp_path: Path) -> None:
    """An exception of the callback ends a download, and no file is left."""
    steps = iter([None] * 9)

    def enough(*_: object) -> None:
        if next(steps, _EnoughError) is _EnoughError:
            raise _EnoughError

    with (
        hostile(lambda: chain([PDF + CHUNKED], repeat(b"1\r\nx\r\n")), pause=0.01) as server,
        pytest.raises(_EnoughError),
    ):
        feed(server, saving(tmp_path / "scan.pdf", enough))
    assert list(steps) == []
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("feed", ["async"], indirect=True)
def test_who_waits_no_longer_for_a_slow_drip(feed: Feed, way: Way, tmp_path: Path) -> None:
    """A task that is cancelled leaves neither a file nor a connection."""

    async def wait(client: Any) -> None:
        await asyncio.wait_for(taking(way, tmp_path / "scan.pdf")(client), 0.3)

    with (
        hostile(lambda: chain([PDF + CHUNKED], repeat(b"1\r\nx\r\n")), pause=0.01) as server,
        pytest.raises(TimeoutError),
    ):
        feed(server, wait)
    assert list(tmp_path.iterdir()) == []


def test_leaving_a_body_without_end(feed: Feed) -> None:
    """Who leaves after the first bytes gets no more than what the sockets held."""

    async def first(client: Any) -> int:
        async with (
            entered(client.with_streaming_response.files.scan()) as response,
            aclosing(each(response.iter_bytes())) as pieces,
        ):
            return len(await anext(pieces))

    with hostile(lambda: chain([PDF + CHUNKED], repeat(SPACES))) as server:
        assert 0 < feed(server, first) <= 65_536
    assert server.written < 16 * MEGABYTE


def test_leaving_a_body_unread(feed: Feed) -> None:
    """Who only looks at the status of a body without end leaves no connection behind."""

    async def look(client: Any) -> int:
        async with entered(client.with_streaming_response.files.scan()) as response:
            return int(response.status_code)

    with hostile(lambda: chain([PDF + CHUNKED], repeat(SPACES))) as server:
        assert feed(server, look) == 200
    assert server.written < 16 * MEGABYTE


def test_a_failure_without_end(feed: Feed, way: Way, tmp_path: Path, peak: Peak) -> None:
    """The body of an error status is no download: it is read as a whole, and has a limit."""
    begun = head("application/pdf", status="500 Internal Server Error") + CHUNKED
    with (
        hostile(lambda: chain([begun], repeat(SPACES))) as server,
        pytest.raises(feed.package.APIConnectionError, match=f"larger than {LARGEST} bytes"),
    ):
        feed(server, taking(way, tmp_path / "scan.pdf"))
    assert list(tmp_path.iterdir()) == []
    assert peak() < 3 * LARGEST


@pytest.mark.parametrize("status", ["301 X", "302 X", "303 X", "307 X", "308 X"])
def test_a_redirect_to_another_host(feed: Feed, tmp_path: Path, status: str) -> None:
    """A download that is elsewhere is an error; nothing goes there, and the error shows no key."""
    with hostile(lambda: whole(b"%PDF", start=PDF)) as elsewhere:
        answer = whole(b"", f"Location: {elsewhere.url}/", start=head("a/b", status=status))
        with (
            hostile(lambda: answer) as server,
            pytest.raises(feed.package.APIStatusError, match="not redirected to") as caught,
        ):
            feed(server, taking(save, tmp_path / "scan.pdf"))
    assert elsewhere.connections == 0
    assert KEY not in str(caught.value)
    assert list(tmp_path.iterdir()) == []
