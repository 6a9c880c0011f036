"""Request bodies as they arrive at the server."""

from __future__ import annotations

import io
import math
import os
from collections.abc import AsyncIterator, Iterable, Iterator
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any, cast
from uuid import UUID

import pytest
from pydantic import ValidationError
from runtime.forms import Form, form_text
from runtime.multipart import Multipart
from runtime.operation import Fields, Whole
from runtime.styles import Encoding
from runtime.uploads import File, Upload, write_content, write_json_lines
from runtime.values import NOT_GIVEN

from tests.runtime.conftest import Shop
from tests.runtime.helpers import PET
from tests.runtime.petshop.models import NewPet, Owner, Pet, Photo

PACKAGE = "tests.runtime.petshop"
ADA = Owner(firstName="A")


def test_arguments_become_the_fields_of_a_json_body(shop: Shop) -> None:
    """Arguments are sent under their wire names, with dates, UUIDs and nested models as JSON."""
    shop.server.reply(201, json=PET)
    shop(
        lambda client: client.pets.create(
            name="Bö",
            born_at=datetime(2026, 1, 2, tzinfo=UTC),
            owner={"first_name": "Ada"},
            chip=UUID(int=1),
            tags=None,
        )
    )
    request = shop.server.request
    assert request.headers["content-type"] == "application/json"
    assert request.body == (
        '{"name":"Bö","bornAt":"2026-01-02T00:00:00Z","owner":{"firstName":"Ada"},"tags":null,'
        '"chip":"00000000-0000-0000-0000-000000000001"}'.encode()
    )


def test_a_patch_tells_left_out_from_none(shop: Shop) -> None:
    """None is sent as null, what is left out is not sent, under the document's media type."""
    shop.server.reply(json=PET)
    shop(lambda client: client.pets.update(1, status=None))
    assert shop.server.request.json == {"status": None}
    assert shop.server.request.headers["content-type"] == "application/merge-patch+json"


def test_a_required_body_without_fields_is_an_empty_object(sync_shop: Shop) -> None:
    """An object that must be sent is sent even when every field is left out."""
    sync_shop.server.reply(json=PET)
    sync_shop(lambda client: client.pets.update(1))
    assert sync_shop.server.request.body == b"{}"


def test_an_optional_body_without_fields_is_not_sent(shop: Shop) -> None:
    """An optional body is not sent, nor its content type, when every field is left out."""
    shop.server.reply(json={})
    shop(lambda client: client.pets.touch())
    request = shop.server.request
    assert request.body == b""
    assert "content-type" not in request.headers
    assert request.headers["content-length"] == "0"


@pytest.mark.parametrize(
    "body",
    [
        Pet(id=1, name="Bo", owner=Owner(firstName="Ada")),
        {"id": 1, "name": "Bo", "owner": {"first_name": "Ada"}},
        {"id": 1, "name": "Bo", "owner": {"firstName": "Ada"}},
    ],
)
def test_a_whole_body_is_a_model_or_a_mapping(shop: Shop, body: Any) -> None:
    """A body given as one argument takes a model or a mapping with Python or wire names."""
    shop.server.reply(json=PET)
    shop(lambda client: client.pets.replace(1, body=body))
    assert shop.server.request.json == PET | {"owner": {"firstName": "Ada"}}


def test_a_field_that_the_document_does_not_know_is_sent(sync_shop: Shop) -> None:
    """Fields of a mapping beyond the document's are passed on."""
    sync_shop.server.reply(201, json=PET)
    owner = {"firstName": "Ada", "vip": True}
    sync_shop(lambda client: client.pets.create(name="Bo", owner=owner))
    assert sync_shop.server.request.json["owner"] == owner


@pytest.mark.parametrize("fields", [{"name": "Bo", "chip": "no UUID"}, {"name": ["Bo"]}])
def test_a_wrong_field_is_an_error_before_any_request(sync_shop: Shop, fields: Any) -> None:
    """Arguments that do not fit the document's types raise where the call is made."""
    with pytest.raises(ValidationError):
        sync_shop(lambda client: client.pets.create(**fields))
    assert sync_shop.server.requests == []


def test_nan_is_not_sent_as_null(sync_shop: Shop) -> None:
    """A number that JSON cannot carry is an error, not a silent null."""
    with pytest.raises(ValueError, match="JSON"):
        sync_shop(lambda client: client.pets.create(name="Bo", weight=math.nan))


