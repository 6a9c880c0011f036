"""The shape of JSON: its keys, and the types of its values."""

from __future__ import annotations

from typing import Any


def shape(value: Any) -> Any:
    """Return data with each scalar replaced by the name of its type; a list has one of each shape."""
    match value:
        case {**members}:
            return {key: shape(member) for key, member in members.items()}
        case [*items]:
            shapes = [shape(item) for item in items]
            return [one for index, one in enumerate(shapes) if one not in shapes[:index]]
        case None:
            return None
    return type(value).__name__
