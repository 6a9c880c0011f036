"""Pieces that black leaves as they are, told without black; whatever is not told here, black sees.

A piece is settled if its lines are short, spaced as black spaces them, and hold nothing that black may
rewrite. If there are several, each opens a bracket, closes one, or ends with the comma that keeps it so.
"""

from __future__ import annotations

import re
from keyword import kwlist
from typing import TYPE_CHECKING

from generator.format.pieces import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.format.pieces import Piece

LINE_LENGTH = 100
INDENT = 4
_SHORT = 2
"""A docstring of no more lines has its closing quotes on its last line."""
_QUOTES = '"""'
WORD = rf"(?!(?:{'|'.join(sorted({*kwlist} - {'None', 'True', 'False'}))})\b)[A-Za-z_]\w*"
NAME = rf"{WORD}(?:\.{WORD})*"
_ATOM = rf"(?:{NAME}@*|@|§|\.\.\.|-?(?:0|[1-9][0-9]*)(?![\w.]))"
UNION = rf"{_ATOM}(?: \| {_ATOM})*"
ARGUMENT = rf"(?:{WORD}=)?{UNION}"
_PAIR = rf"{_ATOM}: {UNION}(?: = {UNION})?"
_ITEM = rf"(?:{ARGUMENT}|{_PAIR}|\*|/|\*\*?{WORD}(?:: {UNION})?)"
_IMPORTED = rf"{WORD}(?: as {WORD})?"
_HEAD = rf"(?:async )?def {WORD}@(?: -> {UNION})?:"
_SIMPLE = (
    rf"{WORD}: {UNION}(?: = {UNION})?|{NAME} = {UNION}|{NAME}@+|pass"
    rf"|return(?: (?:await )?{UNION})?"
)
_FROM = rf"from \.*(?:{NAME})? import (?:@|{_IMPORTED}(?:, {_IMPORTED})*)|import {NAME}"

_STRING = re.compile(r'(?<!\w)"[^"\\]*"(?!")')
_INNERMOST = re.compile(r"([\w@]?)([\[({])([^\[\](){}]*)([\])}])")
_LIST = re.compile(rf"(?:{ARGUMENT}(?:, {ARGUMENT})*)?")
_PAIRS = re.compile(rf"{_ITEM}(?:, {_ITEM})*")
_SINGLE = re.compile(rf"{UNION},")
_LINE_ITEM = re.compile(rf"(?:{_ITEM}|{_IMPORTED}),")
_STATEMENTS = {
    Kind.IMPORT: re.compile(_FROM),
    Kind.CLASS: re.compile(rf"class {WORD}@?:"),
    Kind.FUNCTION: re.compile(_HEAD),
    Kind.STUB: re.compile(rf"{_HEAD} \.\.\."),
    Kind.CONDITION: re.compile(rf"if {NAME}:"),
    Kind.OTHER: re.compile(_SIMPLE),
}
_DECORATOR = re.compile(rf"@{NAME}@?")
_BRACKETS = frozenset("[](){}")
_CLOSING = {"(": ")", "[": "]", "{": "}"}


def is_settled(piece: Piece) -> bool:
    """Tell whether black would leave a piece as it is."""
    indent = " " * (INDENT * piece.depth)
    if not all(line.startswith(indent) or not line for line in piece.lines):
        return False
    if piece.kind in {Kind.DOCSTRING, Kind.NOTE}:
        return _is_docstring(piece.lines, indent)
    lines = [line[len(indent) :] for line in piece.lines]
    if piece.kind is Kind.OTHER and lines[0].startswith(_QUOTES):
        return _is_text(piece.lines)
    return is_statement(lines, piece.kind, LINE_LENGTH - len(indent))


def is_item(text: str) -> bool:
    """Tell whether a text is an item of a list with its comma, spaced as black spaces it."""
    return text.isascii() and _LINE_ITEM.fullmatch(reduced(text) or "") is not None


def _is_docstring(lines: Sequence[str], indent: str) -> bool:
    """Tell whether a docstring's quotes, indentation and ends are right."""
    text = "\n".join(lines)
    inner = text[len(indent) + len(_QUOTES) : -len(_QUOTES)]
    if len(lines) > _SHORT:
        inner = inner.removesuffix("\n" + indent)
    return (
        text.startswith(indent + _QUOTES)
        and _is_text(lines)
        and not inner.startswith((" ", '"', "\n"))
        and not inner.endswith((" ", '"', "\\", "\n"))
        and _is_trimmed(lines, indent)
    )


