"""Gives each member of a discriminated union its constant; OpenAPI 3.1.1, "Discriminator Object"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.normalize.document import SCHEMA_REFERENCE, Schema, referenced_name

if TYPE_CHECKING:
    from collections.abc import Mapping


def narrow_members(components: Mapping[str, Schema]) -> dict[str, Schema]:
    """Give the components with discriminating properties narrowed to the values that name the member.

    A union without a mapping uses the component keys, unless its members have constants already.
    """
    wanted: dict[tuple[str, str], list[str]] = {}
    for schema in components.values():
        for union in _unions(schema):
            _collect(union, wanted)
    changed = dict(components)
    for (name, property_name), values in wanted.items():
        if name in changed:
            changed[name] = _narrowed(changed[name], property_name, values)
    return changed


def _unions(node: Any) -> list[Schema]:
    match node:
        case dict():
            own = [node] if isinstance(node.get("discriminator"), dict) and "anyOf" in node else []
            return own + [union for value in node.values() for union in _unions(value)]
        case list():
            return [union for item in node for union in _unions(item)]
        case _:
            return []


def _collect(union: Schema, wanted: dict[tuple[str, str], list[str]]) -> None:
    discriminator = union["discriminator"]
    property_name = discriminator.get("propertyName")
    if not isinstance(property_name, str):
        return
    mapping = discriminator.get("mapping")
    mapped = {
        value: str(target).removeprefix(SCHEMA_REFERENCE)
        for value, target in (mapping if isinstance(mapping, dict) else {}).items()
    }
    for member in union["anyOf"]:
        name = referenced_name(member)
        if name is None:
            continue
        values = [value for value, target in mapped.items() if target == name] or [name]
        known = wanted.setdefault((name, property_name), [])
        known.extend(value for value in values if value not in known)


def _narrowed(schema: Schema, property_name: str, values: list[str]) -> Schema:
    declared = schema.get("properties", {}).get(property_name)
    if declared is None or declared.get("type") != "string" or "enum" in declared:
        return schema
    narrowed = {**declared, "enum": values}
    return {**schema, "properties": {**schema["properties"], property_name: narrowed}}
