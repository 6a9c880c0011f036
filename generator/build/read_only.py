"""What a request does not send of the models in its body; OpenAPI 3.0.4, "Schema Object": `readOnly`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.build.parameters import PYTHON_NAME
from generator.normalize.document import referenced_name
from generator.normalize.openness import reachable, references

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.build.types import Schema


def read_only_fields(
    schema: Schema, components: Mapping[str, Schema]
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Name the classes that a body reaches, each with its fields that are only read."""
    reached = reachable(components, references(schema))
    found = ((name, _fields(name, components)) for name in components if name in reached)
    return tuple((name, fields) for name, fields in found if fields)


def _fields(name: str, components: Mapping[str, Schema]) -> tuple[str, ...]:
    properties: dict[str, Schema] = components[name].get("properties", {})
    return tuple(
        one.get(PYTHON_NAME, wire_name)
        for wire_name, one in properties.items()
        if is_read_only(one, components)
    )


def is_read_only(schema: Schema, components: Mapping[str, Schema]) -> bool:
    """Tell whether a property is only read, by its own mark or that of what it refers to."""
    target = components.get(referenced_name(schema) or "", schema)
    return schema.get("readOnly", target.get("readOnly")) is True
