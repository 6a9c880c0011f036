"""Lay a module out as black does, and leave to black only what it would change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.format.pieces import Kind, Piece, pieces
from generator.format.settled import LINE_LENGTH, is_settled
from generator.format.spacing import is_spaced
from generator.format.split import split

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_HEADS = (Kind.CLASS, Kind.FUNCTION, Kind.CONDITION)


def lay_out(text: str, *, is_pyi: bool) -> str:
    """Return what black makes of a module; raises black's InvalidInput for what is no Python."""
    ended = text.rstrip("\n") + "\n"
    try:
        parts = pieces(ended)
    except SyntaxError:
        return blacken(text, is_pyi=is_pyi)
    if not _can_be_cut(parts, is_pyi=is_pyi) or not is_spaced(ended, parts):
        return blacken(text, is_pyi=is_pyi)
    return "\n".join(_lines(ended.split("\n"), parts))


def blacken(text: str, *, is_pyi: bool) -> str:
    """Return what black makes of a text."""
    # black takes longer to import than a run without changes takes.
    from black import format_str  # noqa: PLC0415
    from black.mode import Mode, TargetVersion  # noqa: PLC0415

    mode = Mode(line_length=LINE_LENGTH, target_versions={TargetVersion.PY311}, is_pyi=is_pyi)
    return format_str(text, mode=mode)


def _can_be_cut(parts: Sequence[Piece], *, is_pyi: bool) -> bool:
    """Tell whether pieces may be laid out alone; stubs have other rules, except for imports."""
    if is_pyi:
        return all(part.kind is Kind.IMPORT for part in parts)
    return all(part.kind is not Kind.BLOCK for part in parts)


def _lines(lines: Sequence[str], parts: Sequence[Piece]) -> Iterator[str]:
    end = 0
    for part in parts:
        yield from lines[end : part.start]
        yield from part.lines if is_settled(part) else split(part) or _laid_out(part)
        end = part.end
    yield from lines[end:]


def _laid_out(part: Piece) -> list[str]:
    """Give black one piece, in the middle of as many blocks as it is in."""
    above = [f"{'    ' * depth}def _():" for depth in range(part.depth)]
    below = [f"{'    ' * (part.depth + 1)}pass"] if part.kind in _HEADS else []
    if part.kind not in {Kind.DOCSTRING, Kind.NOTE}:
        above.append(f"{'    ' * part.depth}pass")
    text = "\n".join([*above, *part.lines, *below, ""])
    made = blacken(text, is_pyi=False).rstrip("\n").split("\n")
    kept = made[len(above) : len(made) - len(below)]
    while kept and not kept[0]:
        kept.pop(0)
    return kept
