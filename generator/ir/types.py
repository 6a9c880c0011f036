"""Types of arguments and results, before they are spelled as Python annotations."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

ScalarName = Literal[
    "str",
    "int",
    "float",
    "bool",
    "bytes",
    "datetime",
    "date",
    "time",
    "timedelta",
    "UUID",
    "Decimal",
]
Constant = str | int | float | bool | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Scalar:
    """A type of the standard library, named as it is imported."""

    name: ScalarName


@dataclass(frozen=True, kw_only=True, slots=True)
class AnyValue:
    """Any JSON value: the document says nothing about it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Constants:
    """A closed set of values, spelled `Literal[...]`."""

    values: tuple[Constant, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class ObjectModel:
    """A component that becomes a pydantic class; arguments take an instance or a mapping."""

    name: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Alias:
    """A component that becomes a type alias: an enum, a union, a named array, map or scalar.

    `target` is what it stands for, so that an argument can accept mappings for the models inside;
    None where the alias is used under its own name everywhere (enums and scalars, recursive aliases).
    """

    name: str
    target: Type | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class ArrayOf:
    """A list of one type of items."""

    items: Type


@dataclass(frozen=True, kw_only=True, slots=True)
class MapOf:
    """An object with free keys and one type of values."""

    values: Type


@dataclass(frozen=True, kw_only=True, slots=True)
class UnionOf:
    """One of several types, in the document's order."""

    members: tuple[Type, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Nullable:
    """A type or null."""

    of: Type


Type = Scalar | AnyValue | Constants | ObjectModel | Alias | ArrayOf | MapOf | UnionOf | Nullable
