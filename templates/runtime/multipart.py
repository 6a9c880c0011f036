"""Bodies of type multipart/form-data: fields and files, part by part (RFC 7578)."""

from __future__ import annotations

import mimetypes
import os
import secrets
from collections.abc import AsyncIterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from pydantic import BaseModel

from .models import dump, resolve
from .operation import Payload, Whole
from .styles import Encoding, deep
from .uploads import Content, File, Upload, is_file, upload_payload
from .values import check_header, is_json, json_text, percent_encode, plain, scalar_text

_FILES = (File, bytes, os.PathLike, Iterator, AsyncIterable)
_NAME_ESCAPES = str.maketrans({'"': "%22", "\r": "%0D", "\n": "%0A"})


@dataclass(frozen=True, slots=True)
class Multipart:
    """Writes an object as multipart/form-data; `encoding` has what is said about its parts."""

    encoding: Mapping[str, Encoding] = field(default_factory=dict)

    def __call__(self, body: Whole, value: Any, package: str) -> Payload:
        """Write an object."""
        boundary, parts = multipart_content(with_files(package, body, value), self.encoding)
        return upload_payload(Upload(parts), f"{body.media_type}; boundary={boundary}")


def with_files(package: str, body: Whole, value: Any) -> dict[str, Any]:
    """Validate an object and return it under its wire names, its files as they were given."""
    if isinstance(value, BaseModel):
        value = {name: getattr(value, name) for name in value.model_fields_set}
    given = {k: list(v) if isinstance(v, tuple) else v for k, v in value.items()}
    files = {name: item for name, item in given.items() if _holds_file(item)}
    model = body.model
    if model is None:
        return {name: item if name in files else plain(item) for name, item in given.items()}
    stand_ins = {name: [b""] * len(f) if isinstance(f, list) else b"" for name, f in files.items()}
    data: dict[str, Any] = dump(package, model, given | stand_ins, body.exclude)
    fields = resolve(package, model).model_fields if isinstance(model, str) else {}
    for name, item in files.items():
        data[(name in fields and fields[name].alias) or name] = item
    return data


def _holds_file(value: object) -> bool:
    items = value if isinstance(value, list) else [value]
    return any(isinstance(one, _FILES) or is_file(one) for one in items)


def multipart_content(
    data: Mapping[str, Any], encoding: Mapping[str, Encoding]
) -> tuple[str, list[Content]]:
    """Return the boundary and the pieces of the body, among them the files, still unread."""
    boundary = secrets.token_hex(16)
    pieces: list[Content] = []
    for name, value in data.items():
        about = encoding.get(name, Encoding())
        for key, part in _named_parts(name, value, about):
            head = f"--{boundary}\r\n".encode() + _head(key, part, about.headers)
            pieces += [head, part.content, b"\r\n"]
    return boundary, [*pieces, f"--{boundary}--\r\n".encode()]


def _named_parts(name: str, value: Any, encoding: Encoding) -> Iterator[tuple[str, File]]:
    """Yield the parts of a value; a `deepObject` has one for each `name[key]`."""
    if encoding.style != "deepObject" or _holds_file(value):
        yield from ((name, part) for part in _parts(name, value, encoding.content_type))
        return
    for pair in deep(name, value, percent_encode):
        key, _, text = pair.partition("=")
        yield unquote(key), File(unquote(text).encode())


def _parts(name: str, value: Any, content_type: str | None) -> Iterator[File]:
    """Yield a part for a value, or one for each item of a list; what has no file name is text."""
    if isinstance(value, list) and not is_json(content_type):
        for item in value:
            yield from _parts(name, item, content_type)
    elif _holds_file(value):
        yield _named(name, value, content_type)
    elif isinstance(value, dict | list) or is_json(content_type):
        yield File(json_text(value).encode(), content_type=content_type or "application/json")
    else:
        yield File(scalar_text(value).encode(), content_type=content_type)


def _named(field: str, value: Any, content_type: str | None) -> File:
    file = value if isinstance(value, File) else File(value)
    name = file.name or _name_of(file.content) or field
    guessed = mimetypes.guess_type(name)[0] or "application/octet-stream"
    return File(file.content, name, file.content_type or content_type or guessed, file.headers)


def _name_of(content: Content) -> str:
    path = content if isinstance(content, os.PathLike) else getattr(content, "name", None)
    return Path(path).name if isinstance(path, str | os.PathLike) else ""


def _head(name: str, part: File, fixed: Mapping[str, str]) -> bytes:
    disposition = f'form-data; name="{name.translate(_NAME_ESCAPES)}"'
    if part.name is not None:
        disposition += f'; filename="{part.name.translate(_NAME_ESCAPES)}"'
    named = {"Content-Disposition": disposition}
    own = {key.title(): value for key, value in part.headers.items()}
    headers = {**named, "Content-Type": part.content_type, **fixed, **own, **named}
    lines = (f"{k}: {check_header(k, v)}\r\n" for k, v in headers.items() if v is not None)
    return f"{''.join(lines)}\r\n".encode()
