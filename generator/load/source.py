"""The text of a document, and places in it."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property
from typing import NoReturn

from generator.diagnostics import ClientwrightError, Place

NO_CLIENT = "no client can be made from it"


@dataclass(frozen=True, kw_only=True)
class Source:
    """A document's text, decoded, with the line of its file on which it begins."""

    name: str
    text: str
    sha256: str
    first_line: int = 1

    def place(self, offset: int, pointer: str = "") -> Place:
        """Find the line and column of a character."""
        above = bisect_left(self._line_ends, offset)
        start = self._line_ends[above - 1] + 1 if above else 0
        return Place(
            file=self.name,
            line=self.first_line + above,
            column=offset - start + 1,
            pointer=pointer,
        )

    def fail(self, offset: int, problem: str, consequence: str = NO_CLIENT) -> NoReturn:
        """End the run because of what stands at a character."""
        raise ClientwrightError(f"{self.place(offset).location}  {problem}; {consequence}")

    def fail_repeated_key(self, key: str, first: int, second: int) -> NoReturn:
        """End the run because a mapping has a key twice."""
        line = self.place(first).line
        self.fail(second, f"the key {key!r} stands a second time in its mapping, after line {line}")

    @cached_property
    def _line_ends(self) -> list[int]:
        return [match.start() for match in re.finditer("\n", self.text)]


def fail_file(name: str, problem: str, consequence: str = NO_CLIENT) -> NoReturn:
    """End the run because of a whole file."""
    raise ClientwrightError(f"{name}  {problem}; {consequence}")
