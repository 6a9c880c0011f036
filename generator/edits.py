"""Edits of a document as data: what a repair would change in the file itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, kw_only=True, slots=True)
class Put:
    """Let a value stand at a JSON pointer, in the place of what stands there."""

    pointer: str
    value: Any


@dataclass(frozen=True, kw_only=True, slots=True)
class Append:
    """Add an item to the list at a JSON pointer, which begins with it where there is none."""

    pointer: str
    value: Any


@dataclass(frozen=True, kw_only=True, slots=True)
class Drop:
    """Take the node at a JSON pointer out of what contains it."""

    pointer: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Rename:
    """Give the node at a JSON pointer another key, unless that is taken already."""

    pointer: str
    key: str


Edit = Put | Append | Drop | Rename
