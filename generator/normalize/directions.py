"""Properties of one direction; OpenAPI 3.0.4, "Schema Object": `readOnly` and `writeOnly`.

A read-only property is not sent and a write-only one not answered, even where it is required: one
class serves both directions, so that such a property is required of neither.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.normalize.document import referenced_name

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from generator.normalize.document import Schema


def without_one_way_demands(
    components: Mapping[str, Schema], asked: Collection[str], answered: Collection[str]
) -> dict[str, Schema]:
    """Give the components, what is read only not required in requests, nor what is write only in answers.

    `asked` and `answered` name the components that requests and answers reach.
    """
    marks = {
        name: [
            *(["readOnly"] if name in asked else []),
            *(["writeOnly"] if name in answered else []),
        ]
        for name in components
    }
    return {name: _relaxed(schema, marks[name], components) for name, schema in components.items()}


def _relaxed(schema: Schema, marks: list[str], components: Mapping[str, Schema]) -> Schema:
    required: list[str] = schema.get("required", [])
    kept = [
        name
        for name in required
        if not any(_has(schema["properties"][name], mark, components) for mark in marks)
    ]
    if len(kept) == len(required):
        return schema
    rest = {key: value for key, value in schema.items() if key != "required"}
    return {**rest, "required": kept} if kept else rest


def _has(schema: Schema, mark: str, components: Mapping[str, Schema]) -> bool:
    """Tell whether a property has a mark, or the component that it refers to."""
    name = referenced_name(schema)
    target = components.get(name, {}) if name else {}
    return schema.get(mark, target.get(mark)) is True
