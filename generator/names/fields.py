"""Python names for the properties of one model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.names.identifiers import attribute_name
from generator.names.reserved import FIELD_NAMES
from generator.names.unique import unique_names

if TYPE_CHECKING:
    from collections.abc import Iterable


def field_names(wire_names: Iterable[str]) -> dict[str, str]:
    """Give each property's Python name by its wire name, all different and none pydantic's own."""
    wishes = {wire: field_name(wire) for wire in wire_names}
    return unique_names(wishes, suffix=lambda _: "field")


def field_name(wire_name: str) -> str:
    """Give the Python name that a property would like to have."""
    name = attribute_name(wire_name)
    return f"{name}_" if name in FIELD_NAMES else name
