"""Gives each member of a discriminated union its constant; OpenAPI 3.1.1, "Discriminator Object"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from generator.normalize.document import (
    Schema,
    annotations_of,
    reference_to,
    referenced_name,
    target_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


@dataclass(frozen=True, kw_only=True, slots=True)
class Telling:
    """The values of a property that name one member of a union."""

    property_name: str
    values: tuple[str, ...]
    is_mapped: bool
    """The document's `mapping` has them; otherwise the member's own name is the value."""


def narrow_members(
    components: Mapping[str, Schema], elsewhere: Iterable[Schema]
) -> dict[str, Schema]:
    """Give the components with discriminating properties narrowed to the values that name the member.

    The unions stand in components and `elsewhere`. One without a mapping uses the component keys,
    unless its members have constants already.
    """
    wanted: dict[tuple[str, str], list[Telling]] = {}
    for schema in (*components.values(), *elsewhere):
        for union in _unions(schema):
            _collect(union, wanted)
    changed = dict(components)
    for (name, _), tellings in wanted.items():
        if name in changed:
            changed[name] = narrowed(changed[name], _joined(tellings), components)
    return changed


def telling(union: Schema, member: Schema) -> Telling | None:
    """Say which values name a member of a union; None where no discriminator and no name says so."""
    discriminator = union.get("discriminator")
    name = referenced_name(member)
    if not isinstance(discriminator, dict) or name is None:
        return None
    targets = (name, reference_to(name)["$ref"])
    mapping: dict[str, str] = discriminator.get("mapping", {})
    mapped = tuple(value for value, target in mapping.items() if target in targets)
    return Telling(
        property_name=discriminator["propertyName"],
        values=mapped or (name,),
        is_mapped=bool(mapped),
    )


def narrowed(member: Schema, told: Telling, components: Mapping[str, Schema]) -> Schema:
    """Give a union's member whose discriminating property has only the values that name the member."""
    properties = member.get("properties", {})
    declared = properties.get(told.property_name)
    if declared is None:
        tells = told.is_mapped and bool(properties)
        values, annotations = list(told.values) if tells else [], {}
    else:
        annotations = annotations_of(declared)
        values = _possible(declared, told.values, components)
    if not values:
        return member
    constant = {**annotations, "type": "string", "enum": values}
    return {**member, "properties": {**properties, told.property_name: constant}}


def _possible(
    declared: Schema, values: Iterable[str], components: Mapping[str, Schema]
) -> list[str]:
    """List those of the values that a property takes; none where it has a constant, or is no text."""
    target = target_of(declared, components)
    if target.get("type") != "string":
        return []
    known = target.get("enum")
    if known is None:
        return list(values)
    return [value for value in values if value in known] if len(known) > 1 else []


def _joined(tellings: list[Telling]) -> Telling:
    """Join what several unions say of one member."""
    return Telling(
        property_name=tellings[0].property_name,
        values=tuple(dict.fromkeys(value for one in tellings for value in one.values)),
        is_mapped=all(one.is_mapped for one in tellings),
    )


def _unions(node: Any) -> list[Schema]:
    match node:
        case {"discriminator": {"propertyName": str()}, "anyOf": list()}:
            return [node, *(union for value in node.values() for union in _unions(value))]
        case dict():
            return [union for value in node.values() for union in _unions(value)]
        case list():
            return [union for item in node for union in _unions(item)]
        case _:
            return []


def _collect(union: Schema, wanted: dict[tuple[str, str], list[Telling]]) -> None:
    for member in union["anyOf"]:
        told = telling(union, member)
        name = referenced_name(member)
        if told is not None and name is not None:
            wanted.setdefault((name, told.property_name), []).append(told)
