"""Which version a client should get: what its changes mean by semantic versioning."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.diff.changes import Change, Severity

_PLURALS = {
    "auth": "rules of credentials",
    "base-url": "base URLs",
    "union-member": "members of unions",
}
_SINGULARS = {
    "auth": "rule of credentials",
    "base-url": "base URL",
    "union-member": "member of a union",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Suggestion:
    """The part of the version to raise, and why."""

    part: Literal["major", "minor", "patch"]
    reasons: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.part}: {', '.join(self.reasons)}"


def suggest(changes: Sequence[Change]) -> Suggestion:
    """Suggest a version from what changes."""
    breaking = counted(changes, "breaking")
    if breaking:
        return Suggestion(part="major", reasons=breaking)
    other = (*counted(changes, "compatible"), *counted(changes, "warning"))
    if other:
        return Suggestion(part="minor", reasons=other)
    return Suggestion(part="patch", reasons=("nothing that callers see is different",))


def counted(changes: Sequence[Change], severity: Severity) -> tuple[str, ...]:
    """Count the changes of a severity by kind, the most frequent first: `3 arguments removed`."""
    counts = Counter(change.kind for change in changes if change.severity == severity)
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return tuple(_count(number, kind) for kind, number in ordered)


def _count(number: int, kind: str) -> str:
    noun, _, verb = kind.rpartition("-")
    plain = noun.replace("-", " ")
    if number == 1:
        return f"1 {_SINGULARS.get(noun, plain)} {verb}"
    return f"{number} {_PLURALS.get(noun, f'{plain}s')} {verb}"
