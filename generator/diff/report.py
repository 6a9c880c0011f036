"""A comparison as a whole: what it is of, its changes, and the version that they suggest."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.diff.suggestion import suggest

if TYPE_CHECKING:
    from generator.diff.accepted import Accepted
    from generator.diff.changes import Change
    from generator.diff.sides import Side
    from generator.diff.suggestion import Suggestion


@dataclass(frozen=True, kw_only=True, slots=True)
class Report:
    """The two sides, and what is different for callers; accepted changes do not count."""

    old: Side
    new: Side
    changes: tuple[Change, ...]
    accepted: tuple[Accepted, ...]

    @property
    def title(self) -> str:
        """What is compared."""
        return f"{self.new.surface.title} {self.old.surface.version} → {self.new.surface.version}"

    @property
    def suggestion(self) -> Suggestion:
        """The version that the changes suggest."""
        return suggest(self.changes)
