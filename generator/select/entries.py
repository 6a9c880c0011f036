"""The entries of `include` and `exclude`: `tag:NAME`, `path:PATTERN`, `operation:PATTERN`."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, Any

from generator.diagnostics import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

KINDS = ("tag", "path", "operation")
SPELLING = (
    "tag:NAME, path:PATTERN or operation:PATTERN, where * stands for anything "
    "(`tag:insights`, `path:/v1/*`, `operation:list_*`)"
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Operation:
    """One operation of a document, or one of its webhooks, whose name stands for a path."""

    section: str
    path: str
    keys: tuple[str, ...]
    """From the path item down: its method, or `additionalOperations` and the method."""

    node: dict[str, Any]

    def values(self, kind: str) -> list[str]:
        """List what entries of a kind are held against."""
        match kind:
            case "path":
                return [self.path]
            case "tag":
                tags = self.node.get("tags")
                listed = tags if isinstance(tags, list) else []
                return [tag for tag in listed if isinstance(tag, str)]
        return [str(self.node["operationId"])] if "operationId" in self.node else []


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """What one entry asks for."""

    kind: str
    pattern: str

    def __str__(self) -> str:
        return f"{self.kind}:{self.pattern}"

    def matches(self, operation: Operation) -> bool:
        """Tell whether an operation is meant; case counts, and * goes over slashes."""
        values = operation.values(self.kind)
        return any(value == self.pattern or fnmatchcase(value, self.pattern) for value in values)

    def nearest(self, operations: Sequence[Operation]) -> str:
        """Give the entry of the same kind that is most like this one."""
        known = {value: None for one in operations for value in one.values(self.kind)}
        close = get_close_matches(self.pattern, known, n=1, cutoff=0)
        return f"; the nearest is '{self.kind}:{close[0]}'" if close else ""


def read_entry(text: str) -> Entry:
    """Read an entry; UsageError tells how one is spelled."""
    kind, colon, pattern = text.partition(":")
    if kind not in KINDS or not colon or not pattern:
        raise UsageError(f"{text!r} selects nothing: write {SPELLING}")
    return Entry(kind=kind, pattern=pattern)
