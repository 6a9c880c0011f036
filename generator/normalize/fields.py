"""The Python names of properties, decided once for models and arguments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.names.fields import field_names
from generator.normalize.document import PYTHON_NAME, Schema

if TYPE_CHECKING:
    from collections.abc import Mapping


def name_fields(components: Mapping[str, Schema]) -> dict[str, Schema]:
    """Write each property's Python name beside it where it differs from the wire name."""
    return {name: _named(schema) for name, schema in components.items()}


def _named(schema: Schema) -> Schema:
    properties = schema.get("properties")
    if not properties:
        return schema
    names = field_names(properties)
    return {
        **schema,
        "properties": {
            wire: {**child, PYTHON_NAME: names[wire]} if names[wire] != wire else child
            for wire, child in properties.items()
        },
    }
