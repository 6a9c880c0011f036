"""The document while it is normalized, and after."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.diagnostics import Diagnostic
    from generator.load.document import Document
    from generator.names.lock import NameLock
    from generator.names.operations import OperationNames

Schema = dict[str, Any]

POINTER = "x-clientwright-pointer"
"""Key under which an inlined parameter, body, response or operation keeps its place in the source."""

USED_AT = "x-clientwright-used-at"
"""Key under which a parameter keeps where the operation, or its path, lists it."""

PYTHON_NAME = "x-clientwright-python"
"""Key under which a property keeps its Python name where it differs from the wire name."""

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace", "query")
SCHEMA_REFERENCE = "#/components/schemas/"
ANNOTATIONS = ("title", "description", "default", "deprecated", "readOnly", "writeOnly")


@dataclass(frozen=True, kw_only=True, slots=True)
class Normalized:
    """A document in the one spelling that the later stages know.

    `sources` maps component names to JSON pointers of the source document, `places` the pointers of
    everything that has such a name to it: more than one where the content is the same.
    """

    root: dict[str, Any]
    sources: Mapping[str, str]
    places: Mapping[str, str]
    names: OperationNames
    lock: NameLock
    """The names to keep: those given now, and those of what an earlier document had."""

    diagnostics: tuple[Diagnostic, ...]
    document: Document


def mapping_at(root: Mapping[str, Any], *keys: str) -> dict[str, Any]:
    """Give the mapping at some depth of a document, an empty one where there is none."""
    node: Any = root
    for key in keys:
        node = node.get(key) if isinstance(node, dict) else None
    return node if isinstance(node, dict) else {}


def reference_to(name: str) -> Schema:
    """Write a reference to a schema component."""
    return {"$ref": SCHEMA_REFERENCE + name}


def referenced_name(schema: Schema) -> str | None:
    """Give the component that a schema refers to, None where it is no reference."""
    reference = schema.get("$ref")
    return reference.removeprefix(SCHEMA_REFERENCE) if isinstance(reference, str) else None


def target_of(schema: Schema, components: Mapping[str, Schema]) -> Schema:
    """Give the component that a schema refers to, or the schema itself, where it is no reference."""
    name = referenced_name(schema)
    return schema if name is None else components.get(name, schema)


def annotations_of(schema: Schema) -> Schema:
    """Pick what describes a schema without changing which values it takes."""
    return {key: schema[key] for key in ANNOTATIONS if key in schema}


def nullable(schema: Schema) -> Schema:
    """Allow null beside what a schema takes; its annotations move to the outside."""
    if is_null(schema):
        return schema
    members = schema.get("anyOf", [])
    if any(is_null(member) for member in members):
        return schema
    annotations = annotations_of(schema)
    inner = {key: value for key, value in schema.items() if key not in annotations}
    plain_union = set(inner) == {"anyOf"}
    options = [*members] if plain_union else [inner]
    return {**annotations, "anyOf": [*options, {"type": "null"}]}


def is_null(schema: Schema) -> bool:
    """Tell whether null is all that a schema takes."""
    return schema.get("type") == "null"


def takes_null(schema: Schema) -> bool:
    """Tell whether a schema takes null: it says so, or says nothing about values at all."""
    members = schema.get("anyOf", [schema])
    return any(map(is_null, members)) or not set(schema) - set(ANNOTATIONS)


def without_null(schema: Schema) -> tuple[Schema, bool]:
    """Split a schema into what it takes beside null, and whether it takes null."""
    members = schema.get("anyOf")
    if not members or not any(is_null(member) for member in members):
        return schema, False
    rest = [member for member in members if not is_null(member)]
    outside = {key: value for key, value in schema.items() if key != "anyOf"}
    if len(rest) == 1:
        return {**rest[0], **outside}, True
    return {**outside, "anyOf": rest}, True
