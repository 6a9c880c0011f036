"""Repairs of `required`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.edits import Drop, Put
from generator.pointers import join

if TYPE_CHECKING:
    from generator.edits import Edit
    from generator.normalize.document import Schema
    from generator.normalize.recorder import Recorder


def repair_required(schema: Schema, pointer: str, recorder: Recorder) -> Schema:
    """Give the schema with a list of names in `required`, each once."""
    return _distinct(_from_properties(schema, pointer, recorder), pointer, recorder)


def _distinct(schema: Schema, pointer: str, recorder: Recorder) -> Schema:
    if "required" not in schema:
        return schema
    where = join(pointer, "required")
    names = [name for name in schema["required"] if isinstance(name, str)]
    distinct = list(dict.fromkeys(names))
    new = Put(pointer=where, value=distinct)
    if len(names) < len(schema["required"]):
        problem = "`required` lists names, and nothing else"
        recorder.repair(where, "keyword-of-wrong-kind", problem, "the rest left out", new)
    if len(distinct) < len(names):
        twice = next(name for name in distinct if names.count(name) > 1)
        recorder.repair(where, "duplicate-required", f"{twice} is required twice", "kept once", new)
    return {**schema, "required": distinct}


def _from_properties(schema: Schema, pointer: str, recorder: Recorder) -> Schema:
    """Read `required: true` inside a property, as JSON Schema had it once."""
    properties = schema.get("properties", {})
    marked = {
        name: child["required"]
        for name, child in properties.items()
        if isinstance(child, dict) and isinstance(child.get("required"), bool)
    }
    if not marked:
        return schema
    names = list(schema.get("required", []))
    names += [name for name, required in marked.items() if required and name not in names]
    listed = Put(pointer=join(pointer, "required"), value=names)
    for name, required in marked.items():
        where = join(pointer, "properties", name, "required")
        edits: list[Edit] = [Drop(pointer=where), *([listed] if required else [])]
        recorder.repair(
            where, "required-on-property", "`required` belongs beside `properties`, as a list",
            "the property is required" if required else "left out", *edits,
        )  # fmt: skip
    plain = {
        name: (
            {key: value for key, value in child.items() if key != "required"}
            if name in marked
            else child
        )
        for name, child in properties.items()
    }
    return {**schema, "properties": plain, **({"required": names} if names else {})}
