"""Repair of a discriminator's mapping; OpenAPI 3.1.1, "Discriminator Object"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.edits import Drop
from generator.normalize.document import SCHEMA_REFERENCE
from generator.pointers import join

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.normalize.document import Schema
    from generator.normalize.recorder import Recorder


def repair_mapping(
    schema: Schema, pointer: str, recorder: Recorder, look_up: Callable[[str], Any]
) -> Schema:
    """Give the schema with a mapping of schemas that the document has, by reference or by name."""
    discriminator = schema.get("discriminator", {})
    mapping = discriminator.get("mapping", {})
    dangling = [value for value, target in mapping.items() if not _leads(target, look_up)]
    if not dangling:
        return schema
    for value in dangling:
        where = join(pointer, "discriminator", "mapping", value)
        problem = f"the mapping's {mapping[value]} is no schema of the document"
        recorder.repair(where, "dangling-mapping", problem, "left out", Drop(pointer=where))
    kept = {value: target for value, target in mapping.items() if value not in dangling}
    return {**schema, "discriminator": {**discriminator, "mapping": kept}}


def _leads(target: str, look_up: Callable[[str], Any]) -> bool:
    reference = target if target.startswith("#") else SCHEMA_REFERENCE + target
    return look_up(reference) is not None
