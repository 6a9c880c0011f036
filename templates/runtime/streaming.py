"""Answers that come event by event: streams, and the resources whose methods return them."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import aclosing
from typing import Any, Generic, Self, TypeVar

import httpx2

from .client import AsyncResource, BaseClient, Resource, run
from .events import SSE, Events, Reading, StreamedOperation, Texts
from .generators import run_each
from .operation import Arguments, Prepared
from .response import RawResponse, connection_error
from .values import essence

T = TypeVar("T")
Event = TypeVar("Event")

_NO_CONTENT = (204, 205)


class _BaseStream(RawResponse[Any], Generic[Event]):
    """What the two kinds of streams share."""

    def __init__(self, events: Events, raw: RawResponse[Any]) -> None:
        vars(self).update(vars(raw))
        self._reading: Reading[Event] = Reading(events, raw)
        self._coming = self._read()

    async def _read(self) -> AsyncGenerator[Event, None]:
        if self._open is None:
            return
        texts = Texts(self._open)
        try:
            async with (
                aclosing(texts.texts),
                aclosing(aiter(self._reading.source(texts))) as events,
            ):
                async for event in events:
                    if self._reading.is_end(event):
                        break
                    if event.data:
                        yield self._reading.value(event)
        except httpx2.RequestError as error:
            raise connection_error(self._request, error, "no more events") from error


class Stream(_BaseStream[Event]):
    """Events as they come, to be iterated over once; they end with the answer or with `[DONE]`.

    Close a stream that is not read to its end, or use it in `with`. It belongs to one thread.
    """

    def __init__(self, events: Events, raw: RawResponse[Any]) -> None:
        super().__init__(events, raw)
        self._events = run_each(self._coming)

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> Event:
        return next(self._events)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Give the connection back; no more events come."""
        self._events.close()
        run(self._coming.aclose())
        if self._open is not None:
            self._open.close()


class AsyncStream(_BaseStream[Event]):
    """Events as they come, to be iterated over once; they end with the answer or with `[DONE]`.

    Close a stream that is not read to its end, or use it in `async with`. It belongs to one task.
    """

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> Event:
        return await anext(self._coming)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def close(self) -> None:
        """Give the connection back; no more events come."""
        await self._coming.aclose()
        if self._open is not None:
            await self._open.aclose()


async def _stream(
    client: BaseClient[Any], operation: StreamedOperation[Any, Any], arguments: Arguments
) -> RawResponse[Any]:
    """Return the answer to a call, opened; raise where one without error is no stream."""
    if client._state.raw:
        raise TypeError(f"{operation.name}: a stream has no raw response, but status and headers")

    def keeps_open(response: httpx2.Response) -> bool:
        """Tell whether an answer is a stream; else it is read as a whole."""
        came = essence(response.headers.get("content-type"))
        fits = came in (SSE, "") or not operation.events.is_sse
        return response.is_success and response.status_code not in _NO_CONTENT and fits

    client = client._copy(client._state.changed(keeps_open=keeps_open))
    raw = await client._exchange(Prepared(client, operation, arguments))
    if raw._open is None and raw.status_code not in _NO_CONTENT:
        raise raw.unfit(operation.events.media_type)
    return raw


def _streams(operation: StreamedOperation[Any, Any], arguments: Arguments) -> bool:
    flag = arguments.get(operation.selector)
    return flag is True or ("" in operation.choices and flag is not False)


class StreamingResource(Resource):
    """A group of operations, some of which stream."""

    def _stream(
        self, operation: StreamedOperation[Event, Any], arguments: Arguments
    ) -> Stream[Event]:
        return Stream(operation.events, run(_stream(self._client, operation, arguments)))

    def _call_or_stream(
        self, operation: StreamedOperation[Event, T], arguments: Arguments
    ) -> Stream[Event] | T:
        if _streams(operation, arguments):
            return self._stream(operation, arguments)
        return self._call(operation, arguments)


class AsyncStreamingResource(AsyncResource):
    """A group of operations of an asynchronous client, some of which stream."""

    async def _stream(
        self, operation: StreamedOperation[Event, Any], arguments: Arguments
    ) -> AsyncStream[Event]:
        return AsyncStream(operation.events, await _stream(self._client, operation, arguments))

    async def _call_or_stream(
        self, operation: StreamedOperation[Event, T], arguments: Arguments
    ) -> AsyncStream[Event] | T:
        if _streams(operation, arguments):
            return await self._stream(operation, arguments)
        return await self._call(operation, arguments)
