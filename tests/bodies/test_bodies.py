"""Request bodies of a generated client: signatures, types, and what arrives at a server."""

from __future__ import annotations

import io
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from pydantic import ValidationError

from tests.support.clients import Clients
from tests.support.expected import TESTS, check_text
from tests.support.floods import SIZE, FloodServer
from tests.support.generation import generate_below, imported
from tests.support.mypy import said_by_mypy
from tests.support.server import RecordingServer

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from types import ModuleType

FOLDER = TESTS / "bodies" / "archive"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Generate the client of the folder's document."""
    base = tmp_path_factory.mktemp("bodies")
    return generate_below(base, FOLDER / "document.yaml", "archive")


@pytest.fixture(scope="module")
def archive(folder: Path) -> Iterator[ModuleType]:
    with imported(folder) as package:
        yield package


@pytest.fixture
def server() -> Iterator[RecordingServer]:
    with RecordingServer() as server:
        yield server.always(204)


@pytest.fixture(params=["sync", "async"])
def way(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def call(archive: ModuleType, server: RecordingServer, way: str) -> Clients:
    return Clients(package=archive, url=server.url, is_async=way == "async")


@pytest.mark.parametrize("path", ["resources/papers.py", "_operations/papers.py"])
def test_modules(folder: Path, path: str) -> None:
    """Each way to give a body is an overload, and the wire facts list the bodies."""
    check_text((folder / path).read_text(), FOLDER / "expected" / path)


def test_types(folder: Path) -> None:
    """Type checkers know which arguments go with which media type."""
    script = FOLDER / "expected" / "script.py"
    check_text(said_by_mypy(script, folder), FOLDER / "expected" / "script.mypy.txt")


def test_the_manifest_names_every_body(call: Clients) -> None:
    """Tools read the usual body as always, and the others beside it."""
    operation = next(one for one in call.manifest["operations"] if one["id"] == "updatePapers")
    assert operation["body"]["media_type"] == "application/merge-patch+json"
    assert operation["other_bodies"] == [
        {"media_type": "application/json-patch+json", "required": True, "python": "body"}
    ]


@pytest.mark.parametrize(
    ("arguments", "content_type", "body"),
    [
        ({"title": None}, "application/merge-patch+json", b'{"title":null}'),
        ({}, "application/merge-patch+json", b"{}"),
        (
            {"content_type": "application/json-patch+json", "body": [{"op": "add", "path": "/a"}]},
            "application/json-patch+json",
            b'[{"op":"add","path":"/a"}]',
        ),
    ],
)
def test_content_type_chooses_the_body(
    call: Clients, server: RecordingServer, arguments: Any, content_type: str, body: bytes
) -> None:
    """The usual media type is sent where none is chosen, and the chosen one with its own arguments."""
    call(lambda client: client.papers.update(**arguments))
    assert server.request.headers["content-type"] == content_type
    assert server.request.body == body


def test_a_media_type_that_the_operation_does_not_take(
    call: Clients, server: RecordingServer
) -> None:
    """A media type that the document does not offer is refused at the call."""
    with pytest.raises(ValueError, match="content_type must be one of"):
        call(lambda client: client.papers.create(title="On ice", content_type="application/xml"))
    assert server.requests == []


def test_arguments_of_another_body(call: Clients, server: RecordingServer) -> None:
    """What the chosen body needs is asked for at the call."""
    with pytest.raises(ValidationError, match="cover"):
        call(lambda c: c.papers.create(title="On ice", content_type="multipart/form-data"))
    assert server.requests == []


def test_multipart(
    call: Clients, archive: ModuleType, server: RecordingServer, tmp_path: Path
) -> None:
    """Each part has the media type of its encoding, of its file, or none; lists are parts of a name."""
    note = tmp_path / "note ü.txt"
    note.write_bytes(b"from a path")
    image = archive.File(b"GIF", "c.gif", "image/gif", {"X-Number": "7"})
    server.reply(json={"title": "On ice"})
    paper = call(
        lambda client: client.papers.create(
            content_type="multipart/form-data",
            title="On ice",
            cover=b"\x89PNG\r\n\r\n--",
            attachments=[note, io.BytesIO(b"from memory"), image, iter([b"in ", b"chunks"])],
            author={"first_name": "Ada", "email": None},
            page_count=3,
            tags=["a", "b"],
            published=date(2026, 11, 21),
            is_open=True,
        )
    )
    assert paper.title == "On ice"
    assert [
        (part.name, part.filename, part.content_type, part.content) for part in server.request.parts
    ] == [
        ("title", None, None, b"On ice"),
        ("pageCount", None, None, b"3"),
        ("author", None, "application/vnd.author+json", b'{"firstName":"Ada","email":null}'),
        ("cover", "cover", "image/png", b"\x89PNG\r\n\r\n--"),
        ("attachments", "note ü.txt", "text/plain", b"from a path"),
        ("attachments", "attachments", "application/octet-stream", b"from memory"),
        ("attachments", "c.gif", "image/gif", b"GIF"),
        ("attachments", "attachments", "application/octet-stream", b"in chunks"),
        ("tags", None, None, b"a"),
        ("tags", None, None, b"b"),
        ("published", None, None, b"2026-11-21"),
        ("isOpen", None, None, b"true"),
    ]
    assert server.request.parts[6].headers["x-number"] == "7"


def test_a_deep_object_in_multipart(call: Clients, server: RecordingServer) -> None:
    """A property with the style deepObject is a part for each of its members, unescaped."""
    server.reply(json={"title": "On ice"})
    call(
        lambda client: client.papers.create(
            content_type="multipart/form-data",
            title="On ice",
            cover=b"",
            editor={"first_name": "Ädä", "email": "a@b"},
        )
    )
    assert [(part.name, part.content.decode()) for part in server.request.parts[2:]] == [
        ("editor[firstName]", "Ädä"),
        ("editor[email]", "a@b"),
    ]


@pytest.mark.parametrize(
    ("arguments", "content_type"),
    [({}, "image/png"), ({"content_type": "image/jpeg"}, "image/jpeg")],
)
def test_bytes_have_the_chosen_media_type(
    call: Clients, server: RecordingServer, arguments: Any, content_type: str
) -> None:
    """Bytes that an operation takes as one of several types are sent as the one that is chosen."""
    call(lambda client: client.papers.scan_paper("1", body=b"\xff\x00", **arguments))
    assert server.request.headers["content-type"] == content_type
    assert server.request.body == b"\xff\x00"


def test_bytes_of_any_type(call: Clients, archive: ModuleType, server: RecordingServer) -> None:
    """A body of any media type is plain bytes, or what the file says that it is."""
    call(lambda client: client.disks.write_disk(body=b"\x00"))
    call(lambda c: c.disks.write_disk(body=archive.File(b"\x00", content_type="x/disk")))
    assert [one.headers["content-type"] for one in server.requests] == [
        "application/octet-stream",
        "x/disk",
    ]
    assert [one.body for one in server.requests] == [b"\x00", b"\x00"]


def test_text(call: Clients, server: RecordingServer) -> None:
    """Text is sent as UTF-8; of an optional body nothing is, where nothing is given."""
    call(lambda c: c.papers.write_paper("1", content_type="text/markdown", body="# Ü"))
    call(lambda client: client.papers.write_paper("1"))
    assert [one.body for one in server.requests] == ["# Ü".encode(), b""]
    assert server.requests[0].headers["content-type"] == "text/markdown"
    assert "content-type" not in server.requests[1].headers


def test_json_lines(call: Clients, archive: ModuleType, server: RecordingServer) -> None:
    """Each line is an object, given as a model or a mapping, under its names on the wire."""
    lines = [archive.Paper(title="a", page_count=1), {"title": "ü", "page_count": 2}]
    call(lambda client: client.papers.import_(body=lines))
    assert server.request.headers["content-type"] == "application/x-ndjson"
    assert server.request.body == (
        '{"title":"a","pageCount":1}\n{"title":"ü","pageCount":2}\n'.encode()
    )


def test_a_wrong_line(call: Clients, server: RecordingServer) -> None:
    """A line that does not fit the document is refused before anything is sent."""
    with pytest.raises(ValidationError, match="title"):
        call(lambda client: client.papers.import_(body=[{"title": "a"}, {}]))
    assert server.requests == []


@pytest.mark.parametrize(
    ("fields", "pairs"),
    [
        (
            {"address": {"line1": "1 Rue É", "postal_code": None}},
            [("address[line1]", "1 Rue É"), ("address[postalCode]", "")],
        ),
        (
            {"items": [{"sku": "a", "count": 2}, {"sku": "b"}]},
            [("items[0][sku]", "a"), ("items[0][count]", "2"), ("items[1][sku]", "b")],
        ),
        ({"sizes": [1, 2]}, [("sizes", "1,2")]),
        ({"words": ["a", "b"]}, [("words", "a b")]),
        ({"codes": ["a", "b"]}, [("codes", "a|b")]),
        (
            {"place": {"latitude": 1.5, "longitude": -0.25}},
            [("latitude", "1.5"), ("longitude", "-0.25")],
        ),
        ({"note": None, "is_gift": True}, [("note", ""), ("isGift", "true")]),
        ({"extra": {"line1": "x"}}, [("extra", '{"line1":"x"}')]),
    ],
)
def test_a_form_follows_its_encoding(
    call: Clients, server: RecordingServer, fields: Any, pairs: list[tuple[str, str]]
) -> None:
    """A form nests in brackets, joins or repeats as its encoding says, and is JSON where that is silent."""
    call(lambda client: client.orders.create(**({"address": {}} | fields)))
    assert server.request.form == pairs
    assert server.request.headers["content-type"] == "application/x-www-form-urlencoded"


def test_a_form_keeps_what_is_reserved(call: Clients, server: RecordingServer) -> None:
    """A property with `allowReserved` is not escaped, but for what would end it."""
    call(lambda client: client.orders.create(address={"line1": "a/b"}, path="a/b?c&d"))
    assert server.request.body == b"address%5Bline1%5D=a%2Fb&path=a/b?c%26d"


def test_a_body_that_must_be_sent(call: Clients, server: RecordingServer) -> None:
    """Where all fields are optional and the body is not, an empty object is sent."""
    call(lambda client: client.orders.confirm())
    assert server.request.body == b"{}"


@pytest.mark.parametrize("given", ["upload", "file"])
def test_a_stream_of_any_size(archive: ModuleType, way: str, given: str) -> None:
    """64 MiB are read while they are sent: only what sockets hold is ever buffered."""
    with FloodServer() as flood:
        call = Clients(package=archive, url=flood.url, is_async=way == "async")
        call(lambda client: client.disks.write_disk(body=getattr(flood, given)()))
    assert flood.received == SIZE
    assert flood.lead < SIZE / 4


def test_a_file_of_any_size_in_multipart(archive: ModuleType, way: str) -> None:
    """A part of 64 MiB is read while it is sent, too."""
    with FloodServer() as flood:
        call = Clients(package=archive, url=flood.url, is_async=way == "async")
        cover = flood.upload()
        call(
            lambda client: client.papers.create(
                title="Large", cover=cover, content_type="multipart/form-data"
            )
        )
    assert flood.received > SIZE
    assert flood.lead < SIZE / 4
