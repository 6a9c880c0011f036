"""One change of a client's surface, and the order in which people read them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.diagnostics import Place

Severity = Literal["breaking", "warning", "compatible"]
SEVERITIES: tuple[Severity, ...] = ("breaking", "warning", "compatible")


@dataclass(frozen=True, kw_only=True, slots=True)
class Change:
    """What is different for a caller.

    `breaking`: code that worked may fail, when it runs or under a type checker; `warning`: the
    same code does something else; `compatible`: there is more to use.
    """

    kind: str
    """What happened to what: `method-removed`, `argument-added`, `field-type-changed`."""
    severity: Severity
    place: str
    """As callers write it, without the client: `insights.list(limit)`, `models.Insight.name`."""
    sentence: str
    old: str | None = None
    new: str | None = None
    where: Place | None = None
    """In the new document, or in the old one for what is no longer there."""


def in_order(changes: Iterable[Change]) -> tuple[Change, ...]:
    """Sort changes, breaking ones first; of two for one kind and place, the worse one stays."""
    worst: dict[tuple[str, str], Change] = {}
    for change in sorted(changes, key=_rank):
        worst.setdefault((change.kind, change.place), change)
    return tuple(worst.values())


def _rank(change: Change) -> tuple[int, str, str, str]:
    return (SEVERITIES.index(change.severity), change.place, change.kind, change.sentence)
