"""The configuration corrects what a document says of lists and streams, or does not say."""

from __future__ import annotations

import asyncio
import importlib
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from generator.config import read_config
from generator.diagnostics import UsageError
from generator.pipeline import run
from generator.runs import Options
from tests.runtime.helpers import everything
from tests.support.generation import imported
from tests.support.server import RecordingServer

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

CHAT = Path(__file__).parent / "chat"
SSE = "text/event-stream"
A, B = {"id": "a"}, {"id": "b"}


def make(folder: Path, configuration: str) -> Path:
    """Generate the client of the folder's document with a configuration."""
    shutil.copy(CHAT / "document.yaml", folder)
    folder.joinpath("clientwright.toml").write_text(configuration, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        run(read_config().clients[0], Options())
    return folder / "chat"


@pytest.fixture(scope="module")
def chat(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    folder = tmp_path_factory.mktemp("corrections")
    made = make(folder, CHAT.joinpath("clientwright.toml").read_text(encoding="utf-8"))
    with imported(made) as package:
        yield package


@pytest.fixture
def server() -> Iterator[RecordingServer]:
    with RecordingServer() as server:
        yield server


@pytest.fixture
def client(chat: ModuleType, server: RecordingServer) -> Iterator[Any]:
    with chat.ChatClient(base_url=server.url) as client:
        yield client


def test_a_list_has_the_pages_that_the_configuration_says(
    client: Any, server: RecordingServer
) -> None:
    """A list of which only prose says how it goes on is followed."""
    server.reply(json=[A, B]).reply(json=[])
    assert [one.id for one in client.messages.list()] == ["a", "b"]
    assert [one.query for one in server.requests] == ["", "fromId=b"]


def test_asynchronous_pages(chat: ModuleType, server: RecordingServer) -> None:
    """The asynchronous client follows it as well."""
    server.reply(json=[A, B]).reply(json=[])

    async def ids() -> list[str]:
        async with chat.AsyncChatClient(base_url=server.url) as client:
            return [one.id for one in await everything(client.messages.list())]

    assert asyncio.run(ids()) == ["a", "b"]


def test_a_list_that_was_taken_for_a_page_is_none(client: Any, server: RecordingServer) -> None:
    """`pagination = false` gives the answer as it is."""
    server.reply(json={"data": ["lobby"]})
    assert client.rooms.list(limit=1).data == ["lobby"]


def test_a_stream_ends_where_the_configuration_says(client: Any, server: RecordingServer) -> None:
    """The sentinel of the configuration ends a stream in the place of `[DONE]`."""
    server.reply(chunks=[b'data: {"id": "a"}\n\n', b"data: END\n\n"], content_type=SSE)
    with client.messages.watch() as messages:
        assert [one.id for one in messages] == ["a"]


def test_an_event_is_an_error_where_the_configuration_says(
    client: Any, chat: ModuleType, server: RecordingServer
) -> None:
    """An event with a name of the configuration is raised, one called `error` then is none."""
    errors: type[Exception] = importlib.import_module("chat._runtime.events").APIStreamError
    events = [b'event: error\ndata: {"id": "a"}\n\n', b'event: failed\ndata: {"id": "b"}\n\n']
    server.reply(chunks=events, content_type=SSE)
    with client.messages.watch() as messages:
        assert next(messages).id == "a"
        with pytest.raises(errors, match="the stream ended with an error"):
            next(messages)


@pytest.mark.parametrize(
    ("operation", "correction", "message"),
    [
        ("listMessage", "pagination = false", "such operation; the nearest is 'listMessages'"),
        ("listRooms", 'stream = {end = "x"}', "listRooms: stream: the operation does not stream"),
        (
            "listRooms",
            'pagination = {kind = "next_link", items = "data", next = "meta.nam"}',
            "the answer has no 'meta.nam'; the nearest is 'name'",
        ),
        (
            "listRooms",
            'pagination = {kind = "offset", items = "data", argument = "ofset"}',
            "there is no argument 'ofset'; the nearest is 'offset'",
        ),
        (
            "listRooms",
            'pagination = {kind = "link_header", items = "meta"}',
            "what is at 'meta' is no list",
        ),
        (
            "watchMessages",
            'pagination = {kind = "link_header", items = ""}',
            "there is no one JSON answer that could be a page",
        ),
    ],
)
def test_a_correction_that_does_not_fit(
    tmp_path: Path, operation: str, correction: str, message: str
) -> None:
    """An operation, argument or place that there is not is an error that names the nearest."""
    table = 'output = "."\n[clients.chat]\nspec = "document.yaml"\n'
    table += f"[clients.chat.operations.{operation}]\n{correction}\n"
    with pytest.raises(UsageError, match=message):
        make(tmp_path, table)


def test_two_corrections_of_one_operation(tmp_path: Path) -> None:
    """An operation is corrected in one place, by its id or by its call."""
    table = 'output = "."\n[clients.chat]\nspec = "document.yaml"\n'
    table += "[clients.chat.operations.listRooms]\npagination = false\n"
    table += '[clients.chat.operations."rooms.list"]\npagination = false\n'
    with pytest.raises(UsageError, match="another correction under its other name"):
        make(tmp_path, table)
