"""Which fixes can be carried out together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.edits import Append, Drop, Put, Rename
from generator.fixes.paths import UNSPEAKABLE
from generator.pointers import resolve, split

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.diagnostics import Diagnostic
    from generator.edits import Edit

Scope = tuple[str, ...]


def independent(repairs: Iterable[Diagnostic], root: dict[str, Any]) -> list[Diagnostic]:
    """Pick repairs with fixes none of which changes what another one stands in."""
    picked: list[Diagnostic] = []
    edits: set[str] = set()
    claimed: set[Scope] = set()
    around: set[Scope] = set()
    for repair in filter(_can_be_said, repairs):
        fresh = [edit for edit in repair.fix if repr(edit) not in edits]
        scopes = [_scope(edit, root) for edit in fresh]
        if any(_is_taken(scope, claimed, around) for scope in scopes):
            continue
        picked.append(repair)
        edits.update(map(repr, fresh))
        claimed.update(scopes)
        around.update(scope[:length] for scope in scopes for length in range(len(scope)))
    return picked


def _can_be_said(repair: Diagnostic) -> bool:
    return bool(repair.fix) and not any(UNSPEAKABLE.search(edit.pointer) for edit in repair.fix)


def _is_taken(scope: Scope, claimed: set[Scope], around: set[Scope]) -> bool:
    inside = any(scope[:length] in claimed for length in range(len(scope) + 1))
    return inside or scope in around


def _scope(edit: Edit, root: dict[str, Any]) -> Scope:
    """Give the keys of what an edit replaces: an item of a list is replaced with its list."""
    keys = tuple(split(edit.pointer))
    match edit:
        case Append(value=value):
            return (*keys, "-", repr(value))
        case Put():
            while keys and _stands_in_list(edit.pointer, len(keys), root):
                keys = keys[:-1]
            return keys
        case Drop() | Rename():
            return keys


def _stands_in_list(pointer: str, depth: int, root: dict[str, Any]) -> bool:
    parent = "/".join(pointer.split("/")[:depth])
    try:
        return isinstance(resolve(root, parent), list)
    except KeyError:
        return False
