"""Operations that stream: signatures, wire facts, types and behaviour."""

from __future__ import annotations

import asyncio
import importlib
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.support.expected import TESTS, check_json, check_text
from tests.support.generation import generate, generate_below, imported
from tests.support.mypy import said_by_mypy
from tests.support.server import RecordingServer

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

FOLDER = TESTS / "streams" / "chat"
SSE = "text/event-stream"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Generate the client of the folder's document."""
    base = tmp_path_factory.mktemp("streams")
    return generate_below(base, FOLDER / "document.yaml", "chat")


@pytest.fixture
def chat(folder: Path) -> Iterator[ModuleType]:
    with imported(folder) as package:
        yield package


@pytest.fixture
def server() -> Iterator[RecordingServer]:
    with RecordingServer() as server:
        yield server


@pytest.fixture
def client(chat: ModuleType, server: RecordingServer) -> Iterator[Any]:
    with chat.ChatClient(token="secret", base_url=server.url) as client:
        yield client


@pytest.mark.parametrize("name", ["answers", "news", "weather"])
@pytest.mark.parametrize("package", ["resources", "_operations"])
def test_modules(folder: Path, package: str, name: str) -> None:
    """A streaming operation has its event's type, and one with a flag an overload for each answer."""
    path = f"{package}/{name}.py"
    check_text((folder / path).read_text(), FOLDER / "expected" / path)


def test_what_else_tells_of_streams(folder: Path) -> None:
    """Manifest, reference, guide and raw responses know which operations stream."""
    manifest = json.loads((folder / "manifest.json").read_text())
    streams = {one["call"]: one["stream"] for one in manifest["operations"]}
    check_json(streams, FOLDER / "expected" / "streams.json")
    check_text((folder / "api.md").read_text(), FOLDER / "expected" / "api.md")
    check_text((folder / "README.md").read_text(), FOLDER / "expected" / "README.md")
    check_text((folder / "raw_responses.py").read_text(), FOLDER / "expected" / "raw_responses.py")


def test_a_client_without_streams_has_no_module_for_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only clients that stream carry the runtime for it, and show its names."""
    monkeypatch.chdir(tmp_path)
    plain = generate(TESTS / "webhooks" / "payloads" / "document.yaml", tmp_path / "plain")
    runtime = {path.name for path in (plain / "_runtime").iterdir()}
    assert runtime & {"events.py", "streaming.py"} == set()
    assert "Stream" not in (plain / "__init__.py").read_text()


def test_a_client_that_streams_shows_the_names(chat: ModuleType) -> None:
    """The types of streams and their error can be imported from the package."""
    streaming = importlib.import_module("chat._runtime.streaming")
    assert (chat.Stream, chat.AsyncStream) == (streaming.Stream, streaming.AsyncStream)
    assert issubclass(chat.APIStreamError, chat.APIError)


def test_the_flag_chooses(client: Any, server: RecordingServer) -> None:
    """The same call answers with a stream or as a whole, and asks for what it wants."""
    server.reply(chunks=[b'data: {"delta": "a"}\n\n', b"data: [DONE]\n\n"], content_type=SSE)
    server.reply(json={"text": "ab"})
    with client.answers.create(text="?", stream=True) as parts:
        assert [part.delta for part in parts] == ["a"]
    assert client.answers.create(text="?").text == "ab"
    assert [one.headers["accept"] for one in server.requests] == [SSE, "application/json"]
    assert [one.json for one in server.requests] == [{"text": "?", "stream": True}, {"text": "?"}]


def test_asynchronous_streams(chat: ModuleType, server: RecordingServer) -> None:
    """The asynchronous client awaits the stream and iterates over it."""
    server.reply(chunks=[b'data: {"delta": "a"}\n\n'], content_type=SSE)

    async def deltas() -> list[str]:
        async with (
            chat.AsyncChatClient(token="secret", base_url=server.url) as client,
            await client.answers.create(text="?", stream=True) as parts,
        ):
            return [part.delta async for part in parts]

    assert asyncio.run(deltas()) == ["a"]


@pytest.mark.parametrize(
    ("name", "content_type", "sent", "expected"),
    [
        (
            "changes",
            SSE,
            b'event: new\ndata: {"delta": "a"}\n\n',
            {"event": "new", "data": {"delta": "a"}},
        ),
        ("logs", "application/jsonl", b'{"line": 1}\n', {"line": 1}),
        (
            "progress",
            SSE,
            b'data: {"delta": "a"}\n\n',
            {"event": "message", "data": {"delta": "a"}},
        ),
        ("words", SSE, b"id: 7\ndata: 12\n\n", {"id": "7", "data": "12"}),
    ],
)
def test_events_are_models(  # noqa: PLR0917
    client: Any, server: RecordingServer, name: str, content_type: str, sent: bytes, expected: Any
) -> None:
    """What the document says of an event, of its data or of a line is what the stream yields."""
    server.reply(chunks=[sent], content_type=content_type)
    [event] = getattr(client.answers, name)("1")
    assert event.model_dump(exclude_unset=True) == expected


def test_an_event_that_nobody_describes(client: Any, server: RecordingServer) -> None:
    """An event without a schema is what came."""
    server.reply(chunks=[b"event: flash\ndata: hot\n\n"], content_type=SSE)
    [event] = client.news.listen()
    assert (event.event, event.data) == ("flash", "hot")


def test_a_query_parameter_may_be_the_flag(client: Any, server: RecordingServer) -> None:
    """A boolean query parameter called `stream` chooses as well."""
    server.reply(chunks=[b'{"delta": "a"}\n'], content_type="application/x-ndjson")
    [part] = client.weather.read(stream=True)
    assert (part.delta, server.request.query) == ("a", "stream=true")


def test_an_error_is_raised_by_the_call(
    client: Any, chat: ModuleType, server: RecordingServer
) -> None:
    """An error status is raised before there is a stream, with its body parsed."""
    server.reply(429, json={"message": "later"})
    with pytest.raises(chat.RateLimitError, match="later") as caught:
        client.answers.create(text="?", stream=True)
    assert caught.value.body.message == "later"


def test_types(folder: Path) -> None:
    """Type checkers know what each call returns, and the client has no type error itself."""
    script = FOLDER / "expected" / "script.py"
    check_text(said_by_mypy(script, folder), FOLDER / "expected" / "script.mypy.txt")
