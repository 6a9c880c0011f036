"""What stands in an array or a map, as one schema; JSON Schema 2020-12, section 10.3."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from generator.normalize.document import Schema

MATCH_ALL = ("", ".*", "^.*$", ".+", "^.+$")


def array_items(schema: Schema) -> Schema:
    """Give what any item of an array is; Python's lists do not tell the first from the rest."""
    prefix: list[Schema] = schema.get("prefixItems", [])
    items = schema.get("items", True)
    most = schema.get("maxItems")
    is_complete = isinstance(most, int) and most <= len(prefix)
    rest = [] if prefix and (is_complete or items is False) else [items]
    return _any_of([*prefix, *rest])


def map_values(schema: Schema) -> Schema:
    """Give what any value of a map is, whichever pattern its key matches."""
    patterns: dict[str, Schema] = schema.get("patternProperties", {})
    others = schema.get("additionalProperties", True)
    is_complete = others is False or any(pattern in MATCH_ALL for pattern in patterns)
    rest = [] if patterns and is_complete else [others]
    return _any_of([*patterns.values(), *rest])


def _any_of(schemas: list[Any]) -> Schema:
    """Join schemas; one that is not said takes any value, and so do all together then."""
    distinct: list[Schema] = []
    for schema in schemas:
        if not isinstance(schema, dict) or not schema:
            return {}
        for member in schema["anyOf"] if set(schema) == {"anyOf"} else [schema]:
            if member not in distinct:
                distinct.append(member)
    if len(distinct) < 2:  # noqa: PLR2004 - one member is no union
        return distinct[0] if distinct else {}
    nulls = [member for member in distinct if member.get("type") == "null"]
    return {"anyOf": [*(member for member in distinct if member not in nulls), *nulls]}
