"""Where a document says that its server streams unless told otherwise, so does the client."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.support.clients import Clients, each, entered, settled
from tests.support.expected import TESTS, check_text
from tests.support.generation import generate_below, imported
from tests.support.mypy import said_by_mypy
from tests.support.server import RecordingServer

FOLDER = TESTS / "streams" / "default"
SSE = "text/event-stream"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Generate the client of the folder's document."""
    base = tmp_path_factory.mktemp("default")
    return generate_below(base, FOLDER / "document.yaml", "talk")


@pytest.fixture
def server() -> Iterator[RecordingServer]:
    with RecordingServer() as server:
        yield server


@pytest.fixture(params=["sync", "async"])
def call(
    request: pytest.FixtureRequest, folder: Path, server: RecordingServer
) -> Iterator[Clients]:
    with imported(folder) as talk:
        yield Clients(package=talk, url=server.url, is_async=request.param == "async")


@pytest.mark.parametrize(
    ("flag", "sent"), [({}, {"text": "?"}), ({"stream": True}, {"text": "?", "stream": True})]
)
def test_it_streams(call: Clients, server: RecordingServer, flag: Any, sent: Any) -> None:
    """Left out or true, the flag gives a stream, which is what the client asks for."""
    server.reply(chunks=[b'data: {"delta": "a"}\n\n'], content_type=SSE)

    async def ask(client: Any) -> list[str]:
        async with entered(await settled(client.answers.ask(text="?", **flag))) as parts:
            return [part.delta async for part in each(parts)]

    assert call(ask) == ["a"]
    assert (server.request.json, server.request.headers["accept"]) == (sent, SSE)


@pytest.mark.parametrize("flag", [{}, {"stream": None}])
def test_a_flag_of_the_query(call: Clients, server: RecordingServer, flag: Any) -> None:
    """None is as left out, which is what a query makes of it."""
    server.reply(chunks=[b'data: {"delta": "a"}\n\n'], content_type=SSE)

    async def read(client: Any) -> list[str]:
        async with entered(await settled(client.answers.latest(**flag))) as parts:
            return [part.delta async for part in each(parts)]

    assert call(read) == ["a"]
    assert (server.request.query, server.request.headers["accept"]) == ("", SSE)


def test_it_does_not_stream(call: Clients, server: RecordingServer) -> None:
    """With the flag false the answer is whole."""
    server.reply(json={"text": "ab"})
    assert call(lambda client: client.answers.ask(text="?", stream=False)).text == "ab"
    assert server.request.json == {"text": "?", "stream": False}
    assert server.request.headers["accept"] == "application/json"


@pytest.mark.parametrize("path", ["resources/answers.py", "_operations/answers.py"])
def test_what_tells_of_it(folder: Path, path: str) -> None:
    """Signatures and wire facts say that the stream comes unasked."""
    check_text((folder / path).read_text(encoding="utf-8"), FOLDER / "expected" / path)


def test_the_guide_asks_for_what_it_shows(folder: Path) -> None:
    """The first call of the guide has a whole answer, and that for a stream says no more than it must."""
    guide = (folder / "README.md").read_text(encoding="utf-8")
    assert "with client.answers.latest() as stream:" in guide
    assert "client.with_raw_response.answers.latest(stream=False)" in guide


def test_types(folder: Path) -> None:
    """Type checkers know what each call returns, and the client has no type error itself."""
    script = FOLDER / "expected" / "script.py"
    check_text(said_by_mypy(script, folder), FOLDER / "expected" / "script.mypy.txt")
