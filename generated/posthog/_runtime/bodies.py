"""Request bodies: JSON, forms, text and bytes; multipart has its own module."""

from __future__ import annotations

import os
from collections.abc import AsyncIterable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import BaseModel

from . import serialization as wire
from .models import dump
from .multipart import multipart_content, with_files
from .operation import Encoding, Fields, Whole
from .types import NOT_GIVEN, Content, File
from .uploads import Upload

_JSON_LINES = ("application/jsonl", "application/x-ndjson", "application/x-jsonlines")
_FORM = "application/x-www-form-urlencoded"
_MULTIPART = "multipart/form-data"


@dataclass(frozen=True, slots=True)
class Payload:
    """A body as it is sent, with the headers that describe it, named in lower case."""

    content: bytes | Upload = b""
    headers: Mapping[str, str] = field(default_factory=dict)


def encode_body(body: Fields | Whole | None, arguments: Mapping[str, Any], package: str) -> Payload:
    """Write the arguments of a call that are no parameters as the operation's body.

    An object that must be sent and has no field is `{}`; an optional body without a field, or
    without a value, is no body at all.
    """
    match body:
        case Fields(required=required) if arguments or required:
            return _encode(body, dict(arguments), package)
        case Whole() if arguments.get("body", NOT_GIVEN) is not NOT_GIVEN:
            return _encode(body, arguments["body"], package)
        case _:
            return Payload()


def _encode(body: Fields | Whole, value: Any, package: str) -> Payload:
    essence = body.media_type.partition(";")[0].strip().lower()
    if essence == _MULTIPART:
        boundary, parts = multipart_content(with_files(package, body.model, value), body.encoding)
        return _upload(Upload(parts), f"{body.media_type}; boundary={boundary}")
    if essence in _JSON_LINES:
        lines = "".join(f"{wire.json_text(wire.plain(line))}\n" for line in value)
        return _bytes(lines.encode(), body.media_type)
    if wire.is_json(essence) or essence == _FORM:
        data = wire.plain(value) if body.model is None else dump(package, body.model, value)
        text = form_text(data, body.encoding) if essence == _FORM else wire.json_text(data)
        return _bytes(text.encode(), body.media_type)
    return _raw(value, "application/octet-stream" if "*" in essence else body.media_type)


def _bytes(content: bytes, media_type: str) -> Payload:
    return Payload(content, {"content-type": media_type})


def _upload(upload: Upload, media_type: str) -> Payload:
    length = upload.length
    framing = (
        ("transfer-encoding", "chunked") if length is None else ("content-length", str(length))
    )
    return Payload(upload, dict([("content-type", media_type), framing]))


def _raw(value: str | Content | File, media_type: str) -> Payload:
    match value:
        case bytes():
            return _bytes(value, media_type)
        case File():
            return _upload(Upload([value.content]), value.content_type or media_type)
        case BaseModel() | Mapping():
            raise TypeError(f"an object cannot be written as {media_type}; pass a str or bytes")
        case str():
            return _bytes(value.encode(), media_type)
        case os.PathLike() | Iterable() | AsyncIterable():
            return _upload(Upload([value]), media_type)
        case _:
            return _bytes(wire.scalar_text(wire.plain(value)).encode(), media_type)


def form_text(data: Mapping[str, Any], encoding: Mapping[str, Encoding]) -> str:
    """Write an object as a form.

    A list of plain values is a pair each; an object is JSON unless the document gives a style.
    `None` is the empty value, with which forms clear a field.
    """
    default = Encoding()
    return "&".join(
        part
        for name, value in data.items()
        for part in _form_parts(name, value, encoding.get(name, default))
    )


def _form_parts(name: str, value: Any, encoding: Encoding) -> list[str]:
    encode = wire.percent_encode_some if encoding.allow_reserved else wire.percent_encode
    if encoding.style == "deepObject":
        return wire.deep(name, value, encode)
    if encoding.style is None and _is_nested(value):
        return [f"{wire.percent_encode(name)}={encode(wire.json_text(value))}"]
    return wire.expand(encoding.style or "form", name, value, encode, explode=encoding.explode)


def _is_nested(value: Any) -> bool:
    items = value if isinstance(value, list) else [value]
    return any(isinstance(item, dict | list) for item in items)
