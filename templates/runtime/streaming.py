"""Answers that come event by event: streams, and the resources whose methods return them."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Generator, Mapping
from contextlib import aclosing
from dataclasses import replace
from typing import Any, Generic, Self, TypeVar

import httpx2

from .client import AsyncResource, Resource
from .errors import APIResponseValidationError, status_text
from .events import SSE, Reading, StreamedOperation, Texts, essence
from .exchange import exchange
from .open_answers import OpenAnswer
from .request import Prepared, prepare
from .response import RawResponse, plain_body
from .settings import ClientState

T = TypeVar("T")
Event = TypeVar("Event")

_NO_CONTENT = (204, 205)


class _BaseStream(OpenAnswer, Generic[Event]):
    """What the two kinds of streams share."""

    def __init__(self, reading: Reading[Event], response: httpx2.Response | None) -> None:
        super().__init__(reading.raw, response)
        self._reading = reading


class Stream(_BaseStream[Event]):
    """Events as they come, to be iterated over once; they end with the answer or with `[DONE]`.

    Close a stream that is not read to its end, or use it in `with`. It belongs to one thread.
    """

    def __init__(self, reading: Reading[Event], response: httpx2.Response | None) -> None:
        super().__init__(reading, response)
        self._events = self._read(response)

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
        if self._response is not None:
            self._response.close()

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
            raise self._reading.broken_off(error) from error
        finally:
            response.close()


class AsyncStream(_BaseStream[Event]):
    """Events as they come, to be iterated over once; they end with the answer or with `[DONE]`.

    Close a stream that is not read to its end, or use it in `async with`. It belongs to one task.
    """

    def __init__(self, reading: Reading[Event], response: httpx2.Response | None) -> None:
        super().__init__(reading, response)
        self._events = self._read(response)

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
        if self._response is not None:
            await self._response.aclose()

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
            raise self._reading.broken_off(error) from error
        finally:
            await response.aclose()


class _Opening:
    """Tells which answer to a request stays open: a success that is a stream."""

    def __init__(self, operation: StreamedOperation[Any, Any]) -> None:
        self._events = operation.events
        self.response: httpx2.Response | None = None

    def keeps(self, response: httpx2.Response) -> bool:
        """Take a response, unless it is to be read as a whole."""
        came = essence(response.headers.get("content-type", ""))
        fits = came in (SSE, "") or not self._events.is_sse
        if response.is_success and response.status_code not in _NO_CONTENT and fits:
            self.response = response
        return self.response is not None

    def check(self, raw: RawResponse[Any], request: Prepared[Any]) -> None:
        """Raise where an answer without error is no stream."""
        if self.response is None and raw.status_code not in _NO_CONTENT:
            came = raw.headers.get("content-type", "no content type")
            raw.forget_credentials()
            raise APIResponseValidationError(
                f"{request.title} → {status_text(raw.status_code)}: the answer ({came}) is no"
                f" {self._events.media_type}",
                body=plain_body(raw),
                response=raw,
            )


def _prepare(
    state: ClientState, operation: StreamedOperation[Any, Any], arguments: Mapping[str, Any]
) -> tuple[Prepared[Any], _Opening]:
    if state.raw:
        raise TypeError(f"{operation.name}: a stream has no raw response, but status and headers")
    opening = _Opening(operation)
    return prepare(replace(state, keeps_open=opening.keeps), operation, arguments), opening


def _chooses_stream(operation: StreamedOperation[Any, Any], arguments: Mapping[str, Any]) -> bool:
    return arguments.get(operation.selector or "") is True


class StreamingResource(Resource):
    """A group of operations, some of which stream."""

    def _stream(
        self, operation: StreamedOperation[Event, Any], arguments: Mapping[str, Any]
    ) -> Stream[Event]:
        client = self._client
        request, opening = _prepare(client._state, operation, arguments)
        raw = client._drive(exchange(request))
        opening.check(raw, request)
        return Stream(Reading(operation, request, raw), opening.response)

    def _call_or_stream(
        self, operation: StreamedOperation[Event, T], arguments: Mapping[str, Any]
    ) -> Stream[Event] | T:
        if _chooses_stream(operation, arguments):
            return self._stream(operation, arguments)
        return self._call(operation, arguments)


class AsyncStreamingResource(AsyncResource):
    """A group of operations of an asynchronous client, some of which stream."""

    async def _stream(
        self, operation: StreamedOperation[Event, Any], arguments: Mapping[str, Any]
    ) -> AsyncStream[Event]:
        client = self._client
        request, opening = _prepare(client._state, operation, arguments)
        raw = await client._drive(exchange(request))
        opening.check(raw, request)
        return AsyncStream(Reading(operation, request, raw), opening.response)

    async def _call_or_stream(
        self, operation: StreamedOperation[Event, T], arguments: Mapping[str, Any]
    ) -> AsyncStream[Event] | T:
        if _chooses_stream(operation, arguments):
            return await self._stream(operation, arguments)
        return await self._call(operation, arguments)
