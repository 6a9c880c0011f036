"""Answers that come event by event: how they are written, and what must become of them."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from tests.corpus.arguments import essence, is_json_lines
from tests.corpus.maker import Plan, instance, plain
from tests.corpus.schemas import Schema, Schemas
from tests.corpus.values import difference

_MEMBERS = ("event", "id", "retry", "data")


class Events(list[Any]):
    """The events of an answer, as JSON data."""


def is_streamed(media_type: str) -> bool:
    """Tell whether answers of a media type are a series of events."""
    return essence(media_type) == "text/event-stream" or is_json_lines(media_type)


def make_events(schema: Schema, schemas: Schemas, plan: Plan) -> Events:
    """Make two events of a schema, which may be that of one event or of all."""
    # An event that lacks its data would not be one.
    simple = replace(plan, has_optional=True, has_null=False, has_unknown=False)
    made = plain(instance(schemas, schema, simple))
    return Events(made if isinstance(made, list) and made else [made, made])


def written(media_type: str, events: Events) -> bytes:
    """Write events as they come over the wire."""
    if is_json_lines(media_type):
        return "".join(f"{json.dumps(event)}\n" for event in events).encode()
    return "".join(f"{_block(event)}\n" for event in events).encode()


def _block(event: Any) -> str:
    """Write an event; a schema may describe it with its name and id, or its data alone."""
    members = _members(event)
    lines = [f"{name}: {_line(members[name])}\n" for name in _MEMBERS if name in members]
    return "".join(lines)


def _members(event: Any) -> dict[str, Any]:
    is_whole = isinstance(event, dict) and "data" in event and set(event) <= set(_MEMBERS)
    return event if is_whole else {"data": event}


def _line(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value)


def unlike(events: Events, read: list[Any]) -> str:
    """Say where the events that were read differ from those that were sent."""
    if len(events) != len(read):
        return f"{len(events)} events became {len(read)}"
    found = (_unlike(*pair) for pair in zip(events, read, strict=True))
    return next(filter(None, found), "")


def _unlike(event: Any, read: Any) -> str:
    """Compare one event; one that no schema describes keeps its data as text."""
    if isinstance(read, dict) and isinstance(read.get("data"), str) and "data" not in event:
        return difference(_line(event), read["data"])
    return difference(event, read)
