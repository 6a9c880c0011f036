"""Digests of what schemas and operations hold, by which they are known again under another name.

Neither names nor texts of schemas count, nor any order.
"""

from __future__ import annotations

import json
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from generator.names.lock import operation_key
from generator.normalize.document import Schema, is_null, mapping_at, referenced_name

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.normalize.operations import Operation, Paths

_LETTERS = 10
_DEPTH_OF_OBJECT = 2
_DEPTH = 3
"""How far to look: references in objects count as what they are, in unions as what they hold."""


def schema_contents(components: Mapping[str, Schema]) -> dict[str, str]:
    """Give the digest of each component that says enough to be told from others."""
    return {
        name: _digest(_shape(schema, components, _depth(schema)))
        for name, schema in components.items()
        if any(key in schema for key in ("properties", "enum", "anyOf", "items"))
    }


def operation_contents(paths: Paths, components: Mapping[str, Schema]) -> dict[str, str]:
    """Give the digest of each operation: all but its path, its tags and, where it has texts, its id."""
    return {
        operation_key(method, path): _digest([method, *_parts(operation, components)])
        for path, methods in paths.items()
        for method, operation in methods.items()
    }


def _parts(operation: Operation, components: Mapping[str, Schema]) -> list[Any]:
    texts = [str(operation.get(key) or "") for key in ("summary", "description")]
    body = operation.get("requestBody", {})
    return [
        texts if any(texts) else operation["operationId"],
        sorted([one["in"], one["name"], _held(one, components)] for one in operation["parameters"]),
        _held(body, components),
        {status: _held(one, components) for status, one in operation["responses"].items()},
    ]


def _held(holder: Mapping[str, Any], components: Mapping[str, Schema]) -> dict[str, Any]:
    """Describe the schemas of a parameter, a body or a response by media type."""
    schemas = {
        media_type: mapping_at(content).get("schema", {})
        for media_type, content in mapping_at(holder, "content").items()
    }
    schemas[""] = holder.get("schema", {})
    return {key: _shape(schema, components, _DEPTH) for key, schema in schemas.items()}


def _depth(schema: Schema) -> int:
    return _DEPTH_OF_OBJECT if "properties" in schema else _DEPTH


def _shape(schema: Any, components: Mapping[str, Schema], depth: int) -> Any:
    if not isinstance(schema, dict):
        return schema
    name = referenced_name(schema)
    if name is not None:
        return _shape(components.get(name, {}), components, depth - 1)
    return _kind(schema) if depth <= 0 else _structure(schema, components, depth)


def _structure(schema: Schema, components: Mapping[str, Schema], depth: int) -> Any:
    below = depth - 1
    match schema:
        case {"anyOf": members}:
            return _union(members, components, depth)
        case {"enum": values}:
            return ["enum", sorted(map(json.dumps, values))]
        case {"properties": properties}:
            shapes = {key: _shape(one, components, below) for key, one in properties.items()}
            return ["object", shapes, sorted(schema.get("required", []))]
        case {"items": inner} | {"additionalProperties": inner}:
            return [schema.get("type"), _shape(inner, components, below)]
        case _:
            return [schema.get("type"), schema.get("format")]


def _union(members: list[Schema], components: Mapping[str, Schema], depth: int) -> list[Any]:
    """Describe a union; null beside one member is no step down."""
    others = [member for member in members if not is_null(member)]
    below = depth if len(others) == 1 else depth - 1
    shapes = sorted(json.dumps(_shape(one, components, below), sort_keys=True) for one in others)
    return ["union", len(members) - len(others), *shapes]


def _kind(schema: Schema) -> str:
    """Say in a word what a schema is."""
    for key in ("properties", "enum", "anyOf"):
        if key in schema:
            return key
    return str(schema.get("type"))


def _digest(shape: Any) -> str:
    text = json.dumps(shape, sort_keys=True)
    return sha256(text.encode(errors="surrogatepass")).hexdigest()[:_LETTERS]
