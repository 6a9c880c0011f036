"""Fakes of answers that come event by event."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Generic, Self, TypeVar

import httpx2

from ..events import Events, StreamedOperation
from ..models import dump
from ..operation import Reply
from ..values import essence, json_text
from .fakes import Fake, Stub, respond

Event = TypeVar("Event")
T = TypeVar("T")


class StreamStub(Stub[T], Generic[Event, T]):
    """What an operation answers that streams `Event`, or returns `T`."""

    def __init__(self, fake: Fake[Any, Any], operation: StreamedOperation[Event, T]) -> None:
        super().__init__(fake, operation)
        self._events = operation.events

    def streams(self, events: Iterable[Event | Mapping[str, Any]]) -> Self:
        """Answer with these events, one after the other."""
        content = "".join(_written(self._events, event, self._package) for event in events)
        return self._say(respond(Reply("200", self._events.media_type), content.encode()))


def _written(events: Events, event: object, package: str) -> str:
    """Write one event as it is on the wire."""
    if isinstance(event, httpx2.ServerSentEvent):
        return _event_text(event.data, event=event.event, id=event.id, retry=event.retry)
    data = dump(package, Any if events.type is None else events.type, event)
    if events.fields:
        return _event_text(**{"data": "", **data})
    if events.is_sse:
        return _event_text(data)
    is_sequence = essence(events.media_type).endswith("json-seq")
    return ("\x1e" if is_sequence else "") + json_text(data) + "\n"


def _event_text(data: object, **members: object) -> str:
    """Write a server-sent event."""
    text = data if isinstance(data, str) else json_text(data)
    named = [f"{name}: {value}\n" for name, value in members.items() if value not in (None, "")]
    return "".join([*named, *(f"data: {line}\n" for line in text.split("\n")), "\n"])
