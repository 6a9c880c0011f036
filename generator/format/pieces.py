"""Cut a module into pieces that are laid out one by one: statements, and the heads of those with a body."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


class Kind(Enum):
    """What decides about the empty lines around a piece."""

    DOCSTRING = "docstring of a module or class"
    NOTE = "docstring of a function"
    IMPORT = "import"
    CLASS = "class"
    FUNCTION = "def"
    STUB = "def with its body on the same line"
    CONDITION = "if"
    BLOCK = "another statement with a body"
    OTHER = "other"


_Cut = ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef | ast.If
_Parent = ast.Module | _Cut
_CUT = (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef, ast.If)
DEFINITIONS = (Kind.CLASS, Kind.FUNCTION, Kind.STUB)


@dataclass(frozen=True, kw_only=True, slots=True)
class Piece:
    """`lines` of a module from `start` on, `depth` levels in; a head is followed by its body."""

    kind: Kind
    depth: int
    start: int
    lines: tuple[str, ...]

    @property
    def end(self) -> int:
        """The number of the line after the last one."""
        return self.start + len(self.lines)


def pieces(text: str) -> list[Piece]:
    """Cut a module; raises SyntaxError for what is no Python."""
    lines = text.split("\n")
    return list(_pieces(ast.parse(text), 0, lines))


def _pieces(parent: _Parent, depth: int, lines: Sequence[str]) -> Iterator[Piece]:
    for place, node in enumerate(parent.body):
        first, last, kind = _first_line(node), node.end_lineno or node.lineno, _kind(node)
        if isinstance(node, _CUT) and kind is not Kind.BLOCK and not _is_whole(node, lines):
            yield _piece(kind, depth, lines, first, _head_end(node, lines))
            yield from _pieces(node, depth + 1, lines)
        elif place == 0 and _is_text(node):
            yield _piece(_text_kind(parent), depth, lines, first, last)
        else:
            kind = Kind.STUB if kind in DEFINITIONS else kind
            yield _piece(kind, depth, lines, first, last)


def _piece(kind: Kind, depth: int, lines: Sequence[str], first: int, last: int) -> Piece:
    return Piece(kind=kind, depth=depth, start=first - 1, lines=tuple(lines[first - 1 : last]))


def _first_line(node: ast.stmt) -> int:
    match node:
        case ast.ClassDef() | ast.FunctionDef() | ast.AsyncFunctionDef() if node.decorator_list:
            return node.decorator_list[0].lineno
        case _:
            return node.lineno


def _is_whole(node: _Cut, lines: Sequence[str]) -> bool:
    """Tell whether the body is on a line of the head, or black would put it there."""
    match node.body:
        case [ast.Expr(value=ast.Constant(value=value))] if value is ...:
            return True
        case [first, *_]:
            line = lines[first.lineno - 1]
            return len(line) - len(line.lstrip()) != first.col_offset
        case _:
            return True


def _head_end(node: _Cut, lines: Sequence[str]) -> int:
    end = _first_line(node.body[0]) - 1
    while not lines[end - 1]:
        end -= 1
    return end


def _kind(node: ast.stmt) -> Kind:
    match node:
        case ast.ClassDef():
            return Kind.CLASS
        case ast.FunctionDef() | ast.AsyncFunctionDef():
            return Kind.FUNCTION
        case ast.If(orelse=[]):
            return Kind.CONDITION
        case ast.Import() | ast.ImportFrom():
            return Kind.IMPORT
        case _:
            return Kind.BLOCK if hasattr(node, "body") or hasattr(node, "cases") else Kind.OTHER


def _text_kind(parent: _Parent) -> Kind:
    match parent:
        case ast.If():
            return Kind.OTHER
        case ast.FunctionDef() | ast.AsyncFunctionDef():
            return Kind.NOTE
        case _:
            return Kind.DOCSTRING


def _is_text(node: ast.stmt) -> bool:
    match node:
        case ast.Expr(value=ast.Constant(value=str())):
            return True
        case _:
            return False
