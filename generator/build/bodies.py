"""Request bodies: keyword arguments where the body is a plain object, else one argument."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from generator.build.media_types import FORM, MULTIPART, body_type, essence, is_json, preferred
from generator.build.parameters import constant
from generator.build.types import in_json, is_object_class, referenced, type_of
from generator.ir.client import BodyField, FieldsBody, PropertyEncoding, WholeBody

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from generator.build.types import Schema
    from generator.ir.client import Body

PYTHON_NAME = "x-clientwright-python"
WHOLE = "body"
"""The argument that a body without arguments of its own is passed by."""


def build_body(
    declared: Mapping[str, Any] | None,
    components: Mapping[str, Schema],
    *,
    taken: Collection[str],
) -> Body | None:
    """Build the body of an operation whose parameters have the names in `taken`."""
    content = declared.get("content") if declared else None
    if not declared or not content:
        return None
    media_type = preferred(content)[0]
    required = declared.get("required") is True
    fields = _fields(content[media_type], media_type, components)
    encoding = _encoding(content[media_type])
    if fields is not None and not {field.python_name for field in fields} & {*taken, WHOLE}:
        model = referenced(content[media_type]["schema"]) or ""
        return FieldsBody(
            media_type=media_type, model=model, required=required, fields=fields, encoding=encoding
        )
    return WholeBody(
        media_type=media_type,
        type=body_type(media_type, content[media_type], components),
        model=_model(media_type, content[media_type]["schema"]),
        required=required,
        description=declared.get("description", ""),
        encoding=encoding,
    )


def _fields(
    content: Mapping[str, Any], media_type: str, components: Mapping[str, Schema]
) -> tuple[BodyField, ...] | None:
    """Give the arguments of a plain object, None for any other body."""
    schema = components.get(referenced(content["schema"]) or "")
    if schema is None or not is_object_class(schema) or not _has_properties(media_type):
        return None
    fields = (
        _field(name, one, components, required=name in schema.get("required", []))
        for name, one in schema["properties"].items()
        if one.get("readOnly") is not True
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


def _model(media_type: str, schema: Schema) -> str | None:
    return referenced(schema) if _has_properties(media_type) else None


def _encoding(content: Mapping[str, Any]) -> tuple[PropertyEncoding, ...]:
    declared = content.get("encoding")
    return tuple(
        PropertyEncoding(
            wire_name=name,
            content_type=one.get("contentType"),
            style=one.get("style"),
            explode=one.get("explode", one.get("style", "form") == "form") is True,
            allow_reserved=one.get("allowReserved") is True,
        )
        for name, one in (declared if isinstance(declared, dict) else {}).items()
        if isinstance(one, dict)
    )
