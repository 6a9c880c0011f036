"""Request bodies: keyword arguments where the body is a plain object, else one argument.

What JSON can say is not offered a second time as a form or as XML. Other media types of an
operation are bodies between which the argument `content_type` chooses.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from generator.build.encodings import build_encoding
from generator.build.media_types import (
    FORM,
    JSON_LINES,
    MULTIPART,
    body_type,
    essence,
    is_json,
    item_schema,
    preferred,
)
from generator.build.parameters import PYTHON_NAME, constant
from generator.build.read_only import is_read_only, read_only_fields
from generator.build.types import in_json, is_object_class, type_of
from generator.ir.bodies import BodyField, FieldsBody, WholeBody
from generator.ir.types import AnyValue, ArrayOf, Scalar
from generator.normalize.document import referenced_name

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from generator.build.types import Schema
    from generator.ir.bodies import Body
    from generator.ir.types import Type

WHOLE = "body"
"""The argument that a body without arguments of its own is passed by."""
CHOICE = "content_type"
"""The argument that chooses between bodies."""


def body_arguments(
    declared: Mapping[str, Any] | None, components: Mapping[str, Schema]
) -> tuple[str, ...]:
    """Name the arguments that a body may have beside its fields."""
    if declared is None:
        return ()
    several = len(_offered(declared.get("content") or {}, components)) > 1
    return (WHOLE, CHOICE) if several else (WHOLE,)


def build_bodies(
    declared: Mapping[str, Any] | None,
    components: Mapping[str, Schema],
    *,
    taken: Collection[str],
) -> tuple[Body, ...]:
    """Build the bodies, the preferred one first; `taken` are names that no field may have."""
    content = (declared or {}).get("content") or {}
    return tuple(
        _body(declared or {}, media_type, components, taken)
        for media_type in _offered(content, components)
    )


def _body(
    declared: Mapping[str, Any],
    media_type: str,
    components: Mapping[str, Schema],
    taken: Collection[str],
) -> Body:
    content = declared["content"][media_type]
    required = declared.get("required") is True
    fields = _fields(content, media_type, components)
    encoding = build_encoding(content)
    if fields is not None and not {field.python_name for field in fields} & set(taken):
        model = referenced_name(content["schema"]) or ""
        return FieldsBody(
            media_type=media_type,
            model=model,
            required=required,
            fields=fields,
            encoding=encoding,
            read_only=read_only_fields(content["schema"], components),
        )
    return WholeBody(
        media_type=media_type,
        type=_whole_type(media_type, content, components),
        model=_model(media_type, content, components),
        required=required,
        description=declared.get("description", ""),
        encoding=encoding,
        read_only=read_only_fields(item_schema(content, components), components),
    )


def _offered(content: Mapping[str, Any], components: Mapping[str, Schema]) -> list[str]:
    """List media types, JSON first, without those that only spell an object in another way."""
    found: list[str] = []
    for name in preferred(content):
        schema = content[name]["schema"]
        alike = [one for one in found if content[one]["schema"] == schema]
        is_new = not alike or not _has_properties(alike[0])
        if is_new or (is_json(alike[0]) and _takes_files(name, schema, components)):
            found.append(name)
    return found


def _takes_files(media_type: str, schema: Schema, components: Mapping[str, Schema]) -> bool:
    """Tell whether a body has files, which JSON would write as text."""
    target = components.get(referenced_name(schema) or "", schema)
    types = (type_of(one, components) for one in target.get("properties", {}).values())
    return essence(media_type) == MULTIPART and any(in_json(one) != one for one in types)


def _fields(
    content: Mapping[str, Any], media_type: str, components: Mapping[str, Schema]
) -> tuple[BodyField, ...] | None:
    """Give the arguments of a plain object, None for any other body."""
    schema = components.get(referenced_name(content["schema"]) or "")
    if schema is None or not is_object_class(schema) or not _has_properties(media_type):
        return None
    fields = (
        _field(name, one, components, required=name in schema.get("required", []))
        for name, one in schema["properties"].items()
        if not is_read_only(one, components)
    )
    if not is_json(media_type):
        return tuple(fields)
    return tuple(replace(field, type=in_json(field.type)) for field in fields)


def _field(
    wire_name: str, schema: Schema, components: Mapping[str, Schema], *, required: bool
) -> BodyField:
    return BodyField(
        wire_name=wire_name,
        python_name=schema.get(PYTHON_NAME, wire_name),
        type=type_of(schema, components),
        required=required,
        description=schema.get("description", ""),
        deprecated=schema.get("deprecated") is True,
        default=constant(schema.get("default")),
    )


def _has_properties(media_type: str) -> bool:
    return is_json(media_type) or essence(media_type) in (FORM, MULTIPART)


def _whole_type(
    media_type: str, content: Mapping[str, Any], components: Mapping[str, Schema]
) -> Type:
    if essence(media_type) not in JSON_LINES:
        return body_type(media_type, content, components)
    line = in_json(type_of(item_schema(content, components), components))
    return ArrayOf(items=AnyValue() if isinstance(line, Scalar) else line)


def _model(
    media_type: str, content: Mapping[str, Any], components: Mapping[str, Schema]
) -> str | None:
    """Name what validates a body, or a line of one."""
    if essence(media_type) in JSON_LINES:
        return referenced_name(item_schema(content, components))
    return referenced_name(content["schema"]) if _has_properties(media_type) else None