def test_a_form_is_written_as_the_document_says(shop: Shop) -> None:
    """Forms repeat lists, nest objects in brackets where asked to, and clear with None."""
    shop.server.reply(json={"firstName": "Ada"})
    shop(
        lambda client: client.pets.sign_up(
            name=None, owner={"first_name": "A b", "email": None}, tags=["x", "y&z"]
        )
    )
    request = shop.server.request
    assert request.headers["content-type"] == "application/x-www-form-urlencoded"
    assert request.body == (b"name=&owner%5BfirstName%5D=A%20b&owner%5Bemail%5D=&tags=x&tags=y%26z")


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        (Encoding(), "a=%7B%22b%22%3A%5B1%2C2%5D%7D"),
        (Encoding(style="deepObject"), "a%5Bb%5D%5B%5D=1&a%5Bb%5D%5B%5D=2"),
        (Encoding(style="form"), "b=1&b=2"),
        (Encoding(style="form", explode=False), "a=b,%5B1%2C2%5D"),
    ],
)
def test_a_nested_form_value_follows_its_encoding(encoding: Encoding, text: str) -> None:
    """An object in a form is JSON unless its encoding names a style."""
    assert form_text({"a": {"b": [1, 2]}}, {"a": encoding}) == text


def test_a_form_can_keep_reserved_characters() -> None:
    """What allowReserved keeps is kept in forms too, except for what separates pairs."""
    assert form_text({"a": "b/c&d"}, {"a": Encoding(allow_reserved=True)}) == "a=b/c%26d"


def content(body: Fields | Whole, /, **arguments: Any) -> bytes:
    written, _ = body(arguments, PACKAGE)
    return written if isinstance(written, bytes) else b"".join(cast("Iterable[bytes]", written))


@pytest.mark.parametrize(
    ("body", "value", "written"),
    [
        (Whole("application/json"), None, b"null"),
        (Whole("application/json"), "a", b'"a"'),
        (Whole("application/json"), Decimal("1.50"), b'"1.50"'),
        (Whole("application/json"), {"a": NOT_GIVEN, "b": ADA}, b'{"b":{"firstName":"A"}}'),
        (Whole("application/json", "Pets"), [{"id": 1, "name": "B"}], b'[{"id":1,"name":"B"}]'),
        (Whole("application/json", list[int]), ("1", 2), b"[1,2]"),
        (
            Whole("application/x-ndjson", write=write_json_lines),
            [{"a": 1}, NewPet(name="B")],
            b'{"a":1}\n{"name":"B"}\n',
        ),
        (Whole("application/x-www-form-urlencoded", write=Form()), {"a": [1, 2]}, b"a=1&a=2"),
        (Whole("text/plain", write=write_content), "ü", "ü".encode()),
        (Whole("text/plain", write=write_content), 1.5, b"1.5"),
        (Whole("image/*", write=write_content), b"\x00\xff", b"\x00\xff"),
        (Whole("image/png", write=write_content), File(io.BytesIO(b"ab")), b"ab"),
        (Whole("image/png", write=write_content), [b"a", b"b"], b"ab"),
        (Whole("application/json", required=False), NOT_GIVEN, b""),
    ],
)
def test_a_whole_body_is_written_by_its_media_type(body: Whole, value: Any, written: bytes) -> None:
    """JSON, JSON Lines, forms, text and bytes are each written as their media type asks."""
    assert content(body, body=value) == written


def test_an_object_has_no_form_as_text() -> None:
    """A mapping for a media type that is neither JSON nor a form is a TypeError."""
    with pytest.raises(TypeError, match="application/xml"):
        content(Whole("application/xml", write=write_content), body={"a": 1})


def test_a_wildcard_media_type_is_sent_as_plain_bytes() -> None:
    """Content-Type is never a wildcard; a file may say better."""
    whole = Whole("*/*", write=write_content)
    _, sent = whole({"body": b"a"}, PACKAGE)
    _, named = whole({"body": File(b"a", content_type="a/b")}, PACKAGE)
    assert sent["content-type"] == "application/octet-stream"
    assert named["content-type"] == "a/b"


def test_multipart_carries_fields_and_files(shop: Shop, tmp_path: Path) -> None:
    """Multipart sends text, JSON for objects, a part per item, and files with name and type."""
    page = tmp_path / "seite ü.txt"
    page.write_bytes(b"page one")
    shop.server.reply(201)
    shop(
        lambda client: client.photos.add(
            title="Sommer",
            picture=b"\x89PNG",
            pages=[page, File(io.BytesIO(b"two"), 'a"b.csv', headers={"X-Page": "2"})],
            details={"first_name": "Ada"},
            shot_at=datetime(2026, 1, 2, tzinfo=UTC),
        )
    )
    parts = shop.server.request.parts
    assert [(part.name, part.content) for part in parts] == [
        ("title", b"Sommer"),
        ("picture", b"\x89PNG"),
        ("pages", b"page one"),
        ("pages", b"two"),
        ("details", b'{"firstName":"Ada"}'),
        ("shotAt", b"2026-01-02T00:00:00Z"),
    ]
    assert [part.content_type for part in parts] == [
        None,
        "image/png",
        "text/plain",
        "text/csv",
        "application/json",
        None,
    ]
    assert [part.filename for part in parts[1:4]] == ["picture", "seite ü.txt", "a%22b.csv"]
    assert parts[3].headers["x-page"] == "2"
    assert shop.server.request.headers["content-length"] == str(len(shop.server.request.body))


