"""Constraints and defaults in words: the server is the judge, the client only tells."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from generator.normalize.document import without_null

if TYPE_CHECKING:
    from generator.normalize.document import Schema

WORDS = {
    "minLength": "At least {} characters.",
    "maxLength": "At most {} characters.",
    "pattern": "Pattern: `{}`.",
    "minimum": "At least {}.",
    "maximum": "At most {}.",
    "exclusiveMinimum": "More than {}.",
    "exclusiveMaximum": "Less than {}.",
    "multipleOf": "A multiple of {}.",
    "minItems": "At least {} items.",
    "maxItems": "At most {} items.",
}
MARKS = {"readOnly": "Read only.", "writeOnly": "Write only.", "deprecated": "Deprecated."}
LONGEST_DEFAULT = 60


def documentation(schema: Schema) -> str:
    """Give the description of a property with its constraints and its server default."""
    core, _ = without_null(schema)
    said = str(schema.get("description", "")).strip()
    notes = [MARKS[key] for key in MARKS if schema.get(key) is True]
    notes += [words.format(core[key]) for key, words in WORDS.items() if _is_scalar(core.get(key))]
    default = json.dumps(schema["default"], ensure_ascii=False) if "default" in schema else ""
    if default and default != "null" and len(default) <= LONGEST_DEFAULT:
        notes.append(f"Server default: `{default}`.")
    if not said or not notes:
        return said or " ".join(notes)
    separator = "\n\n" if "\n" in said else " " if said[-1] in ".!?" else ". "
    return said + separator + " ".join(notes)


def _is_scalar(value: object) -> bool:
    return isinstance(value, (str, int, float)) and not isinstance(value, bool)
