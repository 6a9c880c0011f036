"""Method names made from method and path, for operations whose id says no more than that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.names import grammar
from generator.names.grammar import singular
from generator.names.identifiers import attribute_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.names.paths import PathTree, Segment, Shape

VERBS = {"get": "retrieve", "post": "create", "put": "update", "patch": "update"}
_ON_MANY = {"delete": "delete_all", "put": "update_all", "patch": "update_all"}

Wish = tuple[tuple[str, ...], str]
"""Resources below the tag's, and the method's name."""


def wishes(method: str, shape: Shape, rest: Shape | None, tree: PathTree) -> list[Wish]:
    """Name an operation by method and path, the best name first; `rest` follows the resource."""
    verb = _verb(method, shape, tree)
    if rest is None:
        leaf = _leaf(shape, is_one=tree.is_one(shape) or verb == "create")
        acts = leaf.split()[0] in grammar.VERBS
        short = attribute_name(leaf if acts else f"{verb} {leaf}")
        others = [f"replace {leaf}"] if method == "put" else []
        further = (*others, f"{verb} {spoken(shape)}")
        return [((), name) for name in (short, *map(attribute_name, further))]
    children = tuple(map(_attribute, rest.fixed))
    if _is_action(rest, shape, tree):
        *parents, leaf = children
        speaks = method in ("get", "post") or rest.fixed[-1].words[0] in grammar.VERBS
        return [(tuple(parents), leaf if speaks else f"{verb}_{leaf}")]
    return [(children, verb), *((children, other) for other in _other_verbs(method, shape))]


def spoken(shape: Shape) -> str:
    """Read a path aloud: `files/{id}/comments` is file comments."""
    words: list[str] = []
    for index, segment in enumerate(shape.segments):
        several = index + 1 == len(shape.segments) or shape.segments[index + 1].is_fixed
        words += segment.words if several else _one_of(segment.words)
    return " ".join(words)


def qualifiers(shape: Shape, said: Sequence[str]) -> str:
    """Read what a path names beside what was said already."""
    known = {singular(word) for name in said for word in name.split("_")}
    return " ".join(word for word in spoken(shape).split() if singular(word) not in known)


def _leaf(shape: Shape, *, is_one: bool) -> str:
    """Read the end of a path: `/users/{id}/keys` is keys, one of them a key."""
    last = shape.fixed[-1].words if shape.fixed else ("root",)
    return " ".join(_one_of(last) if is_one else last)


def _verb(method: str, shape: Shape, tree: PathTree) -> str:
    if method == "get" and not tree.is_one(shape):
        return "list" if tree.is_collection(shape) else "retrieve"
    if method == "post" and tree.is_one(shape):
        others = tree.methods[shape]
        return "update" if "get" in others and not others & {"put", "patch"} else "create"
    return VERBS.get(method, method)


def _is_action(rest: Shape, shape: Shape, tree: PathTree) -> bool:
    """Tell `POST /payouts/{id}/reverse` from `POST /charges/{id}/refunds`."""
    if not rest.fixed or rest.ends_in_placeholder:
        return False
    return not tree.is_collection(shape) and not tree.is_shared(shape)


def _other_verbs(method: str, shape: Shape) -> list[str]:
    if not shape.ends_in_placeholder and method in _ON_MANY:
        return [_ON_MANY[method]]
    return ["replace"] if method == "put" else []


def _attribute(segment: Segment) -> str:
    return attribute_name(" ".join(segment.words))


def _one_of(words: Sequence[str]) -> list[str]:
    return [*words[:-1], singular(words[-1])] if words else []
