"""Answers that come event by event: server-sent events and JSON Lines."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from generator.build.media_types import JSON_LINES, essence, is_json, item_schema
from generator.build.types import in_json, is_object_class, named_or_any, type_of
from generator.ir.bodies import FieldsBody
from generator.ir.client import EventStream, Response
from generator.ir.types import AnyValue, Nullable, Scalar
from generator.normalize.document import referenced_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from generator.build.types import Schema
    from generator.ir.bodies import Body, BodyField
    from generator.ir.client import Parameter

_SSE = "text/event-stream"
_LINES = JSON_LINES | {"application/json-seq"}
_FLAG = "stream"
_MEMBERS = frozenset({"event", "data", "id", "retry"})
_TEXT = Scalar(name="str")


def build_stream(
    declared: Mapping[str, Any],
    parameters: Sequence[Parameter],
    body: Body | None,
    components: Mapping[str, Schema],
) -> EventStream | None:
    """Build the stream of an operation that has no other success, or a flag to choose it by."""
    contents = dict(_succeeding(declared))
    streaming = [name for name in contents if _streams(name)]
    rest = [name for name in contents if name not in streaming]
    flag = _flag(parameters, body)
    if len(streaming) != 1 or (rest and (flag is None or not all(map(is_json, rest)))):
        return None
    built = _stream(streaming[0], contents[streaming[0]], components)
    if flag is None or not rest:
        return built
    return replace(built, flag=flag.python_name, is_usual=flag.default is True)


def without_stream(
    responses: tuple[Response, ...], stream: EventStream | None
) -> tuple[Response, ...]:
    """Give the answers of a call that does not stream; of one that always does, typed by event."""
    if stream is None:
        return responses
    if stream.flag is not None:
        return tuple(one for one in responses if not _is_of(one, stream))
    event = AnyValue() if stream.event is None else stream.event
    return tuple(replace(one, type=event) if _is_of(one, stream) else one for one in responses)


def _is_of(response: Response, stream: EventStream) -> bool:
    return response.status.startswith("2") and response.media_type == stream.media_type


def _succeeding(declared: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    for status, one in declared.items():
        if str(status).startswith("2"):
            yield from (one.get("content") or {}).items()


def _streams(media_type: str) -> bool:
    return essence(media_type) == _SSE or essence(media_type) in _LINES


def _flag(parameters: Sequence[Parameter], body: Body | None) -> BodyField | Parameter | None:
    """Find the boolean argument that the document calls `stream`."""
    fields: Sequence[BodyField] = body.fields if isinstance(body, FieldsBody) else ()
    asked = [one for one in parameters if one.location == "query"]
    candidates: list[BodyField | Parameter] = [*fields, *asked]
    for one in candidates:
        of = one.type.of if isinstance(one.type, Nullable) else one.type
        if one.wire_name == _FLAG and of == Scalar(name="bool"):
            return one
    return None


def _stream(
    media_type: str, content: Mapping[str, Any], components: Mapping[str, Schema]
) -> EventStream:
    schema = item_schema(content, components)
    event = named_or_any(in_json(type_of(schema, components)))
    if essence(media_type) != _SSE:
        event = AnyValue() if isinstance(event, Scalar) else event
        return EventStream(kind="ndjson", media_type=media_type, event=event)
    if event in (AnyValue(), _TEXT):
        return EventStream(kind="sse", media_type=media_type, event=None)
    members = list(_members(schema, components, set()))
    fields = _fields(members)
    return EventStream(
        kind="sse",
        media_type=media_type,
        event=event,
        fields=fields,
        is_text=bool(fields) and all(_has_text(member, components) for member in members),
    )


def _members(schema: Schema, components: Mapping[str, Schema], seen: set[str]) -> Iterator[Schema]:
    """Yield the classes that a schema stands for, unions followed; `seen` ends circles."""
    name = referenced_name(schema) or ""
    if name in seen:
        return
    seen.update({name} if name else ())
    target = components.get(name, schema)
    if "anyOf" not in target:
        yield target
    for member in target.get("anyOf", ()):
        if member.get("additionalProperties") != {}:
            yield from _members(member, components, seen)


def _fields(members: Sequence[Schema]) -> tuple[str, ...]:
    """Name the members of a server-sent event where classes describe it, and not only its data."""
    found = [set(one["properties"]) if is_object_class(one) else set() for one in members]
    if not found or not all("data" in names and names <= _MEMBERS for names in found):
        return ()
    return tuple(sorted(set().union(*found)))


def _has_text(member: Schema, components: Mapping[str, Schema]) -> bool:
    return type_of(member["properties"]["data"], components) in (_TEXT, Nullable(of=_TEXT))
