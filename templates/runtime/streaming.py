"""Answers that come event by event: streams, and the resources whose methods return them."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Generator, Mapping
from contextlib import aclosing
from dataclasses import replace
from typing import Any, Generic, Self, TypeVar

import httpx2

from .client import AsyncResource, Resource
from .events import SSE, Events, Reading, StreamedOperation, Texts
from .exchange import connection_error, exchange
from .request import Prepared, prepare
from .response import RawResponse
from .settings import ClientState
from .values import essence

T = TypeVar("T")
Event = TypeVar("Event")

_NO_CONTENT = (204, 205)
_BROKEN = "no more events"


class Stream(RawResponse[Any], Generic[Event]):
    """Events as they come, to be iterated over once; they end with the answer or with `[DONE]`.

    Close a stream that is not read to its end, or use it in `with`. It belongs to one thread.
    """

    def __init__(self, events: Events, raw: RawResponse[Any]) -> None:
        vars(self).update(vars(raw))
        self._reading: Reading[Event] = Reading(events, raw)
        self._events = self._read(self._open)

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
        if self._open is not None:
            self._open.close()

    def _read(self, response: httpx2.Response | None) -> Generator[Event, None, None]:
        if response is None:
            return
        try:
            for event in self._reading.source(Texts(response)):
                if self._reading.is_end(event):
                    break
                if event.data:
                    yield self._reading.value(event)
        except httpx2.RequestError as error:
            raise connection_error(self._request, error, _BROKEN) from error
        finally:
            response.close()


class AsyncStream(RawResponse[Any], Generic[Event]):
    """Events as they come, to be iterated over once; they end with the answer or with `[DONE]`.

    Close a stream that is not read to its end, or use it in `async with`. It belongs to one task.
    """

    def __init__(self, events: Events, raw: RawResponse[Any]) -> None:
        vars(self).update(vars(raw))
        self._reading: Reading[Event] = Reading(events, raw)
        self._events = self._read(self._open)

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> Event:
        return await anext(self._events)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def close(self) -> None:
        """Give the connection back; no more events come."""
        await self._events.aclose()
        if self._open is not None:
            await self._open.aclose()

    async def _read(self, response: httpx2.Response | None) -> AsyncGenerator[Event, None]:
        if response is None:
            return
        texts = Texts(response)
        try:
            async with (
                aclosing(texts.asynchronous),
                aclosing(aiter(self._reading.source(texts))) as events,
            ):
                async for event in events:
                    if self._reading.is_end(event):
                        break
                    if event.data:
                        yield self._reading.value(event)
        except httpx2.RequestError as error:
            raise connection_error(self._request, error, _BROKEN) from error
        finally:
            await response.aclose()


def _prepare(
    state: ClientState, operation: StreamedOperation[Any, Any], arguments: Mapping[str, Any]
) -> Prepared[Any]:
    if state.raw:
        raise TypeError(f"{operation.name}: a stream has no raw response, but status and headers")

    def keeps_open(response: httpx2.Response) -> bool:
        """Tell whether an answer is a stream; else it is read as a whole."""
        came = essence(response.headers.get("content-type"))
        fits = came in (SSE, "") or not operation.events.is_sse
        return response.is_success and response.status_code not in _NO_CONTENT and fits

    return prepare(replace(state, keeps_open=keeps_open), operation, arguments)


def _checked(raw: RawResponse[Any], events: Events) -> RawResponse[Any]:
    """Return an answer, or raise where one without error is no stream."""
    if raw._open is None and raw.status_code not in _NO_CONTENT:
        raise raw.unfit(events.media_type)
    return raw


def _streams(operation: StreamedOperation[Any, Any], arguments: Mapping[str, Any]) -> bool:
    flag = arguments.get(operation.selector or "")
    return flag is True or ("" in operation.choices and flag is not False)


class StreamingResource(Resource):
    """A group of operations, some of which stream."""

    def _stream(
        self, operation: StreamedOperation[Event, Any], arguments: Mapping[str, Any]
    ) -> Stream[Event]:
        client, events = self._client, operation.events
        raw = client._drive(exchange(_prepare(client._state, operation, arguments)))
        return Stream(events, _checked(raw, events))

    def _call_or_stream(
        self, operation: StreamedOperation[Event, T], arguments: Mapping[str, Any]
    ) -> Stream[Event] | T:
        if _streams(operation, arguments):
            return self._stream(operation, arguments)
        return self._call(operation, arguments)


class AsyncStreamingResource(AsyncResource):
    """A group of operations of an asynchronous client, some of which stream."""

    async def _stream(
        self, operation: StreamedOperation[Event, Any], arguments: Mapping[str, Any]
    ) -> AsyncStream[Event]:
        client, events = self._client, operation.events
        raw = await client._drive(exchange(_prepare(client._state, operation, arguments)))
        return AsyncStream(events, _checked(raw, events))

    async def _call_or_stream(
        self, operation: StreamedOperation[Event, T], arguments: Mapping[str, Any]
    ) -> AsyncStream[Event] | T:
        if _streams(operation, arguments):
            return await self._stream(operation, arguments)
        return await self._call(operation, arguments)
