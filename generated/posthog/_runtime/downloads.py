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
from pathlib import Path
from typing import ParamSpec, TypeVar

import httpx2

from .exchange import connection_error
from .response import RawResponse, with_state

P = ParamSpec("P")
T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)

_BROKEN = "no more of the answer"

Progress = Callable[[int, int | None], object]
"""Called with the bytes that came so far, and how many come in all if the server told."""


class _Streamed(RawResponse[T_co]):
    """What the two kinds of streamed responses share; `content` is there when it was read."""

    def __init__(self, raw: RawResponse[T_co]) -> None:
        vars(self).update(vars(raw))

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
            yield from self._open.iter_bytes() if self._open else (self.content,)
        except httpx2.RequestError as error:
            raise connection_error(self._request, error, _BROKEN) from error

    def iter_lines(self) -> Generator[str]:
        """Yield the lines of a text in UTF-8, without their ends."""
        parts: list[bytes] = []
        for chunk in self.iter_bytes():
            yield from _lines(parts, chunk)
        if any(parts):
            yield from _lines(parts, b"\n")

    def read(self) -> RawResponse[T_co]:
        """Read the body to its end; the result has `parse()`, `json()` and `text`."""
        self.content = b"".join(self.iter_bytes())
        return self

    def save(self, path: str | os.PathLike[str], *, progress: Progress | None = None) -> None:
        """Write the body to a file, which is there only when all of it came."""
        with self._file(path, progress) as write:
            for chunk in self.iter_bytes():
                write(chunk)


class AsyncStreamedResponse(_Streamed[T_co]):
    """An answer whose body is read once, as it comes, by an asynchronous client."""

    async def iter_bytes(self) -> AsyncGenerator[bytes]:
        """Yield the body as it comes, unpacked."""
        if self._open is None:
            yield self.content
            return
        try:
            async with aclosing(self._open.aiter_bytes()) as chunks:
                async for chunk in chunks:
                    yield chunk
        except httpx2.RequestError as error:
            raise connection_error(self._request, error, _BROKEN) from error

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
        self.content = b"".join([chunk async for chunk in self.iter_bytes()])
        return self

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


def streaming_response(
    method: Callable[P, T],
) -> Callable[P, AbstractContextManager[StreamedResponse[T]]]:
    """Return the method of a resource such that it gives its answer unread, for use in `with`."""
    call = with_state(method, raw=True, keeps_open=_is_success)

    @contextmanager
    def opened(*args: P.args, **kwargs: P.kwargs) -> Generator[StreamedResponse[T]]:
        streamed = StreamedResponse[T](call(*args, **kwargs))
        try:
            yield streamed
        finally:
            if streamed._open is not None:
                streamed._open.close()

    return opened


def async_streaming_response(
    method: Callable[P, Awaitable[T]],
) -> Callable[P, AbstractAsyncContextManager[AsyncStreamedResponse[T]]]:
    """Return the method of an asynchronous resource such that it gives its answer unread."""
    call = with_state(method, raw=True, keeps_open=_is_success)

    @asynccontextmanager
    async def opened(*args: P.args, **kwargs: P.kwargs) -> AsyncIterator[AsyncStreamedResponse[T]]:
        streamed = AsyncStreamedResponse[T](await call(*args, **kwargs))
        try:
            yield streamed
        finally:
            if streamed._open is not None:
                await streamed._open.aclose()

    return opened


def _is_success(response: httpx2.Response) -> bool:
    return response.is_success