def _is_trimmed(lines: Sequence[str], indent: str) -> bool:
    following = [len(line) - len(line.lstrip()) for line in lines[1:] if line.strip(' "')]
    last = lines[-1] if lines[-1].isascii() else 2 * lines[-1]
    return (
        all(line == line.rstrip() and "\t" not in line for line in lines)
        and all(len(line.splitlines()) <= 1 for line in lines)
        and (not following or min(following) == len(indent))
        and len(last) <= LINE_LENGTH
    )


def _is_text(lines: Sequence[str]) -> bool:
    """Tell whether lines are one text in three quotes that nobody needs to touch."""
    text = "\n".join(lines).strip()
    inner = text[len(_QUOTES) : -len(_QUOTES)]
    whole = len(text) > 2 * len(_QUOTES) and text.startswith(_QUOTES) and text.endswith(_QUOTES)
    return whole and _QUOTES not in inner


def is_statement(lines: Sequence[str], kind: Kind, width: int) -> bool:
    """Read lines from the first to the last, with the brackets that are open."""
    if kind not in _STATEMENTS or not all(len(line) <= width and line.isascii() for line in lines):
        return False
    if kind is Kind.CLASS and "()" in lines[-1]:
        return False
    rest = list(lines)
    while rest[0].startswith("@") and len(rest) > 1:
        decorator = reduced(rest.pop(0))
        if decorator is None or not _DECORATOR.fullmatch(decorator):
            return False
    whole = reduced(rest[0]) if len(rest) == 1 else _wrapped(rest, width) or _joined(rest)
    return whole is not None and _STATEMENTS[kind].fullmatch(whole) is not None


def _wrapped(lines: Sequence[str], width: int) -> str | None:
    """Put a function's head on one line again that had its arguments on one of their own."""
    if len(lines) != len(("head", "arguments", "returns")) or lines[1].endswith(","):
        return None
    line = f"{lines[0]}{lines[1].lstrip()}{lines[2]}"
    indents = [len(part) - len(part.lstrip()) for part in lines]
    fits = indents == [0, INDENT, 0] and lines[0].endswith("(") and lines[2].startswith(")")
    fits = fits and ", " in (reduced(lines[1]) or "")
    return reduced(line) if fits and len(line) > width and "def " in lines[0] else None


def reduced(line: str) -> str | None:
    """Put one character for each text and each pair of brackets; None if one is not as it should be."""
    rest = _STRING.sub("§", line)
    while not _BRACKETS.isdisjoint(rest):
        shorter = _INNERMOST.sub(_closed, rest)
        if shorter == rest:
            return None
        rest = shorter
    return None if '"' in rest or "'" in rest or "#" in rest else rest


def _closed(found: re.Match[str]) -> str:
    before, opening, content, closing = found.groups()
    if closing != _CLOSING[opening]:
        return found[0]
    if not before and opening == "(" and content:
        fits = bool(_SINGLE.fullmatch(content)) or (
            ", " in content and bool(_LIST.fullmatch(content))
        )
    else:
        fits = bool((_LIST if opening == "[" else _PAIRS).fullmatch(content)) or not content
    return f"{before}@" if fits else found[0]


def _joined(lines: Sequence[str]) -> str | None:
    """Put one character for what is in brackets over several lines, an item on each of them."""
    opened: list[str] = []
    counts = [0]
    for line in lines:
        text = line.lstrip()
        if opened and text[:1] == _CLOSING[opened[-1][-1]]:
            start = opened.pop()
            if not _keeps(start, counts.pop()):
                return None
            text = f"{start[:-1]}@{text[1:]}"
        if len(line) - len(line.lstrip()) != INDENT * len(opened):
            return None
        if text[-1:] in _CLOSING:
            opened.append(text)
            counts.append(0)
            continue
        short = reduced(text)
        if not opened:
            return short if line is lines[-1] else None
        if short is None or not _LINE_ITEM.fullmatch(short):
            return None
        counts[-1] += 1
    return None


def _keeps(start: str, count: int) -> bool:
    """Tell whether the comma after the last item keeps brackets open, which some single ones do not."""
    is_type, is_call = start[-1] == "[", start[-2:-1].isidentifier() or " import (" in start
    return count > 0 and (count > 1 or not is_type) and (count > 1 or is_call or start[-1] == "{")
