"""Streams of both clients at a real server: how they begin, go on, break off and end."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator
from contextlib import aclosing
from dataclasses import dataclass
from types import ModuleType
from typing import Any

import anyio
import httpx2
import pytest

from tests.support.clients import each, entered, settled
from tests.support.expected import TESTS
from tests.support.generation import client_of
from tests.support.server import RecordingServer

SSE = "text/event-stream"
LINES = "application/jsonl"
PART = b'data: {"delta": "a"}\n\n'
AT_ONCE = {"Retry-After": "0"}


@dataclass(frozen=True, kw_only=True)
class Chat:
    """Runs an action with a fresh client, which has one connection in all."""

    package: ModuleType
    server: RecordingServer
    backend: str

    def __call__(self, action: Callable[[Any], Awaitable[Any]], **options: Any) -> Any:
        options = {"token": "secret", "base_url": self.server.url, "max_retries": 0, **options}
        backend = "asyncio" if self.backend == "sync" else self.backend
        return anyio.run(self._run, action, options, backend=backend)

    async def _run(self, action: Callable[[Any], Awaitable[Any]], options: dict[str, Any]) -> Any:
        sync = self.backend == "sync"
        kind = self.package.ChatClient if sync else self.package.AsyncChatClient
        http = httpx2.Client if sync else httpx2.AsyncClient
        limits = httpx2.Limits(max_connections=1)
        async with (
            entered(http(limits=limits)) as own,
            entered(kind(http_client=own, **options)) as client,
        ):
            return await action(client)


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    """Generate and import the client of the folder's document."""
    base = tmp_path_factory.mktemp("streams")
    with client_of(TESTS / "streams" / "chat" / "document.yaml", base, "chat") as package:
        yield package


@pytest.fixture(params=["sync", "asyncio", "trio"])
def chat(request: pytest.FixtureRequest, package: ModuleType) -> Iterator[Chat]:
    with RecordingServer() as server:
        yield Chat(package=package, server=server, backend=request.param)


# httpx2 itself leaves a generator to chance when a stream is closed before its end; trio warns.
without_trio = pytest.mark.parametrize("chat", ["sync", "asyncio"], indirect=True)


async def ask(client: Any) -> list[str]:
    async with entered(await settled(client.answers.create(text="?", stream=True))) as parts:
        return [part.delta async for part in each(parts)]


async def read_logs(client: Any) -> list[int]:
    async with entered(await settled(client.answers.logs("1"))) as lines:
        return [line.line async for line in each(lines)]


async def first(client: Any) -> str:
    """Read one part and leave the stream."""
    async with (
        entered(await settled(client.answers.create(text="?", stream=True))) as parts,
        aclosing(each(parts)) as one_by_one,
    ):
        return str((await anext(one_by_one)).delta)


async def latest(client: Any) -> str:
    return str((await settled(client.news.latest())).delta)


@without_trio
def test_the_sentinel_ends_a_stream(chat: Chat) -> None:
    """Nothing that comes after `[DONE]` is an event."""
    chat.server.reply(chunks=[PART, b"data: [DONE]\n\n", PART], content_type=SSE)
    assert chat(ask) == ["a"]


def test_comments_and_pings_are_no_events(chat: Chat) -> None:
    """What keeps a connection alive is not shown, and any line end serves."""
    chat.server.reply(
        chunks=[b": ping\n\n", b"event: ping\n\n", b'data: {"delta": "a"}\r\n\r\n'],
        content_type=f"{SSE}; charset=utf-8",
    )
    assert chat(ask) == ["a"]


def test_lines_are_cut_where_they_end(chat: Chat) -> None:
    """Each line of JSON is a value, wherever the network cuts it; the last needs no end."""
    chat.server.reply(chunks=[b'{"li', b'ne": 1}\n\n{"line"', b": 2}"], content_type=LINES)
    assert chat(read_logs) == [1, 2]


@without_trio
def test_events_come_one_by_one(chat: Chat) -> None:
    """An event is there long before the end of its stream, and leaving frees the connection."""
    chat.server.reply(chunks=[PART] * 600, pause=0.1, content_type=SSE)
    chat.server.reply(json={"delta": "next"})

    async def leave(client: Any) -> tuple[str, str]:
        return await first(client), await latest(client)

    assert chat(leave, timeout=httpx2.Timeout(5, pool=2)) == ("a", "next")


def test_a_stream_read_to_its_end_gives_its_connection_back(chat: Chat) -> None:
    """The call after a stream goes over the same connection."""
    chat.server.reply(chunks=[PART], content_type=SSE).reply(json={"delta": "next"})

    async def both(client: Any) -> tuple[list[str], str]:
        return await ask(client), await latest(client)

    assert chat(both) == (["a"], "next")
    assert chat.server.connections == 1


@without_trio
def test_an_error_in_the_stream(chat: Chat) -> None:
    """An event called `error` is raised where it comes, its words in the message, its JSON kept."""
    sent = b'event: error\ndata: {"message": "too long", "code": 7}\n\n'
    chat.server.reply(chunks=[PART, sent], content_type=SSE, headers={"X-Request-Id": "r1"})
    with pytest.raises(chat.package.APIStreamError, match="too long") as caught:
        chat(ask)
    assert (caught.value.body, caught.value.request_id) == (
        {"message": "too long", "code": 7},
        "r1",
    )


