"""Whether the empty lines of a module are those that black would leave there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.format.pieces import DEFINITIONS, Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.format.pieces import Piece


def is_spaced(text: str, parts: Sequence[Piece]) -> bool:
    """Tell whether nothing but the right number of empty lines is around the pieces."""
    if not parts or parts[0].start or not text.endswith("\n"):
        return False
    lines = text.split("\n")
    whole = parts[-1].end == len(lines) - 1
    return whole and all(_is_apart(lines, parts, place) for place in range(1, len(parts)))


def _is_apart(lines: Sequence[str], parts: Sequence[Piece], place: int) -> bool:
    start, end = parts[place - 1].end, parts[place].start
    return start <= end and not any(lines[start:end]) and end - start in _empty(parts, place)


def _empty(parts: Sequence[Piece], place: int) -> Sequence[int]:
    """Say how many lines may be empty above a piece."""
    one, other = parts[place - 1], parts[place]
    usual = 1 if other.depth else 2
    if other.depth > one.depth:
        return (0,)
    if one.kind is Kind.STUB and other.kind in DEFINITIONS:
        return (0, usual)
    if other.kind in DEFINITIONS or _ends_definition(parts, place):
        return (usual,)
    if one.kind is Kind.DOCSTRING or (one.kind is Kind.IMPORT and _follows_imports(one, other)):
        return (1,)
    return range(usual + 1)


def _ends_definition(parts: Sequence[Piece], place: int) -> bool:
    for before in range(place - 1, -1, -1):
        if parts[before].kind in DEFINITIONS:
            return True
        if parts[before].depth <= parts[place].depth:
            return False
    return False


def _follows_imports(one: Piece, other: Piece) -> bool:
    return other.depth == one.depth and other.kind is not Kind.IMPORT
