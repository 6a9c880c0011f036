"""The parts of a multipart body: their media types, headers, files and names, as a server reads them."""

from __future__ import annotations

import io
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tests.support.clients import Clients
from tests.support.expected import TESTS
from tests.support.generation import client_of
from tests.support.server import Part, RecordingServer

AT_ONCE = {"Retry-After": "0"}


@pytest.fixture(scope="module")
def mail(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    """Generate and import the client of the folder's document."""
    base = tmp_path_factory.mktemp("parts")
    with client_of(TESTS / "parts" / "mail" / "document.yaml", base, "mail") as package:
        yield package


@pytest.fixture
def server() -> Iterator[RecordingServer]:
    with RecordingServer() as server:
        yield server.always(204)


@pytest.fixture(params=["sync", "async"])
def call(request: pytest.FixtureRequest, mail: ModuleType, server: RecordingServer) -> Clients:
    return Clients(package=mail, url=server.url, is_async=request.param == "async")


@pytest.fixture
def send(call: Clients, server: RecordingServer) -> Callable[..., list[Part]]:
    """Send a letter and return the parts that arrived, but for its text."""

    def send_letter(**arguments: Any) -> list[Part]:
        call(lambda client: client.letters.send(**{"text": "# Ä", **arguments}))
        return server.requests[-1].parts[1:]

    return send_letter


def test_a_text_of_its_own_type(call: Clients, server: RecordingServer) -> None:
    """A text has the media type of its encoding, parameters and all, and is no file."""
    call(lambda client: client.letters.send(text="# Ä"))
    [part] = server.request.parts
    assert (part.name, part.filename, part.content) == ("text", None, "# Ä".encode())
    assert b"\r\nContent-Type: text/markdown; charset=utf-8\r\n" in server.request.body


def test_objects(send: Any, mail: ModuleType) -> None:
    """Objects are JSON under their names on the wire, those of a list a part each."""
    parts = send(to={"full_name": "Ä"}, copies=[mail.Person(full_name="B"), {"fullName": "C"}])
    assert [(part.name, part.content_type, part.content.decode()) for part in parts] == [
        ("to", "application/json", '{"fullName":"Ä"}'),
        ("copies", "application/json", '{"fullName":"B"}'),
        ("copies", "application/json", '{"fullName":"C"}'),
    ]


def test_a_list_that_is_json(send: Any) -> None:
    """A list whose encoding is JSON is one part, and other lists have a part for each item."""
    parts = send(pages=[{"number": 1}, {"number": 2}], words=[3, 4])
    assert [(part.name, part.content_type, part.content) for part in parts] == [
        ("pages", "application/json", b'[{"number":1},{"number":2}]'),
        ("words", None, b"3"),
        ("words", None, b"4"),
    ]


@pytest.mark.parametrize(
    ("name", "content_type"), [("me.png", "image/png"), ("me.jpg", "image/jpeg")]
)
def test_a_choice_of_types(send: Any, tmp_path: Path, name: str, content_type: str) -> None:
    """Where the encoding names several types, the file's name decides."""
    path = tmp_path / name
    path.write_bytes(b"\x00\xff")
    [part] = send(photo=path)
    assert (part.filename, part.content_type, part.content) == (name, content_type, b"\x00\xff")


def test_the_caller_knows_better(send: Any, mail: ModuleType) -> None:
    """The type that a file is given goes before that of the document and that of its name."""
    [part] = send(scans=[mail.File(b"scan", "a.tiff", "image/x-raw")])
    assert part.content_type == "image/x-raw"


def test_each_way_to_give_a_file(send: Any, mail: ModuleType, tmp_path: Path) -> None:
    """A path, bytes, open files and chunks are files of a list, each with its name, all of one type."""
    path = tmp_path / "a b.tiff"
    path.write_bytes(b"path")
    with path.open("rb") as file:
        parts = send(
            scans=[
                path,
                b"bytes",
                file,
                io.BytesIO(b"memory"),
                iter([b"chu", b"nks"]),
                mail.File(iter([b"named"]), "c.tiff"),
                mail.File(path, "other.tiff"),
            ]
        )
    assert [(part.filename, part.content) for part in parts] == [
        ("a b.tiff", b"path"),
        ("scans", b"bytes"),
        ("a b.tiff", b"path"),
        ("scans", b"memory"),
        ("scans", b"chunks"),
        ("c.tiff", b"named"),
        ("other.tiff", b"path"),
    ]
    assert {(part.name, part.content_type) for part in parts} == {("scans", "image/tiff")}


def test_an_open_file_is_sent_from_where_it_stands(send: Any) -> None:
    """What was read of a file before is not sent."""
    file = io.BytesIO(b"read, unread")
    file.read(6)
    [part] = send(photo=file)
    assert part.content == b"unread"


def test_chunks_that_are_awaited(mail: ModuleType, server: RecordingServer) -> None:
    """The asynchronous client takes asynchronous chunks, whose size nobody knows."""

    async def chunks() -> AsyncIterator[bytes]:
        yield b"chu"
        yield b"nks"

    call = Clients(package=mail, url=server.url, is_async=True)
    call(lambda client: client.letters.send(text="a", photo=mail.File(chunks(), "a.png")))
    assert server.request.is_chunked
    assert [part.content for part in server.request.parts] == [b"a", b"chunks"]


def test_the_size_is_told_where_it_is_known(send: Any, server: RecordingServer) -> None:
    """Bytes, paths and files that can be sought are sent with their size in all."""
    send(photo=b"a", sound=io.BytesIO(b"b"))
    assert not server.request.is_chunked
    assert int(server.request.headers["content-length"]) == len(server.request.body)


@pytest.mark.parametrize(
    "name", ['a"b.png', "ü.png", "a\r\nX: 1.png", "日本.png", "a;b.png", "%22.png"]
)
def test_names_of_files(send: Any, mail: ModuleType, server: RecordingServer, name: str) -> None:
    """A name cannot end its header; quotes and line ends are escaped as browsers do it."""
    [part] = send(photo=mail.File(b"", name, "image/png"))
    escaped = name.replace('"', "%22").replace("\r", "%0D").replace("\n", "%0A")
    assert f'name="photo"; filename="{escaped}"\r\n'.encode() in server.request.body
    assert sorted(part.headers) == ["content-disposition", "content-type"]


def test_headers_of_a_part(send: Any, mail: ModuleType) -> None:
    """A file brings the headers of its part with it, among them those that the document names."""
    sound = mail.File(b"la", "a.ogg", "audio/ogg", {"X-Seconds": "3", "Content-ID": "<1>"})
    [part] = send(sound=sound)
    assert (part.headers["x-seconds"], part.headers["content-id"]) == ("3", "<1>")
    assert part.content_type == "audio/ogg"


@pytest.mark.parametrize("header", ["a\r\nX: 1", "a\nb", "a\0b"])
def test_headers_of_a_part_cannot_end(
    send: Any, mail: ModuleType, server: RecordingServer, header: str
) -> None:
    """A header that would be two is refused, and nothing is sent."""
    with pytest.raises(ValueError, match="X-Seconds"):
        send(sound=mail.File(b"la", headers={"X-Seconds": header}))
    assert server.requests == []


def test_a_wildcard_is_no_type(send: Any) -> None:
    """A range of types says nothing of the one that is sent."""
    [part] = send(sound=b"la")
    assert part.content_type == "application/octet-stream"


def test_files_are_sent_again(call: Clients, server: RecordingServer, tmp_path: Path) -> None:
    """A retry sends paths, bytes and files once more, from where they stood."""
    path, file = tmp_path / "a.png", io.BytesIO(b"file")
    path.write_bytes(b"path")
    server.reply(503, headers=AT_ONCE)
    call(lambda client: client.letters.send(text="a", photo=path, scans=[file, b"bytes"]))
    contents = [[part.content for part in one.parts] for one in server.requests]
    assert contents == [[b"a", b"path", b"file", b"bytes"]] * 2


def test_chunks_are_not_sent_again(
    call: Clients, mail: ModuleType, server: RecordingServer
) -> None:
    """What can be read only once is sent only once: the error of the first attempt is raised."""
    server.reply(503, headers=AT_ONCE)
    with pytest.raises(mail.InternalServerError):
        call(lambda client: client.letters.send(text="a", photo=iter([b"chunk"])))
    assert len(server.requests) == 1


def test_content_in_base64_is_text(send: Any) -> None:
    """A property in base64 is the caller's text, not a file."""
    [part] = send(signature="aGk=")
    assert (part.filename, part.content) == (None, b"aGk=")


def test_a_text_of_one_of_several_types(send: Any) -> None:
    """A list of types is no media type: which one of them a text has, nobody told."""
    [part] = send(note="a")
    assert (part.filename, part.content_type, part.content) == (None, None, b"a")


def test_a_type_among_the_headers(send: Any, mail: ModuleType, server: RecordingServer) -> None:
    """A file's own header for its media type, however it is written, is the only one."""
    send(sound=mail.File(b"la", headers={"content-type": "audio/ogg"}))
    assert server.request.body.lower().count(b"content-type: audio/ogg\r\n") == 1
    assert b"application/octet-stream" not in server.request.body


def test_a_disposition_among_the_headers(
    send: Any, mail: ModuleType, server: RecordingServer
) -> None:
    """The name of a part is not replaced or doubled by a header of the file."""
    send(sound=mail.File(b"la", "a.ogg", headers={"content-disposition": "attachment"}))
    assert server.request.body.lower().count(b"content-disposition") == 2
    assert b'name="sound"; filename="a.ogg"' in server.request.body


def test_headers_that_have_one_value(call: Clients, server: RecordingServer) -> None:
    """Headers that a part must have, and for which there is one value, are sent unasked, no others."""
    call(lambda client: client.stamps.print_stamp(picture=b"<svg/>", motto="A", size={"x": 1}))
    told = [dict(part.headers) for part in server.request.parts]
    names = {"content-disposition", "content-type"}
    assert [{k: v for k, v in one.items() if k not in names} for one in told] == [
        {"x-kind": "stamp", "x-version": "3"},
        {"content-transfer-encoding": "8bit"},
        {"x-whole": "true"},
    ]


def test_a_header_of_the_caller_is_the_only_one(
    call: Clients, mail: ModuleType, server: RecordingServer
) -> None:
    """A file's own header goes before that of the document."""
    picture = mail.File(b"<svg/>", headers={"x-KIND": "label"})
    call(lambda client: client.stamps.print_stamp(picture=picture))
    assert server.request.parts[0].headers["x-kind"] == "label"
    assert server.request.body.lower().count(b"x-kind") == 1
