"""What a consumer's code does with the client, line by line."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True, order=True)
class Line:
    """A line of a file, which is named from the repository's root."""

    file: str
    number: int

    def __str__(self) -> str:
        return f"{self.file}:{self.number}"


@dataclass(frozen=True, kw_only=True, slots=True)
class Called:
    """A call of a method, of the client's class or of a model's."""

    place: str
    given: frozenset[str]
    is_open: bool
    """Whether more may be given than can be read here, as by `**options`."""
    types: frozenset[str]
    """The models that are given and got."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Named:
    """A class, an alias or an error that is named: imported, or in an annotation."""

    place: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Read:
    """A field that is read, or a method that is not called at once."""

    place: str
    types: frozenset[str]


@dataclass(frozen=True, kw_only=True, slots=True)
class Unclear:
    """An attribute of something unknown that is called like parts of the client."""

    names: tuple[str, ...]
    subject: str


Use = Called | Named | Read | Unclear
