"""Split lines that are too long as black splits them, where it is plain how it does."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.format.pieces import Kind
from generator.format.settled import (
    INDENT,
    LINE_LENGTH,
    NAME,
    UNION,
    WORD,
    is_item,
    is_settled,
    is_statement,
    reduced,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.format.pieces import Piece

_TOKEN = re.compile(r'"[^"]*"|[\[({]|[\])}]|, | \| |[^"\[\](){}, |]+|.')
_BEFORE = re.compile(rf"(?:{NAME}(?:: {UNION})? = |return |{WORD}=|{WORD}: )?(?:{NAME})?")
_IMPORT = re.compile(r"(from \S+ import )(.+)")
_ANNOTATED = re.compile(rf"({WORD}: )(.+)( = {NAME},?)")
_MEMBER = re.compile(rf"{NAME}@*|§|@")
_STAND_INS = {Kind.IMPORT: "import x", Kind.OTHER: "x = y"}


def split(piece: Piece) -> list[str] | None:
    """Lay out a piece that would be settled were it not for long lines; None where black must."""
    room = LINE_LENGTH - INDENT * piece.depth
    lines = [line[INDENT * piece.depth :] for line in piece.lines]
    shapes = [_shape(line, piece.kind, len(lines)) if len(line) > room else line for line in lines]
    if None in shapes or shapes == lines:
        return None
    margin = " " * (INDENT * piece.depth)
    stand_ins = tuple(f"{margin}{shape}" for shape in shapes)
    if not is_settled(replace(piece, lines=stand_ins)):
        return None
    parts = [_split(line) if len(line) > LINE_LENGTH else [line] for line in piece.lines]
    return None if None in parts else [line for part in parts for line in part or ()]


def _shape(line: str, kind: Kind, count: int) -> str | None:
    """Give a short line that stands for a long one, to see whether all is well otherwise."""
    text = line.lstrip()
    if count == 1:
        return (
            _STAND_INS[kind]
            if kind in _STAND_INS and is_statement([line], kind, len(line))
            else None
        )
    return f"{line[: -len(text)]}x," if is_item(text) else None


def _split(line: str) -> list[str] | None:
    text = line.lstrip()
    indent = len(line) - len(text)
    imported = _IMPORT.fullmatch(text)
    if imported:
        names = [f"{' ' * (indent + INDENT)}{name}," for name in imported[2].split(", ")]
        return _around(f"{imported[1]}(", names, ")", indent)
    return _item(text, indent)


def _item(text: str, indent: int) -> list[str] | None:
    """Lay out a statement, or an item with its comma."""
    if indent + len(text) <= LINE_LENGTH:
        return [" " * indent + text]
    annotated = _ANNOTATED.fullmatch(text)
    if annotated and " = " not in (reduced(annotated[2]) or " = "):
        return _annotated(annotated[1], annotated[2], annotated[3], indent)
    body, comma = text.removesuffix(","), "," * text.endswith(",")
    members = _parts(body, " | ")
    return _union(members, comma, indent) if len(members) > 1 else _bracketed(body, comma, indent)


def _annotated(name: str, union: str, default: str, indent: int) -> list[str] | None:
    """Split an annotation that a default follows; black may split at the default of a statement."""
    at_end = not default.endswith(",")
    if at_end and indent + len(f"{name}{union} = (") <= LINE_LENGTH:
        return None
    members = _parts(union, " | ")
    if len(members) == 1:
        return _bracketed(f"{name}{union}", default, indent) if at_end else None
    inner = indent + INDENT
    fits = inner + len(union) <= LINE_LENGTH
    body = [" " * inner + union] if fits else _union(members, "", inner)
    return _around(f"{name}(", body, f"){default}", indent) if not union.endswith("]") else None


def _union(members: Sequence[str], comma: str, indent: int) -> list[str] | None:
    """Put each member of a union on a line of its own."""
    if not all(_MEMBER.fullmatch(reduced(member) or "") for member in members):
        return None
    ends = [*[""] * (len(members) - 1), comma]
    bars = ["", *["| "] * (len(members) - 1)]
    parts = [
        _item(f"{bar}{member}{end}", indent)
        for bar, member, end in zip(bars, members, ends, strict=True)
    ]
    return None if None in parts else [line for part in parts for line in part or ()]


def _bracketed(text: str, comma: str, indent: int) -> list[str] | None:
    """Put what is in the last brackets on lines of their own: one if that is enough."""
    start = _opening(text)
    before = reduced(text[:start].removeprefix("| ")) if start else None
    if before is None or not _BEFORE.fullmatch(before) or indent + start >= LINE_LENGTH:
        return None
    content, inner = text[start + 1 : -1], indent + INDENT
    items = _parts(content, ", ")
    is_display = text[start - 1] in "= "
    if inner + len(content) <= LINE_LENGTH and (len(items) == 1 or not is_display):
        body: list[str] | None = [" " * inner + content]
    elif len(items) == 1:
        return None
    else:
        parts = [_item(f"{item},", inner) for item in items]
        body = None if None in parts else [line for part in parts for line in part or ()]
    return _around(text[: start + 1], body, f"{text[-1]}{comma}", indent)


def _around(start: str, body: list[str] | None, end: str, indent: int) -> list[str] | None:
    fits = indent + max(len(start), len(end)) <= LINE_LENGTH
    return [" " * indent + start, *body, " " * indent + end] if body and fits else None


def _parts(text: str, separator: str) -> list[str]:
    """Cut a text at a separator that is in no brackets."""
    parts, depth = [""], 0
    for part in _TOKEN.findall(text):
        depth += (part in "[({") - (part in "])}")
        if depth == 0 and part == separator:
            parts.append("")
        else:
            parts[-1] += part
    return parts


def _opening(text: str) -> int:
    """Find the bracket that the last character closes; 0 if there is none."""
    place, depth, found = 0, 0, 0
    for part in _TOKEN.findall(text):
        if part in "[({":
            found = place if depth == 0 else found
            depth += 1
        depth -= part in "])}"
        place += len(part)
    return found if text[-1:] in set("])}") else 0
