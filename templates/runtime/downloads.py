"""Answers that are read bit by bit, in constant memory: downloads."""

from __future__ import annotations

import os
import secrets
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable, Generator, Iterator
from contextlib import (
    AbstractAsyncContextManager,
    AbstractContextManager,
    aclosing,
    asynccontextmanager,
    contextmanager,
)
from dataclasses import replace
from pathlib import Path
from typing import Any, Generic, ParamSpec, TypeVar, cast

import httpx2

from .errors import APIConnectionError
from .exchange import connection_error
from .open_answers import OpenAnswer
from .response import RawResponse

P = ParamSpec("P")
T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)

Progress = Callable[[int, int | None], object]
"""Called with the bytes that came so far, and how many come in all if the server told."""


class _Streamed(OpenAnswer, Generic[T_co]):
    """What the two kinds of streamed responses share."""

    _raw: RawResponse[T_co]

    def _broken_off(self, error: httpx2.RequestError) -> APIConnectionError:
        request = self._raw._request
        assert request is not None
        return connection_error(request, error, "no more of the answer")

    def _filled(self, chunks: list[bytes]) -> RawResponse[T_co]:
        self._raw.content = b"".join(chunks)
        return self._raw

    @contextmanager
    def _file(
        self, path: str | os.PathLike[str], progress: Progress | None
    ) -> Generator[Callable[[bytes], None]]:
        """Give what writes to a file that gets its name only when it is whole."""
        target = Path(path)
        part = target.with_name(f".{target.name}.{secrets.token_hex(4)}.part")
        size = self.headers.get("content-length", "")
        is_packed = "content-encoding" in self.headers
        total = int(size) if size.isdecimal() and not is_packed else None

        def write(chunk: bytes) -> None:
            file.write(chunk)
            if progress is not None:
                progress(file.tell(), total)

        try:
            with part.open("xb") as file:
                yield write
            part.replace(target)
        finally:
            part.unlink(missing_ok=True)


class StreamedResponse(_Streamed[T_co]):
    """An answer whose body is read once, as it comes."""

    def iter_bytes(self) -> Generator[bytes]:
        """Yield the body as it comes, unpacked."""
        try:
            yield from self._response.iter_bytes() if self._response else (self._raw.content,)
        except httpx2.RequestError as error:
            raise self._broken_off(error) from error

    def iter_lines(self) -> Generator[str]:
        """Yield the lines of a text in UTF-8, without their ends."""
        parts: list[bytes] = []
        for chunk in self.iter_bytes():
            yield from _lines(parts, chunk)
        if any(parts):
            yield from _lines(parts, b"\n")

    def read(self) -> RawResponse[T_co]:
        """Read the body to its end; the result has `parse()`, `json()` and `text`."""
        return self._filled([*self.iter_bytes()])

    def save(self, path: str | os.PathLike[str], *, progress: Progress | None = None) -> None:
        """Write the body to a file, which is there only when all of it came."""
        with self._file(path, progress) as write:
            for chunk in self.iter_bytes():
                write(chunk)


class AsyncStreamedResponse(_Streamed[T_co]):
    """An answer whose body is read once, as it comes, by an asynchronous client."""

    async def iter_bytes(self) -> AsyncGenerator[bytes]:
        """Yield the body as it comes, unpacked."""
        if self._response is None:
            yield self._raw.content
            return
        try:
            async with aclosing(self._response.aiter_bytes()) as chunks:
                async for chunk in chunks:
                    yield chunk
        except httpx2.RequestError as error:
            raise self._broken_off(error) from error

    async def iter_lines(self) -> AsyncGenerator[str]:
        """Yield the lines of a text in UTF-8, without their ends."""
        parts: list[bytes] = []
        async with aclosing(self.iter_bytes()) as chunks:
            async for chunk in chunks:
                for line in _lines(parts, chunk):
                    yield line
        for line in _lines(parts, b"\n") if any(parts) else ():
            yield line

    async def read(self) -> RawResponse[T_co]:
        """Read the body to its end; the result has `parse()`, `json()` and `text`."""
        return self._filled([chunk async for chunk in self.iter_bytes()])

    async def save(self, path: str | os.PathLike[str], *, progress: Progress | None = None) -> None:
        """Write the body to a file, which is there only when all of it came."""
        with self._file(path, progress) as write:
            async with aclosing(self.iter_bytes()) as chunks:
                async for chunk in chunks:
                    write(chunk)


def _lines(parts: list[bytes], chunk: bytes) -> Iterator[str]:
    """Yield the lines that a chunk ends; `parts` keeps the beginning of the next one."""
    *ended, rest = chunk.split(b"\n")
    for end in ended:
        yield b"".join([*parts, end]).removesuffix(b"\r").decode(errors="replace")
        parts.clear()
    parts.append(rest)


class _Opening:
    """Leaves open the answer that is no error, so that its body is not read at once."""

    def __init__(self, method: Callable[..., Any]) -> None:
        self.response: httpx2.Response | None = None
        resource = cast("Any", method).__self__
        client = resource._client._copy(raw=True)
        client._state = replace(client._state, keeps_open=self._keeps)
        self.call = getattr(type(resource)(client), cast("Any", method).__name__)

    def _keeps(self, response: httpx2.Response) -> bool:
        self.response = response if response.is_success else None
        return response.is_success


def streaming_response(
    method: Callable[P, T],
) -> Callable[P, AbstractContextManager[StreamedResponse[T]]]:
    """Return the method of a resource such that it gives its answer unread, for use in `with`."""

    @contextmanager
    def opened(*args: P.args, **kwargs: P.kwargs) -> Generator[StreamedResponse[T]]:
        opening = _Opening(method)
        try:
            yield StreamedResponse(opening.call(*args, **kwargs), opening.response)
        finally:
            if opening.response is not None:
                opening.response.close()

    return opened


def async_streaming_response(
    method: Callable[P, Awaitable[T]],
) -> Callable[P, AbstractAsyncContextManager[AsyncStreamedResponse[T]]]:
    """Return the method of an asynchronous resource such that it gives its answer unread."""

    @asynccontextmanager
    async def opened(*args: P.args, **kwargs: P.kwargs) -> AsyncIterator[AsyncStreamedResponse[T]]:
        opening = _Opening(method)
        try:
            yield AsyncStreamedResponse(await opening.call(*args, **kwargs), opening.response)
        finally:
            if opening.response is not None:
                await opening.response.aclose()

    return opened
