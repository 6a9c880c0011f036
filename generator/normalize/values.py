"""Repairs of the values that a schema shows: defaults and examples."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from generator.edits import Drop
from generator.normalize.types import TYPES, fits_type
from generator.pointers import join

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from generator.normalize.document import Schema
    from generator.normalize.recorder import Recorder

    LookUp = Callable[[str], Any]

DEEPEST = 20
LONGEST = 40
NOT_IN_ENUM = "not in the enum"


def without_unfit_default(
    kept: Schema, schema: Schema, pointer: str, recorder: Recorder, look_up: LookUp
) -> Schema:
    """Leave a default out that the schema, as the document has it, does not take."""
    if "default" not in kept:
        return kept
    reason = misfit(kept["default"], schema, look_up)
    if reason is None:
        return kept
    where = join(pointer, "default")
    problem = f"the default {_shown(kept['default'])} is {reason}"
    recorder.repair(
        where,
        "default-not-in-enum" if reason == NOT_IN_ENUM else "default-of-wrong-type",
        problem,
        "left out",
        Drop(pointer=where),
    )
    return {key: value for key, value in kept.items() if key != "default"}


def report_examples(
    holder: dict[str, Any], schema: Any, pointer: str, recorder: Recorder, look_up: LookUp
) -> None:
    """Report the examples of a schema, parameter or media type that the schema does not take."""
    for where, drop, value in _examples(holder, pointer):
        reason = misfit(value, schema, look_up)
        if reason is not None:
            recorder.repair(
                where, "example-does-not-fit", f"the example {_shown(value)} is {reason}",
                "no effect on the client", Drop(pointer=drop),
            )  # fmt: skip


def misfit(value: Any, schema: Any, look_up: LookUp, depth: int = 0) -> str | None:
    """Tell why a value is none of a schema's, by type and enum alone; None where it may be one."""
    if not isinstance(schema, dict) or depth > DEEPEST:
        return None
    if isinstance(schema.get("$ref"), str):
        return misfit(value, look_up(schema["$ref"]), look_up, depth + 1)
    if value is None and schema.get("nullable") is True:
        return None
    return _own_misfit(value, schema) or _misfit_of_parts(value, schema, look_up, depth)


def _own_misfit(value: Any, schema: Schema) -> str | None:
    values = schema.get("enum", [schema["const"]] if "const" in schema else None)
    if isinstance(values, list) and values and not (isinstance(value, list) and _is_array(schema)):
        allowed = value in values or (value is None and "null" in _types(schema))
        return None if allowed else NOT_IN_ENUM
    named = [name for name in _types(schema) if name in TYPES]
    if not named or any(fits_type(value, name) for name in named):
        return None
    return f"not of type {' or '.join(named)}"


def _misfit_of_parts(value: Any, schema: Schema, look_up: LookUp, depth: int) -> str | None:
    for key in ("anyOf", "oneOf"):
        reasons = [misfit(value, part, look_up, depth + 1) for part in _members(schema, key)]
        if reasons and all(reasons):
            return reasons[0]
    parts = (misfit(value, part, look_up, depth + 1) for part in _members(schema, "allOf"))
    return next((reason for reason in parts if reason), None)


def _types(schema: Schema) -> list[Any]:
    declared = schema.get("type", [])
    return declared if isinstance(declared, list) else [declared]


def _is_array(schema: Schema) -> bool:
    """Tell whether a schema is of arrays; an enum in it is its items' more often than not."""
    return _types(schema) == ["array"]


def _members(schema: Schema, key: str) -> list[Any]:
    members = schema.get(key)
    return members if isinstance(members, list) else []


def _examples(holder: dict[str, Any], pointer: str) -> Iterable[tuple[str, str, Any]]:
    """List a holder's examples: where each stands, what to drop, and the value."""
    if "example" in holder:
        where = join(pointer, "example")
        yield where, where, holder["example"]
    match holder.get("examples"):
        case list() as values:
            for index, value in enumerate(values):
                where = join(pointer, "examples", index)
                yield where, where, value
        case dict() as named:
            for name, example in named.items():
                if isinstance(example, dict) and "value" in example:
                    where = join(pointer, "examples", name)
                    yield join(where, "value"), where, example["value"]


def _shown(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}..."
