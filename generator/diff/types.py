"""Annotations as sets of members, so that one can be compared with another."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Named:
    """A class or alias with its type arguments."""

    name: str
    arguments: tuple[Type, ...] = ()


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a `Literal`, as Python writes it."""

    text: str


Member = Named | Value
Type = frozenset[Member]
ANY = Named("Any")
NONE = Named("None")
NOT_GIVEN = Named("NotGiven")


@cache
def read_type(annotation: str) -> Type:
    """Read an annotation; what it is made of otherwise is a name of its own."""
    return _read(ast.parse(annotation, mode="eval").body)


def names(type_: Type) -> frozenset[str]:
    """Return every name in a type, also those within arguments."""
    return frozenset(chain.from_iterable(map(_names, type_)))


def renamed(type_: Type, new_names: Mapping[str, str]) -> Type:
    """Return a type with other names for some of what it is made of."""
    if not new_names:
        return type_
    return frozenset(_renamed(member, new_names) for member in type_)


def _renamed(member: Member, new_names: Mapping[str, str]) -> Member:
    match member:
        case Named(name, arguments):
            inner = tuple(renamed(argument, new_names) for argument in arguments)
            return Named(new_names.get(name, name), inner)
        case Value():
            return member


def _names(member: Member) -> frozenset[str]:
    match member:
        case Named(name, arguments):
            return frozenset({name}).union(*map(names, arguments))
        case Value():
            return frozenset()


def _read(node: ast.expr) -> Type:
    match node:
        case ast.BinOp(left=left, op=ast.BitOr(), right=right):
            return _read(left) | _read(right)
        case ast.Constant(value=str(annotation)):
            return read_type(annotation)
        case ast.Subscript(value=ast.Name(id="Annotated"), slice=ast.Tuple(elts=[first, *_])):
            return _read(first)
        case ast.Subscript(value=ast.Name(id="Literal"), slice=values):
            return frozenset(Value(ast.unparse(value)) for value in _elements(values))
        case ast.Subscript(value=origin, slice=arguments):
            return _one(ast.unparse(origin), *map(_read, _elements(arguments)))
        case _:
            return _one(ast.unparse(node))


def _one(name: str, *arguments: Type) -> Type:
    return frozenset({Named(name, arguments)})


def _elements(node: ast.expr) -> list[ast.expr]:
    return node.elts if isinstance(node, ast.Tuple) else [node]
