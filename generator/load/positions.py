"""Which character begins which node of a document."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from generator import pointers

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.diagnostics import Place
    from generator.load.source import Source

Marks: TypeAlias = "dict[str, Mark] | list[Mark]"
Mark: TypeAlias = "int | tuple[int, Marks]"
"""The offset of a node (of its key, where it has one), with its children where it is no scalar."""


def mark_offset(mark: Mark) -> int:
    """Tell the offset of a node."""
    return mark if isinstance(mark, int) else mark[0]


def locator(source: Source, read: Callable[[], Mark]) -> Callable[[str], Place]:
    """Make a document's `locate`; the marks are read when the first place is asked for."""
    found: list[Mark] = []

    def locate(pointer: str) -> Place:
        if not found:
            found.append(read())
        return _locate(source, found[0], pointer)

    return locate


def _locate(source: Source, mark: Mark, pointer: str) -> Place:
    reached: list[str] = []
    for part in pointers.split(pointer):
        child = _child(mark, part)
        if child is None:
            break
        mark = child
        reached.append(part)
    return source.place(mark_offset(mark), pointers.join("", *reached))


def _child(mark: Mark, part: str) -> Mark | None:
    if isinstance(mark, int):
        return None
    children = mark[1]
    if isinstance(children, dict):
        return children.get(part)
    return children[int(part)] if part.isdecimal() and int(part) < len(children) else None