@without_trio
def test_an_event_that_does_not_fit(chat: Chat) -> None:
    """An event that is not what the document says is an error that has it, and frees the connection."""
    chat.server.reply(chunks=[b'data: {"delta": 1}\n\n', PART], content_type=SSE)
    chat.server.reply(json={"delta": "next"})

    async def both(client: Any) -> tuple[Any, str]:
        with pytest.raises(chat.package.APIResponseValidationError) as caught:
            await ask(client)
        return caught.value.body, await latest(client)

    assert chat(both, timeout=httpx2.Timeout(5, pool=2)) == ({"delta": 1}, "next")


def test_lenient_events(chat: Chat) -> None:
    """With validate="lenient" such an event is the model all the same."""
    chat.server.reply(chunks=[b'data: {"delta": [1]}\n\n'], content_type=SSE)
    assert chat(ask, validate="lenient") == [[1]]


def test_before_the_start_a_call_is_repeated(chat: Chat) -> None:
    """Failures before the first byte of a stream are retried as those of any other call."""
    chat.server.reply(503, headers=AT_ONCE).reply(chunks=[PART], content_type=SSE)
    assert chat(ask, max_retries=1) == ["a"]


def test_after_the_start_nothing_is_repeated(chat: Chat) -> None:
    """A stream that breaks off is an APIConnectionError after the events that came."""
    chat.server.reply(
        body=PART + b"data: {", headers={"Content-Type": SSE}, cut_after=len(PART) + 3
    )
    seen: list[str] = []

    async def note(client: Any) -> None:
        async with entered(await settled(client.answers.create(text="?", stream=True))) as parts:
            async for part in each(parts):
                seen.append(part.delta)  # noqa: PERF401 - what came counts, though it breaks off

    with pytest.raises(chat.package.APIConnectionError, match="no more events"):
        chat(note, max_retries=2)
    assert seen == ["a"]
    assert len(chat.server.requests) == 1


def test_a_stream_may_take_longer_than_a_call(chat: Chat) -> None:
    """`timeout` limits the wait for the next bytes, not the whole."""
    chat.server.reply(chunks=[PART] * 4, pause=0.2, content_type=SSE)
    assert chat(ask, timeout=0.5) == ["a"] * 4


def test_a_silent_stream_is_a_timeout(chat: Chat) -> None:
    """When nothing comes in time, the stream ends with an APITimeoutError."""
    chat.server.reply(chunks=[PART, PART], pause=3, content_type=SSE)
    with pytest.raises(chat.package.APITimeoutError):
        chat(ask, timeout=0.2)


def test_an_answer_that_is_no_stream(chat: Chat) -> None:
    """A success of another media type is an error that has the answer, and frees the connection."""
    chat.server.reply(json={"text": "whole"}).reply(json={"delta": "next"})

    async def both(client: Any) -> tuple[Any, str]:
        with pytest.raises(chat.package.APIResponseValidationError) as caught:
            await ask(client)
        return caught.value.body, await latest(client)

    assert chat(both, timeout=httpx2.Timeout(5, pool=2)) == ({"text": "whole"}, "next")


def test_no_content_is_no_event(chat: Chat) -> None:
    """A 204 is a stream that is at its end."""
    chat.server.reply(204)
    assert chat(ask) == []


def test_a_stream_tells_of_its_answer(chat: Chat) -> None:
    """Status, headers and request id are there before the first event."""
    chat.server.reply(chunks=[PART], content_type=SSE, headers={"X-Request-Id": "r1"})

    async def look(client: Any) -> tuple[Any, ...]:
        async with entered(await settled(client.answers.create(text="?", stream=True))) as parts:
            found = parts.status_code, parts.headers["content-type"], parts.request_id
            return *found, [part.delta async for part in each(parts)]

    assert chat(look) == (200, SSE, "r1", ["a"])


def test_a_refused_token_is_renewed_before_the_start(chat: Chat) -> None:
    """A function is asked for another token when the server refuses to stream with the first."""
    tokens = iter(["old", "new"])
    chat.server.reply(401).reply(chunks=[PART], content_type=SSE)
    assert chat(ask, token=lambda: next(tokens)) == ["a"]
    assert [one.headers["authorization"] for one in chat.server.requests] == [
        "Bearer old",
        "Bearer new",
    ]


@pytest.mark.parametrize("chat", ["asyncio"], indirect=True)
def test_a_reader_that_is_cancelled(chat: Chat) -> None:
    """Who stops waiting for the next event leaves no connection behind."""
    chat.server.reply(chunks=[PART, PART], pause=60, content_type=SSE)
    chat.server.reply(json={"delta": "next"})

    async def give_up(client: Any) -> str:
        with anyio.move_on_after(0.3):
            await ask(client)
        return await latest(client)

    assert chat(give_up, timeout=httpx2.Timeout(5, pool=2)) == "next"
