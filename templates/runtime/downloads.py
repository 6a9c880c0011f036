"""Answers that are read bit by bit, in constant memory: downloads."""

from __future__ import annotations

import os
import secrets
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable, Generator
from contextlib import AbstractAsyncContextManager as AsyncManager
from contextlib import AbstractContextManager as Manager
from contextlib import aclosing, asynccontextmanager, contextmanager
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

import httpx2

from .client import chunks, run
from .generators import run_each
from .response import RawResponse, connection_error

P = ParamSpec("P")
T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)

Progress = Callable[[int, int | None], object]
"""Called with the bytes that came so far, and how many come in all if the server told."""


class _Streamed(RawResponse[T_co]):
    """What the two kinds of streamed responses share; `content` is there when it was read."""

    def __init__(self, raw: RawResponse[T_co]) -> None:
        vars(self).update(vars(raw))

    async def _bytes(self) -> AsyncGenerator[bytes, None]:
        if self._open is None:
            yield self.content
            return
        try:
            async with aclosing(chunks(self._open)) as parts:
                async for part in parts:
                    yield part
        except httpx2.RequestError as error:
            raise connection_error(self._request, error, "no more of the answer") from error

    async def _lines(self) -> AsyncGenerator[str, None]:
        begun, size = [b""], 0
        async with aclosing(self._bytes()) as parts:
            async for part in parts:
                *ended, rest = part.split(b"\n")
                for end in ended:
                    yield b"".join([*begun, end]).removesuffix(b"\r").decode(errors="replace")
                    begun, size = [], 0
                begun.append(rest)
                size = self._limited(size + len(rest))
        if any(begun):
            yield b"".join(begun).decode(errors="replace")

    async def _read(self) -> RawResponse[T_co]:
        parts: list[bytes] = []
        size = 0
        async with aclosing(self._bytes()) as stream:
            async for part in stream:
                parts.append(part)
                size = self._limited(size + len(part))
        self.content = b"".join(parts)
        return self

    def _limited(self, size: int) -> int:
        """Return how much is held in memory, unless that is too much."""
        limit = self._request.client.largest_answer
        if size > limit:
            error = httpx2.DecodingError(f"more than {limit} bytes are to be held in memory")
            raise connection_error(self._request, error, "an answer that is too large")
        return size

    async def _save(self, path: str | os.PathLike[str], progress: Progress | None) -> None:
        """Write to a file that gets its name only when it is whole."""
        target = Path(path)
        unfinished = target.with_name(f".{target.name}.{secrets.token_hex(4)}.part")
        size = self.headers.get("content-length", "")
        is_known = size.isdecimal() and "content-encoding" not in self.headers
        try:
            with unfinished.open("xb") as file:
                async with aclosing(self._bytes()) as parts:
                    async for part in parts:
                        file.write(part)
                        if progress is not None:
                            progress(file.tell(), int(size) if is_known else None)
            unfinished.replace(target)
        finally:
            unfinished.unlink(missing_ok=True)


class StreamedResponse(_Streamed[T_co]):
    """An answer whose body is read once, as it comes."""

    def iter_bytes(self) -> Generator[bytes, None, None]:
        """Yield the body as it comes, unpacked."""
        return run_each(self._bytes())

    def iter_lines(self) -> Generator[str, None, None]:
        """Yield the lines of a text in UTF-8, without their ends."""
        return run_each(self._lines())

    def read(self) -> RawResponse[T_co]:
        """Read the body to its end; the result has `parse()`, `json()` and `text`."""
        return run(self._read())

    def save(self, path: str | os.PathLike[str], *, progress: Progress | None = None) -> None:
        """Write the body to a file, which is there only when all of it came."""
        run(self._save(path, progress))


class AsyncStreamedResponse(_Streamed[T_co]):
    """An answer whose body is read once, as it comes, by an asynchronous client."""

    def iter_bytes(self) -> AsyncGenerator[bytes, None]:
        """Yield the body as it comes, unpacked."""
        return self._bytes()

    def iter_lines(self) -> AsyncGenerator[str, None]:
        """Yield the lines of a text in UTF-8, without their ends."""
        return self._lines()

    async def read(self) -> RawResponse[T_co]:
        """Read the body to its end; the result has `parse()`, `json()` and `text`."""
        return await self._read()

    async def save(self, path: str | os.PathLike[str], *, progress: Progress | None = None) -> None:
        """Write the body to a file, which is there only when all of it came."""
        await self._save(path, progress)


def _left_open(method: Any) -> Any:
    """Return the method of a resource whose client does not read the answers that succeed."""
    client = method.__self__._client
    state = client._state.changed(raw=True, keeps_open=lambda response: response.is_success)
    return getattr(type(method.__self__)(client._copy(state)), method.__name__)


def streaming_response(method: Callable[P, T]) -> Callable[P, Manager[StreamedResponse[T]]]:
    """Return the method of a resource such that it gives its answer unread, for use in `with`."""
    call = _left_open(method)

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
) -> Callable[P, AsyncManager[AsyncStreamedResponse[T]]]:
    """Return the method of an asynchronous resource such that it gives its answer unread."""
    call = _left_open(method)

    @asynccontextmanager
    async def opened(*args: P.args, **kwargs: P.kwargs) -> AsyncIterator[AsyncStreamedResponse[T]]:
        streamed = AsyncStreamedResponse[T](await call(*args, **kwargs))
        try:
            yield streamed
        finally:
            if streamed._open is not None:
                await streamed._open.aclose()

    return opened
