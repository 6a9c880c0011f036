"""YAML collections under construction: their data and, beside it, the marks of their children."""

from __future__ import annotations

from typing import Any, NamedTuple

from generator.load.positions import Mark, Marks


class Node(NamedTuple):
    """A finished value; `text` is what it says as a key, None where it cannot be one."""

    value: Any
    marks: Marks | None = None
    text: str | None = None
    size: int = 1
    height: int = 0


class ListFrame:
    """A list under construction."""

    __slots__ = ("anchor", "height", "marks", "offset", "size", "value")

    awaits_key = False
    merge = False

    def __init__(self, offset: int, anchor: str | None) -> None:
        self.value: list[Any] = []
        self.marks: list[Mark] = []
        self.offset, self.anchor = offset, anchor
        self.size, self.height = 1, 1

    def add(self, value: object, offset: int, marks: Marks | None) -> None:
        """Append an item."""
        self.value.append(value)
        self.marks.append(offset if marks is None else (offset, marks))

    def close(self) -> Node:
        """Finish the list."""
        return Node(self.value, self.marks, None, self.size + len(self.value), self.height)


class MapFrame:
    """A mapping under construction."""

    __slots__ = (
        *("anchor", "height", "marks", "offset", "size", "value"),
        *("awaits_key", "key", "key_offset", "merge", "merged"),
    )

    def __init__(self, offset: int, anchor: str | None) -> None:
        self.value: dict[str, Any] = {}
        self.marks: dict[str, Mark] = {}
        self.offset, self.anchor = offset, anchor
        self.size, self.height = 1, 1
        self.awaits_key, self.merge = True, False
        self.key, self.key_offset = "", offset
        self.merged: list[Pairs] = []

    def add(self, value: object, _: int, marks: Marks | None) -> None:
        """Give the pending key its value; the pair stands where its key stands."""
        self.value[self.key] = value
        self.marks[self.key] = self.key_offset if marks is None else (self.key_offset, marks)
        self.awaits_key = True

    def absorb(self, node: Node) -> bool:
        """Take what `<<` brings; tell whether it was a mapping or a list of mappings."""
        sources = _mappings(node.value, node.marks)
        self.merged += sources
        self.awaits_key, self.merge = True, False
        return bool(sources)

    def close(self) -> Node:
        """Finish the mapping; its own keys win over merged ones, earlier merged ones over later."""
        value, marks = self.value, self.marks
        if self.merged:
            value, marks = {}, {}
            for merged_value, merged_marks in (*self.merged[::-1], (self.value, self.marks)):
                value |= merged_value
                marks |= merged_marks
        return Node(value, marks, None, self.size + len(value), self.height)


Frame = ListFrame | MapFrame


Pairs = tuple[dict[str, Any], dict[str, Mark]]


def _mappings(value: object, marks: Marks | None) -> list[Pairs]:
    """Pair the mappings to merge with their marks; none if anything else is among them."""
    if isinstance(value, dict) and isinstance(marks, dict):
        return [(value, marks)]
    if not (isinstance(value, list) and isinstance(marks, list)):
        return []
    inner = [mark[1] if isinstance(mark, tuple) else None for mark in marks]
    found = [_mappings(*pair) for pair in zip(value, inner, strict=True)]
    return [pair for pairs in found for pair in pairs] if all(found) else []
