"""Repairs of `enum` and `const`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from generator.edits import Drop, Put
from generator.pointers import join

if TYPE_CHECKING:
    from generator.edits import Edit
    from generator.normalize.document import Schema
    from generator.normalize.recorder import Recorder

MOST_VALUES = 10_000
MOST = 2**63
SCALARS = (str, int, float, bool)
NAMES_OF_VALUES = ("x-enum-varnames", "x-enum-descriptions")


def clean_enum(schema: Schema, pointer: str, recorder: Recorder) -> tuple[Schema, bool]:
    """Give the schema with distinct scalar values in `enum`, and tell whether null was one of them."""
    if "const" in schema:
        schema = _without_const(schema)
    if "enum" not in schema:
        return schema, False
    if _is_of_items(schema):
        return _with_enum_in_items(schema, pointer, recorder), False
    where = join(pointer, "enum")
    schema, distinct = _each_once(schema, pointer, recorder)
    rest = {key: value for key, value in schema.items() if key != "enum"}
    scalars = [value for value in distinct if _is_literal(value)]
    if len(scalars) < len([value for value in distinct if value is not None]):
        problem = "a value of the enum is an object, a list or a number of more than 64 bits"
        recorder.note(where, "enum-value-not-scalar", problem, "enum left out")
        return rest, None in distinct
    if len(scalars) > MOST_VALUES:
        problem = f"the enum has more than {MOST_VALUES:,} values"
        recorder.note(where, "enum-too-long", problem, "enum left out")
        return rest, None in distinct
    if not distinct:
        problem = "the enum has no value"
        recorder.repair(where, "empty-enum", problem, "any value taken", Drop(pointer=where))
    if not scalars:
        return rest, None in distinct
    typed = _typed(rest, scalars, pointer, recorder)
    listed = {} if is_any_boolean(scalars) else {"enum": scalars}
    return {**typed, **listed}, None in distinct


def is_any_boolean(values: list[Any]) -> bool:
    """Tell whether an enum lists true and false, and says no more than the type does."""
    return len(values) == len((True, False)) and all(isinstance(one, bool) for one in values)


def _is_literal(value: Any) -> bool:
    """Tell whether a value may stand in `Literal`; type checkers count to 64 bits."""
    return isinstance(value, SCALARS) and (not isinstance(value, int) or -MOST <= value < MOST)


def _is_of_items(schema: Schema) -> bool:
    """Tell whether an array has an enum of scalars: they are what its items may be."""
    values = schema["enum"]
    is_array = schema.get("type") in ("array", ["array"])
    return is_array and bool(values) and all(isinstance(value, SCALARS) for value in values)


def _with_enum_in_items(schema: Schema, pointer: str, recorder: Recorder) -> Schema:
    where = join(pointer, "enum")
    items = schema.get("items")
    declared: Schema = items if isinstance(items, dict) else {}
    is_said = any(key in declared for key in ("enum", "$ref", "anyOf", "allOf"))
    rest = {key: value for key, value in schema.items() if key != "enum"}
    new = Put(pointer=join(pointer, "items", "enum"), value=schema["enum"])
    recorder.repair(
        where, "enum-of-items", "the enum of an array has values that are no arrays",
        "taken as the enum of its items", Drop(pointer=where), *([] if is_said else [new]),
    )  # fmt: skip
    if is_said:
        return rest
    named = {**declared, "enum": schema["enum"]}
    cleaned, _ = clean_enum(named, join(pointer, "items"), recorder)
    return {**rest, "items": cleaned}


def _each_once(schema: Schema, pointer: str, recorder: Recorder) -> tuple[Schema, list[Any]]:
    """Give the schema with each value once, and the values; what names the values goes with them."""
    values: list[Any] = schema["enum"]
    places = _first_places(values)
    if len(places) == len(values):
        return schema, values
    kept = {
        key: [schema[key][index] for index in places]
        for key in ("enum", *NAMES_OF_VALUES)
        if isinstance(schema.get(key), list) and len(schema[key]) == len(values)
    }
    recorder.repair(
        join(pointer, "enum"), "duplicate-enum-value", "an enum value stands twice", "kept once",
        *(Put(pointer=join(pointer, key), value=kept[key]) for key in kept),
    )  # fmt: skip
    return {**schema, **kept}, kept["enum"]


def _without_const(schema: Schema) -> Schema:
    """Write a constant as an enum of one value."""
    rest = {key: value for key, value in schema.items() if key not in ("const", "enum")}
    return {**rest, "enum": [schema["const"]]}


def _first_places(values: list[Any]) -> list[int]:
    places: dict[str, int] = {}
    for index, value in enumerate(values):
        places.setdefault(json.dumps(value, sort_keys=True), index)
    return list(places.values())


def _typed(schema: Schema, values: list[Any], pointer: str, recorder: Recorder) -> Schema:
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
    both = [*wanted, "null"] if "null" in named else wanted
    if named:
        where = join(pointer, "type")
        edit: Edit = Drop(pointer=where)
        if len(wanted) == 1:
            edit = Put(pointer=where, value=both if isinstance(types, list) else wanted[0])
        recorder.repair(
            join(pointer, "enum"), "enum-value-of-other-type",
            f"an enum value is no {' or '.join(named)}", "the values decide the type", edit,
        )  # fmt: skip
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
