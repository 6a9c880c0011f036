"""Leaves enums, constants and unions of answers open: a value that the vendor adds later is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.normalize.document import (
    Schema,
    annotations_of,
    is_null,
    nullable,
    referenced_name,
    target_of,
    without_null,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

NO_SCHEMAS = (
    *("default", "discriminator", "properties"),
    *("x-enum-varnames", "x-enum-descriptions"),
)
"""Keys below which references are none, or are looked for by name."""

ANY_OBJECT: Schema = {"type": "object", "additionalProperties": {}}

ALIKE = {"boolean", "integer", "number"}
"""Types that Python takes some values of for equal: `True` is 1, even to a `Literal`."""


def open_values(components: Mapping[str, Schema], answers: Iterable[str]) -> dict[str, Schema]:
    """Open what answers reach; constants that tell the members of a union apart stay closed.

    An enum that only requests use stays closed, so that a type checker finds the typing mistake.
    """
    reached = reachable(components, answers)
    telling = _telling_constants(components)
    return {
        name: _opened(schema, telling.get(name, set()), components) if name in reached else schema
        for name, schema in components.items()
    }


def reachable(components: Mapping[str, Schema], roots: Iterable[str]) -> set[str]:
    """Name the components that some components reach, themselves included."""
    found: set[str] = set()
    waiting = [name for name in roots if name in components]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting.extend(references(components[name]))
    return found


def references(node: Any) -> set[str]:
    """Name the components that a schema refers to directly."""
    match node:
        case {"$ref": str()}:
            name = referenced_name(node)
            return {name} if name else set()
        case dict():
            properties = node.get("properties")
            named = properties.values() if isinstance(properties, dict) else ()
            rest = (value for key, value in node.items() if key not in NO_SCHEMAS)
            return {name for value in (*named, *rest) for name in references(value)}
        case list():
            return {name for item in node for name in references(item)}
        case _:
            return set()


def _telling_constants(components: Mapping[str, Schema]) -> dict[str, set[str]]:
    """Name the constant properties by which the members of unions are told apart, by component.

    Those are the required ones, and those that another member of the union has as well.
    """
    telling: dict[str, set[str]] = {}
    for union in components.values():
        names = [name for member in union.get("anyOf", []) if (name := referenced_name(member))]
        constants = {name: _constants(components.get(name, {})) for name in names}
        for name in names:
            required = set(components.get(name, {}).get("required", []))
            shared = {key for other in names if other != name for key in constants[other]}
            telling.setdefault(name, set()).update(constants[name] & (required | shared))
    return telling


def _constants(schema: Schema) -> set[str]:
    properties = schema.get("properties", {})
    return {key for key, child in properties.items() if len(child.get("enum", [])) == 1}


def _opened(schema: Schema, telling: set[str], components: Mapping[str, Schema]) -> Schema:
    if "enum" in schema:
        return _open_enum(schema)
    if "properties" in schema:
        opened = {
            key: child if key in telling else _open_inline(child)
            for key, child in schema["properties"].items()
        }
        return {**schema, "properties": opened}
    if "anyOf" in schema:
        return _open_union(schema, components)
    return _open_inline(schema)


def _open_enum(schema: Schema) -> Schema:
    outside = annotations_of(schema)
    core = {key: value for key, value in schema.items() if key not in outside}
    return {**outside, "anyOf": [core, {"type": schema["type"]}]}


def _open_inline(schema: Schema) -> Schema:
    """Open the few values that need no component, also those of lists and maps; null stays."""
    core, takes_null = without_null(schema)
    opened = _open_enum(core) if "enum" in core else core
    for key in ("items", "additionalProperties"):
        if isinstance(core.get(key), dict):
            opened = {**opened, key: _open_inline(core[key])}
    return nullable(opened) if takes_null else opened


def _open_union(schema: Schema, components: Mapping[str, Schema]) -> Schema:
    """Open a union for other objects beside its models, and for other values beside its constants."""
    nulls = [member for member in schema["anyOf"] if is_null(member)]
    rest = [member for member in schema["anyOf"] if not is_null(member)]
    rest = _with_open_constants(rest, components)
    has_model = any(_is_model(member, components) for member in rest)
    takes_objects = any(member.get("type") == "object" for member in rest)
    other = [ANY_OBJECT] if has_model and not takes_objects and len(rest) > 1 else []
    return {**schema, "anyOf": [*rest, *other, *nulls]}


def _with_open_constants(members: list[Schema], components: Mapping[str, Schema]) -> list[Schema]:
    """Put the plain types of constants behind them; of those that may be alike, in their place."""
    alike = _alike_types(members, components)
    plain = [{"type": member["type"]} for member in members if "enum" in member]
    kept = [_open_member(member, alike) for member in members]
    if alike:
        kept.sort(key=lambda member: member.get("type") != "boolean")
    return _each_once([*kept, *plain])


def _alike_types(members: list[Schema], components: Mapping[str, Schema]) -> set[str]:
    """Name the types of booleans and numbers, where both are there and one has constants."""
    targets = [target_of(one, components) for one in members]
    found = {str(target.get("type")) for target in targets} & ALIKE
    has_constants = any("enum" in one and one["type"] in ALIKE for one in targets)
    return found if has_constants and {"boolean"} < found else set()


def _open_member(member: Schema, alike: set[str]) -> Schema:
    if "enum" not in member:
        return _open_inline(member)
    return {"type": member["type"]} if member["type"] in alike else member


def _each_once(members: list[Schema]) -> list[Schema]:
    return [member for place, member in enumerate(members) if member not in members[:place]]


def _is_model(schema: Schema, components: Mapping[str, Schema]) -> bool:
    """Tell whether a schema is a reference to a class, however many references lead there."""
    name = referenced_name(schema)
    seen: set[str] = set()
    while name is not None and name in components and name not in seen:
        seen.add(name)
        schema = components[name]
        name = referenced_name(schema)
    return "properties" in schema
