"""Schemas as objects to make an instance of: references, `allOf` and unions resolved."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from tests.corpus.schemas import Schema, Schemas, Unmade

_MOST_NESTED = 40
_LARGER = ("minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties")
_SMALLER = ("maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties")
_COMBINED = ("allOf", "anyOf", "x-discriminator")


@dataclass(frozen=True, kw_only=True, slots=True)
class Shapes:
    """Lists the shapes that a schema may take; `pick` says with which member unions begin."""

    schemas: Schemas
    pick: int = 0
    wants_null: bool = False

    def of(self, schema: Any, nested: int = 0) -> Iterator[Schema]:
        """Give the shapes in the order in which to try them."""
        if schema is False or nested > _MOST_NESTED:
            return
        if schema is True:
            yield {}
        elif "$ref" in schema:
            wish = self.schemas.wishes.get(schema["$ref"])
            target = self.schemas.resolve(schema)
            yield from self.of({"allOf": [target, wish]} if wish else target, nested + 1)
        else:
            own = {key: value for key, value in schema.items() if key not in _COMBINED}
            yield from self._joined(own, self._parts(schema), nested + 1)

    def _parts(self, schema: Schema) -> list[list[Any]]:
        """Give lists of alternatives, one of each of which must hold."""
        parts = [[part] for part in schema.get("allOf", [])]
        return [*parts, self._members(schema)] if "anyOf" in schema else parts

    def _members(self, schema: Schema) -> list[Any]:
        members = schema["anyOf"]
        start = self.pick % len(members)
        ordered = [*members[start:], *members[:start]]
        ordered.sort(key=lambda one: (one == {"type": "null"}) is not self.wants_null)
        told = schema.get("x-discriminator", {})
        return [_told(one, told) for one in ordered]

    def _joined(self, own: Schema, parts: list[list[Any]], nested: int) -> Iterator[Schema]:
        if not parts:
            yield own
            return
        for alternative in parts[0]:
            for shape in self.of(alternative, nested):
                merged = merged_or_none(own, shape)
                if merged is not None:
                    yield from self._joined(merged, parts[1:], nested)

    def types(self, schema: Any, nested: int = 0) -> set[str]:
        """Name all types that values may have; none where any is possible."""
        found: set[str] = set()
        for member in self.branches(schema, nested):
            declared = member.get("type", [])
            found.update([declared] if isinstance(declared, str) else declared)
            values = [*member.get("enum", ()), *([member["const"]] if "const" in member else [])]
            found.update("string" for value in values if isinstance(value, str))
        return found

    def below(self, schema: Any, key: str | None) -> Schema:
        """Give what holds of a property, or of the items where there is no key."""
        found: list[Any] = []
        for member in self.branches(schema):
            extra = member.get("additionalProperties", {})
            below = (
                member.get("items", {})
                if key is None
                else member.get("properties", {}).get(key, extra)
            )
            found += [below] if isinstance(below, dict) and below else []
        return {"anyOf": found} if found else {}

    def branches(self, schema: Any, nested: int = 0) -> Iterator[Schema]:
        """Give every schema that plays a part in a schema."""
        if not isinstance(schema, dict) or nested > _MOST_NESTED:
            return
        if "$ref" in schema:
            yield from self.branches(self.schemas.resolve(schema), nested + 1)
            return
        yield schema
        for key in ("allOf", "anyOf"):
            for member in schema.get(key, []):
                yield from self.branches(member, nested + 1)


def _told(member: Any, discriminator: Schema) -> Any:
    """Add the value by which the discriminator names a member."""
    wish = discriminator.get(member.get("$ref", "")) if isinstance(member, dict) else None
    return {"allOf": [member, wish]} if wish else member


def merged_or_none(left: Schema, right: Schema) -> Schema | None:
    """Join two shapes that both hold; None where nothing fits both."""
    try:
        return _merged(left, right)
    except Unmade:
        return None


def _merged(left: Schema, right: Schema) -> Schema:
    made = {**left, **right}
    for key in ("properties", "x-unused", "required"):
        if key in left and key in right:
            made[key] = _both(key, left[key], right[key])
    for keys, better in ((_LARGER, max), (_SMALLER, min)):
        made |= {k: better(left[k], right[k]) for k in keys if k in left and k in right}
    for key in ("items", "additionalProperties"):
        if key in left and key in right:
            both = (left[key], right[key])
            made[key] = False if False in both else {"allOf": list(both)}
    if "type" in left and "type" in right:
        made["type"] = _common_types(left["type"], right["type"])
    return made | _common_values(left, right)


def _both(key: str, left: Any, right: Any) -> Any:
    if key != "properties":
        return list(dict.fromkeys([*left, *right]))
    shared = {name: {"allOf": [left[name], right[name]]} for name in left if name in right}
    return {**left, **right, **shared}


def _common_types(left: str | list[str], right: str | list[str]) -> list[str]:
    lefts = [left] if isinstance(left, str) else left
    rights = [right] if isinstance(right, str) else right
    common = [one for one in lefts if one in rights]
    if {"integer", "number"} <= {*lefts, *rights} and not common:
        common = ["integer"]
    if not common:
        raise Unmade(f"no value is {left} and {right}")
    return common


def _common_values(left: Schema, right: Schema) -> Schema:
    sets = [[one["const"]] for one in (left, right) if "const" in one]
    sets += [one["enum"] for one in (left, right) if "enum" in one]
    common = [value for value in sets[0] if all(value in one for one in sets)] if sets else []
    if sets and not common:
        raise Unmade("no value is in both enums")
    return {"enum": common} if sets else {}