@pytest.mark.parametrize(
    ("value", "contents"),
    [
        ({"a": [1, "x"], "b": {"c": None}}, [b"1", b"x", b'{"c":null}']),
        ({"a": None}, [b""]),
        ({"a": (b"1", b"2")}, [b"1", b"2"]),
    ],
)
def test_multipart_needs_no_model(value: Any, contents: list[bytes]) -> None:
    """Multipart from a plain mapping follows the same rules."""
    body = content(Whole("multipart/form-data", write=Multipart()), body=value)
    pieces = body.split(b"\r\n\r\n")[1:]
    assert [piece.split(b"\r\n--")[0] for piece in pieces] == contents


def test_multipart_takes_a_model() -> None:
    """A model as multipart body sends what was set, under the wire names."""
    photo = Photo.model_validate({"title": "t", "picture": b"p", "shotAt": None})
    body = content(Whole("multipart/form-data", "Photo", write=Multipart()), body=photo)
    assert body.count(b"Content-Disposition") == 3
    assert b'name="shotAt"' in body


def test_a_list_with_json_encoding_is_one_part() -> None:
    """Where the document wants a list as JSON, it is one part."""
    as_json = Multipart({"a": Encoding("application/json")})
    whole = Whole("multipart/form-data", write=as_json)
    body = content(whole, body={"a": [1, 2]})
    assert body.count(b"Content-Disposition") == 1
    assert b"Content-Type: application/json\r\n\r\n[1,2]\r\n" in body


def test_a_file_is_sent_from_where_it_stands(shop: Shop) -> None:
    """An open file is sent from its position, with its length."""
    file = io.BytesIO(b"0123456789")
    file.seek(4)
    shop.server.reply(json={})
    shop(lambda client: client.photos.upload(body=file))
    assert shop.server.request.body == b"456789"
    assert shop.server.request.headers["content-length"] == "6"


def test_a_path_is_sent_again_for_a_retry(shop: Shop, tmp_path: Path) -> None:
    """A file by its path is read anew for each attempt."""
    path = tmp_path / "big"
    path.write_bytes(b"x" * 200_000)
    shop.server.reply(503).reply(json={})
    shop(lambda client: client.photos.upload(body=path))
    assert [len(request.body) for request in shop.server.requests] == [200_000, 200_000]


def test_chunks_are_sent_as_they_come(shop: Shop) -> None:
    """An iterator of bytes is sent chunked, its length being unknown."""
    shop.server.reply(json={})
    shop(lambda client: client.photos.upload(body=iter([b"ab", b"cd"])))
    assert shop.server.request.is_chunked
    assert shop.server.request.body == b"abcd"


def test_what_can_be_read_only_once_is_not_sent_twice(shop: Shop) -> None:
    """A body that cannot be read again is not retried."""
    shop.server.reply(503)
    with pytest.raises(Exception, match="503"):
        shop(lambda client: client.photos.upload(body=iter([b"ab"])))
    assert len(shop.server.requests) == 1


def test_a_pipe_is_sent_chunked(sync_shop: Shop) -> None:
    """A file that cannot seek is sent chunked."""
    reader, writer = os.pipe()
    os.write(writer, b"piped")
    os.close(writer)
    sync_shop.server.reply(json={})
    with os.fdopen(reader, "rb") as file:
        sync_shop(lambda client: client.photos.upload(body=file))
    assert sync_shop.server.request.is_chunked
    assert sync_shop.server.request.body == b"piped"


async def chunks() -> AsyncIterator[bytes]:
    yield b"ab"
    yield b"cd"


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_asynchronous_chunks_are_sent(sync_shop: Shop, backend: str) -> None:
    """An asynchronous client takes an asynchronous iterator of bytes."""
    sync_shop.server.reply(json={})
    sync_shop.backend = backend
    sync_shop(lambda client: client.photos.upload(body=chunks()))
    assert sync_shop.server.request.body == b"abcd"


def test_asynchronous_chunks_need_an_asynchronous_client(sync_shop: Shop) -> None:
    """A synchronous client says that it cannot send an asynchronous iterator."""
    with pytest.raises(TypeError, match="asynchronous iterator"):
        sync_shop(lambda client: client.photos.upload(body=chunks()))


def test_an_upload_is_never_in_memory_at_once() -> None:
    """Files are read in chunks of 64 KiB."""

    class Endless(io.RawIOBase):
        def read(self, size: int = -1) -> bytes:
            assert size == 65_536
            return b"x" * size

    stream: Iterator[bytes] = iter(Upload([Endless()]))
    assert len(next(stream)) == 65_536
