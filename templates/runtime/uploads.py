"""Bodies that are text, bytes or files; what is no text is read while it is sent.

That takes constant memory; for a retry a body is read again.
"""

from __future__ import annotations

import os
from collections.abc import (
    AsyncIterable,
    AsyncIterator,
    Generator,
    Iterable,
    Iterator,
    Mapping,
    Sequence,
)
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any, TypeGuard

from pydantic import BaseModel

from .operation import Payload, Whole, plain_data
from .values import json_text, plain, scalar_text

Content = bytes | IO[bytes] | os.PathLike[str] | Iterable[bytes] | AsyncIterable[bytes]
"""Bytes, an open file, a path, or chunks of bytes; all but bytes are read while they are sent."""

_CHUNK = 65_536


@dataclass(frozen=True, slots=True)
class File:
    """Something to upload, with the name and media type that the server shall see."""

    content: Content
    name: str | None = None
    content_type: str | None = None
    headers: Mapping[str, str] = field(default_factory=dict)


FileInput = File | Content


class Upload:
    """The parts of a body one after the other; sync and async clients can send it.

    `length` is None where a part does not tell its size. `replayable` says whether the body can
    be sent a second time: chunks from an iterator and what comes through a pipe cannot.
    """

    def __init__(self, parts: Sequence[Content]) -> None:
        self._parts = [(part, part.tell() if _is_seekable(part) else None) for part in parts]
        sizes = [_size(part, start) for part, start in self._parts]
        known = [size for size in sizes if size is not None]
        self.length = sum(known) if len(known) == len(sizes) else None
        self.replayable = all(
            start is not None or isinstance(part, bytes | os.PathLike)
            for part, start in self._parts
        )

    def __iter__(self) -> Iterator[bytes]:
        for part, start in self._parts:
            if isinstance(part, AsyncIterable):
                raise TypeError("a client without `async` cannot send an asynchronous iterator")
            yield from _chunks(part, start)

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for part, start in self._parts:
            if isinstance(part, AsyncIterable):
                async for chunk in part:
                    yield chunk
            else:
                for chunk in _chunks(part, start):
                    yield chunk


def upload_payload(upload: Upload, media_type: str) -> Payload:
    """Return an upload as a body."""
    length = upload.length
    framing = (
        ("transfer-encoding", "chunked") if length is None else ("content-length", str(length))
    )
    return upload, dict([("content-type", media_type), framing])


def write_content(body: Whole, value: Any, package: str) -> Payload:  # noqa: ARG001
    """Write text, bytes or a file as they are."""
    media_type = "application/octet-stream" if "*" in body.media_type else body.media_type
    match value:
        case bytes():
            return value, {"content-type": media_type}
        case File():
            return upload_payload(Upload([value.content]), value.content_type or media_type)
        case BaseModel() | Mapping():
            raise TypeError(f"an object cannot be written as {media_type}; pass a str or bytes")
        case str():
            return value.encode(), {"content-type": media_type}
        case os.PathLike() | Iterable() | AsyncIterable():
            return upload_payload(Upload([value]), media_type)
        case _:
            return scalar_text(plain(value)).encode(), {"content-type": media_type}


def write_json_lines(body: Whole, value: Any, package: str) -> Payload:
    """Write a list as JSON Lines; the body's model is that of a line."""
    lines = (f"{json_text(plain_data(body, line, package))}\n" for line in value)
    return "".join(lines).encode(), {"content-type": body.media_type}


def is_file(value: object) -> TypeGuard[IO[bytes]]:
    """Tell whether a value is an open file, or near enough."""
    return hasattr(value, "read")


def _is_seekable(part: Content) -> TypeGuard[IO[bytes]]:
    return is_file(part) and part.seekable()


def _size(part: Content, start: int | None) -> int | None:
    match part:
        case bytes():
            return len(part)
        case os.PathLike():
            return Path(part).stat().st_size
        case _ if start is not None and is_file(part):
            end = part.seek(0, os.SEEK_END)
            part.seek(start)
            return end - start
        case _:
            return None


def _chunks(part: Content, start: int | None) -> Generator[bytes]:
    match part:
        case bytes():
            yield part
        case os.PathLike():
            with Path(part).open("rb") as file:
                yield from iter(lambda: file.read(_CHUNK), b"")
        case _ if is_file(part):
            if start is not None:
                part.seek(start)
            yield from iter(lambda: part.read(_CHUNK), b"")
        case _:
            assert not isinstance(part, AsyncIterable)
            yield from part
