"""Repairs of `enum`, `const` and `default`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.pointers import join

if TYPE_CHECKING:
    from generator.normalize.document import Schema
    from generator.normalize.recorder import Recorder

SCALARS = (str, int, float, bool)


def clean_enum(schema: Schema, pointer: str, recorder: Recorder) -> tuple[Schema, bool]:
    """Give the schema with distinct scalar values in `enum`, and tell whether null was one of them."""
    if "const" in schema:
        schema = _without_const(schema)
    if "enum" not in schema:
        return schema, False
    where = join(pointer, "enum")
    values: list[Any] = schema["enum"]
    distinct = _distinct(values)
    if len(distinct) < len(values):
        recorder.repair(where, "duplicate-enum-value", "an enum value stands twice", "kept once")
    scalars = [value for value in distinct if isinstance(value, SCALARS)]
    if len(scalars) < len([value for value in distinct if value is not None]):
        recorder.repair(
            where, "enum-value-not-scalar", "an enum value is no scalar", "enum left out"
        )
        scalars = []
    rest = {key: value for key, value in schema.items() if key != "enum"}
    if not scalars:
        if not distinct:
            recorder.repair(where, "empty-enum", "the enum has no value", "any value taken")
        return rest, None in distinct
    typed = _typed(rest, scalars, where, recorder)
    return {**typed, "enum": scalars}, None in distinct


def _without_const(schema: Schema) -> Schema:
    """Write a constant as an enum of one value."""
    rest = {key: value for key, value in schema.items() if key not in ("const", "enum")}
    return {**rest, "enum": [schema["const"]]}


def _distinct(values: list[Any]) -> list[Any]:
    seen: list[tuple[type, Any]] = []
    for value in values:
        if (type(value), value) not in seen:
            seen.append((type(value), value))
    return [value for _, value in seen]


def _typed(schema: Schema, values: list[Any], where: str, recorder: Recorder) -> Schema:
    types = schema.get("type")
    named = [types] if isinstance(types, str) else types or []
    wanted = sorted({_type_of(value) for value in values})
    if wanted == ["integer", "number"]:
        wanted = ["number"]
    fitting = [
        name for name in wanted if name in named or (name == "integer" and "number" in named)
    ]
    if fitting == wanted:
        return schema
    if named:
        recorder.repair(
            where,
            "enum-value-of-other-type",
            f"an enum value is no {' or '.join(named)}",
            "the values decide the type",
        )
    kept_null = ["null"] if "null" in named else []
    both = [*wanted, *kept_null]
    return {**schema, "type": both[0] if len(both) == 1 else both}


def _type_of(value: Any) -> str:
    match value:
        case bool():
            return "boolean"
        case int():
            return "integer"
        case float():
            return "number"
        case _:
            return "string"
