"""Bodies that are read while they are sent, in constant memory, again for each retry."""

from __future__ import annotations

import os
from collections.abc import AsyncIterable, AsyncIterator, Generator, Iterator, Sequence
from pathlib import Path
from typing import IO, TypeGuard

from .types import Content

_CHUNK = 65_536


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
