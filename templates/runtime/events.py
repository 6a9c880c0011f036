"""What the events of a stream are, and how values are made of them."""

from __future__ import annotations

import codecs
import json
from collections.abc import AsyncGenerator, AsyncIterator, Iterator
from contextlib import aclosing, suppress
from dataclasses import KW_ONLY, dataclass
from typing import Any, Generic, NoReturn, TypeVar, cast

import httpx2

from .client import chunks
from .errors import APIAnswerError, APIResponseValidationError, vendor_text
from .operation import Operation, Reply
from .response import RawResponse
from .values import essence

T_co = TypeVar("T_co", covariant=True)
Event = TypeVar("Event")
Event_co = TypeVar("Event_co", covariant=True)

SSE = "text/event-stream"
_FAILURE = "error"
_LARGEST_EVENT = 64 * 1024 * 1024


class APIStreamError(APIAnswerError):
    """The server failed after the stream had begun, and said so in it.

    That is an event called `error`, unless the operation has other names for such events, or one
    that has an `error` and is nothing that the document promises. `body` is the promised type
    where the event fits it; else the JSON as it came; else the text.
    """


@dataclass(frozen=True, slots=True)
class Events:
    """The events of an answer; `type` is as in `Body`, but None is a server-sent event as it is.

    `type` describes the JSON in the data of a server-sent event, or with `fields` an object of
    these members of the event. With `is_text` its data is no JSON. The data `end` ends a stream,
    an event with a name in `errors` is an error.
    """

    media_type: str
    type: object = None
    _: KW_ONLY
    fields: tuple[str, ...] = ()
    is_text: bool = False
    end: str = "[DONE]"
    errors: tuple[str, ...] = (_FAILURE,)

    @property
    def is_sse(self) -> bool:
        """Whether they are server-sent events; else they are JSON Lines."""
        return essence(self.media_type) == SSE


@dataclass(frozen=True, kw_only=True, slots=True)
class StreamedOperation(Operation[T_co], Generic[Event_co, T_co]):
    """An operation that streams `Event_co`: always, or where its selector is true; else `T_co`.

    Where the empty text is among the `choices`, it streams unless its selector is false.
    """

    events: Events


class Texts:
    """The text of an answer, which is UTF-8 by definition, for the parser of its events.

    It holds the asynchronous generator, so that this is closed by us and not by chance.
    """

    headers = httpx2.Headers({"content-type": SSE})

    def __init__(self, response: httpx2.Response) -> None:
        self.request = response.request
        self.texts = self._read(response)

    def aiter_text(self) -> AsyncIterator[str]:
        """Return what yields the text as it comes, always the same."""
        return self.texts

    async def _read(self, response: httpx2.Response) -> AsyncGenerator[str, None]:
        decoder = codecs.getincrementaldecoder("utf-8-sig")("replace")
        async with aclosing(chunks(response)) as parts:
            async for part in parts:
                yield decoder.decode(part)
        yield decoder.decode(b"", final=True)


class _Lines:
    """JSON texts with a separator between them, as events that have nothing but data."""

    def __init__(self, texts: Texts, separator: str) -> None:
        self._texts = texts
        self._separator = separator
        self._parts: list[str] = []
        self._size = 0

    async def __aiter__(self) -> AsyncGenerator[httpx2.ServerSentEvent, None]:
        async for text in self._texts.aiter_text():
            for event in self._complete(text):
                yield event
        yield self._rest()

    def _complete(self, text: str) -> Iterator[httpx2.ServerSentEvent]:
        *ended, rest = text.split(self._separator)
        for line in ended:
            self._parts.append(line)
            yield self._rest()
        self._parts.append(rest)
        self._size += len(rest)
        if self._size > _LARGEST_EVENT:
            raise httpx2.ReadError(f"a line is longer than {_LARGEST_EVENT} characters")

    def _rest(self) -> httpx2.ServerSentEvent:
        line = "".join(self._parts).strip()
        self._parts, self._size = [], 0
        return httpx2.ServerSentEvent(data=line)


class Reading(Generic[Event]):
    """Makes values of the events of a stream that was opened."""

    def __init__(self, events: Events, raw: RawResponse[Any]) -> None:
        self._events = events
        self._raw = raw

    def source(self, texts: Texts) -> Any:
        """Return the parser."""
        if not self._events.is_sse:
            is_sequence = essence(self._events.media_type).endswith("json-seq")
            return _Lines(texts, "\x1e" if is_sequence else "\n")
        return httpx2.EventSource(cast("httpx2.Response", texts), max_event_size=_LARGEST_EVENT)

    def is_end(self, event: httpx2.ServerSentEvent) -> bool:
        """Tell whether no more events come, and this is none."""
        return event.data == self._events.end

    def value(self, event: httpx2.ServerSentEvent) -> Event:
        """Make what the caller gets of an event; raise where that is an error."""
        raw = self._read(self._content(event))
        if event.event in self._events.errors:
            self._raise_failure(event)
        if self._events.is_sse and self._events.type is None:
            return cast("Event", event)
        try:
            return raw.parse()
        except APIResponseValidationError:
            said = self._read(event.data.encode()).plain()
            if isinstance(said, dict) and said.get(_FAILURE):
                self._raise_failure(event)
            raise

    def _read(self, content: bytes) -> RawResponse[Event]:
        raw: RawResponse[Event] = object.__new__(RawResponse)
        reply = Reply("200", "application/json", self._events.type)
        vars(raw).update(vars(self._raw), content=content, _reply=reply)
        return raw

    def _content(self, event: httpx2.ServerSentEvent) -> bytes:
        """Return the JSON that `type` describes; data that is none is left for its parser."""
        if not self._events.fields:
            return event.data.encode()
        try:
            data = event.data if self._events.is_text else event.json()
        except (ValueError, RecursionError):
            return event.data.encode()
        members = {"event": event.event, "data": data, "id": event.id, "retry": event.retry}
        said = {name: members[name] for name in self._events.fields}
        return json.dumps({k: v for k, v in said.items() if v not in ("", None)}).encode()

    def _raise_failure(self, event: httpx2.ServerSentEvent) -> NoReturn:
        raw = self._read(self._content(event))
        body = plain = self._read(event.data.encode()).plain()
        text = vendor_text(plain, raw.hide)
        message = raw.message(f"the stream ended with an error{text and f': {text}'}")
        with suppress(APIResponseValidationError):
            body = plain if self._events.type is None else raw.parse()
        raise APIStreamError(message, body=body, response=self._read(raw.content)) from None
