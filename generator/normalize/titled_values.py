"""Unions of constants, such as `oneOf: [{const: 1, title: ON}]`: enums whose values have names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.normalize.document import is_null

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.normalize.document import Schema

NAMES = "x-enum-varnames"
DESCRIPTIONS = "x-enum-descriptions"
OF_VALUES = {"type", "format", "enum", "title", "description", NAMES, DESCRIPTIONS}


def joined_values(schema: Schema) -> tuple[Schema, bool]:
    """Write a union of enums of one type as one enum, and tell whether it takes null."""
    members: list[Schema] = [one for one in schema.get("anyOf", []) if not is_null(one)]
    if len(members) < 2 or not _are_values(members, schema):  # noqa: PLR2004 - one is no union
        return schema, False
    rest = {key: value for key, value in schema.items() if key != "anyOf"}
    values = {(type(value), value): None for one in members for value in one["enum"]}
    joined = {**rest, "type": members[0]["type"], "enum": [value for _, value in values]}
    for key, said_by in ((NAMES, "title"), (DESCRIPTIONS, "description")):
        said = {
            (type(value), value): text
            for one in reversed(members)
            for value, text in zip(one["enum"], _said(one, key, said_by), strict=True)
        }
        if any(said.values()):
            joined[key] = [said[value] for value in values]
    return joined, len(members) < len(schema["anyOf"])


def _are_values(members: Sequence[Schema], schema: Schema) -> bool:
    types = {one.get("type") for one in members}
    types.add(schema.get("type", members[0].get("type")))
    plain = all("enum" in one and set(one) <= OF_VALUES for one in members)
    return plain and len(types) == 1 and not {"enum", "properties", "allOf"} & set(schema)


def _said(member: Schema, key: str, said_by: str) -> list[str]:
    """Give what a member says of each of its values."""
    values = member["enum"]
    listed = member.get(key)
    if isinstance(listed, list) and len(listed) == len(values):
        return [str(text) for text in listed]
    return [str(member.get(said_by, "")) if len(values) == 1 else ""] * len(values)
