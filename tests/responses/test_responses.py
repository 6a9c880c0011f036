"""Answers of a generated client by status and media type, whole and bit by bit."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from tests.responses.actions import downloaded, first_chunk, lines, raising_inside, read_whole
from tests.support.clients import Clients
from tests.support.expected import TESTS, check_text
from tests.support.floods import SIZE, FloodServer
from tests.support.generation import generate, generate_below, imported
from tests.support.mypy import said_by_mypy
from tests.support.server import RecordingServer

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from types import ModuleType

FOLDER = TESTS / "responses" / "library"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Generate the client of the folder's document."""
    base = tmp_path_factory.mktemp("responses")
    return generate_below(base, FOLDER / "document.yaml", "library")


@pytest.fixture(scope="module")
def library(folder: Path) -> Iterator[ModuleType]:
    with imported(folder) as package:
        yield package


@pytest.fixture
def server() -> Iterator[RecordingServer]:
    with RecordingServer() as server:
        yield server


@pytest.fixture(params=["sync", "async"])
def way(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def call(library: ModuleType, server: RecordingServer, way: str) -> Clients:
    return Clients(package=library, url=server.url, is_async=way == "async")


@pytest.mark.parametrize(
    "path", ["resources/books.py", "_operations/books.py", "streaming_responses.py"]
)
def test_modules(folder: Path, path: str) -> None:
    """Each operation returns what its successes are, and the view of open answers has each."""
    check_text((folder / path).read_text(), FOLDER / "expected" / path)


def test_types(folder: Path) -> None:
    """Type checkers know unions, files, and what an answer that is still open will be."""
    script = FOLDER / "expected" / "script.py"
    check_text(said_by_mypy(script, folder), FOLDER / "expected" / "script.mypy.txt")


def test_a_client_of_json_alone_has_no_downloads(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only clients with something to download carry the runtime for it."""
    monkeypatch.chdir(tmp_path)
    plain = generate(TESTS / "webhooks" / "payloads" / "document.yaml", tmp_path / "plain")
    assert not (plain / "streaming_responses.py").exists()
    assert not (plain / "_runtime" / "downloads.py").exists()
    assert "with_streaming_response" not in (plain / "client.py").read_text()


JSON = {"schema": {"type": "object"}}
TEXT = {"schema": {"type": "string"}}


@pytest.mark.parametrize(
    ("responses", "is_download"),
    [
        ({"200": {"text/csv": TEXT}}, True),
        ({"2XX": {"text/csv": TEXT, "text/plain": TEXT}}, True),
        ({"default": {"application/zip": {}}}, True),
        ({"200": {"text/csv": TEXT}, "404": {"application/json": JSON}}, True),
        ({"200": {"text/csv": TEXT}, "default": {"application/json": JSON}}, True),
        ({"200": {"application/json": JSON, "application/pdf": {}}}, True),
        ({"200": {"application/json": JSON, "text/csv": TEXT}}, False),
        ({"200": {"application/json": JSON}, "201": {"text/csv": TEXT}}, False),
        ({"200": {"application/json": JSON}, "404": {"image/png": {}}}, False),
        ({"200": {"application/json": JSON}, "default": {"text/plain": TEXT}}, False),
        ({"204": {}}, False),
    ],
)
def test_what_is_a_download(
    responses: dict[str, dict[str, object]], *, is_download: bool, tmp_path: Path
) -> None:
    """Bytes are, and so are texts that no JSON stands beside; errors do not count."""
    told = {
        status: {"description": "An answer.", "content": content}
        for status, content in responses.items()
    }
    document = {
        "openapi": "3.1.0",
        "info": {"title": "Files", "version": "1"},
        "servers": [{"url": "https://api.example.com"}],
        "paths": {"/file": {"get": {"operationId": "getFile", "responses": told}}},
    }
    (tmp_path / "document.json").write_text(json.dumps(document))

    client = generate(tmp_path / "document.json", tmp_path / "files")

    assert (client / "_runtime" / "downloads.py").exists() is is_download
    assert (client / "_runtime" / "generators.py").exists() is is_download
    assert ("with_streaming_response" in (client / "client.py").read_text()) is is_download


@pytest.mark.parametrize(
    ("status", "reply", "kind"),
    [
        (200, {"json": {"title": "Ada"}}, "Book"),
        (201, {"json": {"number": 7}}, "Receipt"),
        (202, {}, "NoneType"),
    ],
)
def test_each_status_has_its_type(
    call: Clients, server: RecordingServer, status: int, reply: Any, kind: str
) -> None:
    """Two successes of different schemas are a union, with None where one has no content."""
    server.reply(status, **reply)
    made = call(lambda client: client.books.replace("1", title="Ada"))
    assert type(made).__name__ == kind


@pytest.mark.parametrize(
    ("reply", "value"),
    [
        ({"body": b"\x89PNG", "content_type": "image/png"}, b"\x89PNG"),
        ({"body": b"GIF", "content_type": "image/gif"}, b"GIF"),
    ],
)
def test_each_media_type_has_its_type(
    call: Clients, server: RecordingServer, reply: Any, value: bytes
) -> None:
    """An answer is read as the media type that it has, or else as the nearest to it."""
    server.reply(200, **reply)
    assert call(lambda client: client.books.get_cover("1")) == value
    assert server.request.headers["accept"] == "application/json, image/png"


def test_json_beside_bytes(call: Clients, server: RecordingServer) -> None:
    """The same operation may answer with an object instead."""
    server.reply(200, json={"number": 7})
    assert call(lambda client: client.books.get_cover("1")).number == 7


def test_structured_suffixes_are_json(call: Clients, server: RecordingServer) -> None:
    """`+json` is asked for by its name and read as JSON."""
    server.reply(200, body=b'{"title": "Ada"}', content_type="application/vnd.library+json")
    assert call(lambda client: client.books.get("1")).title == "Ada"
    assert server.request.headers["accept"] == "application/vnd.library+json"


@pytest.mark.parametrize(
    ("status", "body"),
    [(404, {"problem": "unknown"}), (418, {"problem": "tea"}), (500, {"failure": "fire"})],
)
def test_errors_have_the_type_of_their_status(
    call: Clients,
    library: ModuleType,
    server: RecordingServer,
    status: int,
    body: Any,
) -> None:
    """A range and `default` describe the bodies of the errors that have no status of their own."""
    server.reply(status, json=body)
    with pytest.raises(library.APIStatusError) as caught:
        call(lambda client: client.books.get("1"), max_retries=0)
    assert caught.value.body.model_dump() == body


def test_default_is_the_success_where_there_is_no_other(
    call: Clients, server: RecordingServer
) -> None:
    """A document that only has `default` means its success by that."""
    server.reply(200, json=3)
    assert call(lambda client: client.catalogue.count_books()) == 3


def test_nothing_comes_back(call: Clients, server: RecordingServer) -> None:
    """A 204 and the answer to HEAD are None."""
    server.reply(204).reply(200, json={"title": "not sent"})
    assert call(lambda client: client.books.delete("1")) is None
    assert call(lambda client: client.books.check("1")) is None
    assert [one.method for one in server.requests] == ["DELETE", "HEAD"]


def test_text_and_bytes(call: Clients, server: RecordingServer) -> None:
    """Text is decoded by its charset, and bytes stay as they are."""
    server.reply(200, body="title\nÜ".encode("latin-1"), content_type="text/csv; charset=latin-1")
    server.reply(200, body=b"%PDF\xff", content_type="application/pdf")
    assert call(lambda client: client.catalogue.get()) == "title\nÜ"
    assert call(lambda client: client.books.download_scan("1")) == b"%PDF\xff"
    assert [one.headers["accept"] for one in server.requests] == [
        "text/csv",
        "application/pdf, image/tiff",
    ]


def test_a_raw_response_tells_everything(call: Clients, server: RecordingServer) -> None:
    """The raw response has status, headers, time, request id, and the request without secrets."""
    server.reply(200, body=b"%PDF", headers={"X-Request-Id": "r-1"}, content_type="application/pdf")
    raw = call(lambda client: client.with_raw_response.books.download_scan("1"))
    assert (raw.status_code, raw.request_id, raw.parse()) == (200, "r-1", b"%PDF")
    assert (raw.http_request.method, raw.http_request.url.path) == ("GET", "/books/1/scan")
    assert raw.elapsed.total_seconds() > 0


def test_a_download_of_any_size(library: ModuleType, way: str, tmp_path: Path) -> None:
    """64 MiB go to a file as they come, and the callback is told of each step."""
    steps: list[tuple[int, int | None]] = []
    with FloodServer() as flood:
        call = Clients(package=library, url=flood.url, is_async=way == "async")

        def progress(done: int, total: int | None) -> None:
            flood.took(done)
            steps.append((done, total))

        call(downloaded(tmp_path / "scan.pdf", progress))
    assert (tmp_path / "scan.pdf").stat().st_size == SIZE
    assert flood.lead < SIZE / 4
    assert steps[-1] == (SIZE, SIZE)
    assert len(steps) > 64
    assert steps == sorted(steps)


def test_a_download_that_breaks_off(
    call: Clients, library: ModuleType, server: RecordingServer, tmp_path: Path
) -> None:
    """A file is there only when it is whole: what broke off leaves the old one, and no other."""
    target = tmp_path / "scan.pdf"
    target.write_bytes(b"old")
    server.reply(200, body=b"%PDF" * 1000, content_type="application/pdf", cut_after=100)
    with pytest.raises(library.APIConnectionError, match="no more of the answer"):
        call(downloaded(target, None))
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("scan.pdf", b"old")]


def test_a_packed_download_has_no_known_size(
    call: Clients, server: RecordingServer, tmp_path: Path
) -> None:
    """What comes in chunks, or packed, has no total, and is written unpacked."""
    steps: list[tuple[int, int | None]] = []
    server.reply(200, chunks=[b"%P", b"DF"], content_type="application/pdf")
    call(downloaded(tmp_path / "scan.pdf", lambda *step: steps.append(step)))
    assert (tmp_path / "scan.pdf").read_bytes() == b"%PDF"
    assert steps[-1] == (4, None)


def test_lines(call: Clients, server: RecordingServer) -> None:
    """A text is read line by line, wherever its chunks end."""
    server.reply(200, chunks=[b"a,\xc3", b"\xbc\r\nb\n", b"\nc\xe2\x80\xa8d"])
    assert call(lines) == ["a,ü", "b", "", "c\u2028d"]


def test_an_open_answer_is_read_when_wanted(call: Clients, server: RecordingServer) -> None:
    """Status and headers are there before the body; `read()` gives what the method returns."""
    server.reply(200, json={"title": "Ada"}, headers={"X-Request-Id": "r-1"})
    assert call(read_whole) == ((200, "r-1", "/books/1"), "Ada")


def test_an_early_exit_gives_the_connection_back(
    call: Clients, library: ModuleType, server: RecordingServer
) -> None:
    """Leaving the block closes the answer, read or not, also by an exception."""
    server.always(200, chunks=[b"%PDF"] * 10, content_type="application/pdf")
    response, chunk = call(first_chunk)
    assert (repr(response).split()[-1], chunk) == ("closed>", b"%PDF")
    response = call(raising_inside)
    assert repr(response).split()[-1] == "closed>"


def test_an_error_is_raised_on_entering(
    call: Clients, library: ModuleType, server: RecordingServer, tmp_path: Path
) -> None:
    """An error status is raised with its body parsed, and nothing is written."""
    server.reply(404, json={"problem": "unknown"})
    with pytest.raises(library.NotFoundError) as caught:
        call(downloaded(tmp_path / "scan.pdf", None))
    assert caught.value.body.problem == "unknown"
    assert list(tmp_path.iterdir()) == []


def test_opening_is_tried_again(call: Clients, server: RecordingServer, tmp_path: Path) -> None:
    """What fails before the body comes is sent again as for any call."""
    server.reply(503, headers={"Retry-After": "0"})
    server.reply(200, body=b"%PDF", content_type="application/pdf")
    call(downloaded(tmp_path / "scan.pdf", None))
    assert (tmp_path / "scan.pdf").read_bytes() == b"%PDF"
    assert len(server.requests) == 2
