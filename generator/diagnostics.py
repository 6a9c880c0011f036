"""Violations, repairs and skips in one form, and the error that ends a run."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from generator.edits import Edit

Kind = Literal["violation", "repair", "skip", "note"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Place:
    """A node of a document: file as the user named it, line and column from 1, JSON pointer (RFC 6901)."""

    file: str
    line: int
    column: int
    pointer: str

    def __str__(self) -> str:
        return (
            f"{self.file}:{self.line}:{self.column}  {self.pointer}"
            if self.pointer
            else self.location
        )

    @property
    def location(self) -> str:
        """File, line and column, as editors open them."""
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, kw_only=True, slots=True)
class Diagnostic:
    """What is wrong, where, and what follows from it."""

    kind: Kind
    place: Place
    problem: str
    consequence: str
    rule: str | None = None
    fix: tuple[Edit, ...] = field(default=(), compare=False, repr=False)
    """What would have to change in the document, where that can be said."""

    def __str__(self) -> str:
        rule = f" (rule: {self.rule})" if self.rule else ""
        return f"{self.place}  {self.problem}; {self.consequence}{rule}"


class ClientwrightError(Exception):
    """A run that cannot go on; the message names place, problem and consequence. Exit code 1."""


class UsageError(ClientwrightError):
    """Wrong configuration or command line. Exit code 2."""
