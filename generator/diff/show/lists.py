"""Changes as Markdown lists, those of one kind and owner in one line."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from generator.render.markdown import code, inline

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.diff.changes import Change, Severity

HEADINGS: dict[Severity, str] = {
    "breaking": "Breaking",
    "warning": "Worth knowing",
    "compatible": "New",
}
_NOTHING = "Nothing that callers see."


def sections(changes: Sequence[Change], level: str) -> Iterator[str]:
    """Yield the lines of all changes, under a heading for each severity."""
    if not changes:
        yield from ("", _NOTHING)
    for severity, heading in HEADINGS.items():
        found = [change for change in changes if change.severity == severity]
        if found:
            yield from ("", f"{level} {heading}", "")
            yield from _lines(found)


def _lines(changes: Iterable[Change]) -> Iterator[str]:
    for (owner, kind), members in groupby(changes, key=lambda one: (_owner(one), _joined(one))):
        group = list(members)
        if kind and len(group) > 1:
            names = ", ".join(code(_name(change)) for change in group)
            yield f"- {code(owner)}: new {kind} {names}."
        else:
            yield from (f"- {code(change.place)}: {inline(change.sentence)}" for change in group)


def _joined(change: Change) -> str:
    """Name what is told of in one line for all: additions that ask nothing of anyone."""
    noun, _, verb = change.kind.rpartition("-")
    is_plain = verb == "added" and change.severity == "compatible"
    return f"{noun}s" if is_plain and noun in {"model", "field", "argument", "method"} else ""


def _owner(change: Change) -> str:
    if change.place.endswith(")"):
        return change.place.partition("(")[0]
    return change.place.rpartition(".")[0]


def _name(change: Change) -> str:
    """Give what a place adds to its owner."""
    return change.place[len(_owner(change)) :].strip(".()")
