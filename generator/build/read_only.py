"""What a request does not send of the models in its body; OpenAPI 3.0.4, "Schema Object": `readOnly`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.build.parameters import PYTHON_NAME
from generator.build.types import referenced

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.build.types import Schema


def read_only_fields(
    schema: Schema, components: Mapping[str, Schema]
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Name the classes that a body reaches, each with its fields that are only read."""
    found = ((name, _fields(name, components)) for name in _reached(schema, components))
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
    target = components.get(referenced(schema) or "", schema)
    return schema.get("readOnly", target.get("readOnly")) is True


def _reached(schema: Schema, components: Mapping[str, Schema]) -> list[str]:
    """List the components that a schema reaches, each once, the nearest first."""
    found: dict[str, None] = {}
    waiting = [*_references(schema)]
    while waiting:
        name = waiting.pop(0)
        if name in components and name not in found:
            found[name] = None
            waiting += _references(components[name])
    return list(found)


def _references(node: Any) -> Iterator[str]:
    """Yield the components that a schema names itself; examples and defaults name none."""
    match node:
        case {"$ref": str()}:
            name = referenced(node)
            yield from [] if name is None else [name]
        case dict():
            for key in ("properties", "items", "additionalProperties", "anyOf"):
                inner = node.get(key)
                parts = inner.values() if key == "properties" and inner else [inner]
                for part in parts:
                    yield from _references(part)
        case list():
            for item in node:
                yield from _references(item)
