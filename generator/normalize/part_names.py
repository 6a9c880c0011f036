"""Names of what stands inline: by the way that leads there, shortened where that gets too long."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.names.identifiers import LONGEST_NAME, shorter_names

if TYPE_CHECKING:
    from collections.abc import Iterator

FEWEST_PARTS = 2


@dataclass(frozen=True, slots=True)
class PartName:
    """A component's name, and the properties that lead from it to a part of it."""

    root: str
    parts: tuple[str, ...] = ()

    def __add__(self, part: str) -> PartName:
        return PartName(self.root, (*self.parts, part) if part else self.parts)

    def __str__(self) -> str:
        return self.root + "".join(self.parts)

    def spellings(self) -> Iterator[str]:
        """Yield the name; one that is too long comes after its shorter forms."""
        if len(str(self)) > LONGEST_NAME:
            yield from (name for name in self._shorter() if len(name) <= LONGEST_NAME)
        yield str(self)

    def _shorter(self) -> Iterator[str]:
        """Leave out what lies between the root and the last parts, and then words of the middle."""
        sizes = range(FEWEST_PARTS, len(self.parts))
        yield from (self.root + "".join(self.parts[-size:]) for size in (*sizes, 1))
        yield from shorter_names(str(self))
