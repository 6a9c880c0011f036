"""Edits as actions of OpenAPI Overlay 1.0.0, carried out on a copy of the document as they are written."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any

from generator.edits import Append, Drop, Put, Rename
from generator.fixes.paths import json_path
from generator.overlay.tree import clone
from generator.pointers import split

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.diagnostics import Diagnostic
    from generator.edits import Edit

Action = dict[str, Any]
Keys = list[str | int]


def carry_out(
    repairs: Iterable[Diagnostic], root: dict[str, Any]
) -> tuple[dict[str, Any], list[Action]]:
    """Fix repairs that do not touch each other; give the document after it, and the actions."""
    changed: dict[str, Any] = clone(root)
    actions = [
        {"target": action.pop("target"), "description": why, **action}
        for edit, why in _ordered(repairs, changed)
        for action in _actions(edit, changed)
    ]
    return changed, actions


def _ordered(repairs: Iterable[Diagnostic], root: dict[str, Any]) -> list[tuple[Edit, str]]:
    """List edits, each once, with their reasons; what goes last is taken out of lists, from the end."""
    edits: dict[str, tuple[Edit, str]] = {}
    for repair in repairs:
        for edit in repair.fix:
            edits.setdefault(repr(edit), (edit, f"{repair.problem} (rule: {repair.rule})"))
    drops = [one for one in edits.values() if isinstance(one[0], Drop)]
    drops.sort(key=lambda one: _place(_keys(root, one[0].pointer)), reverse=True)
    return [*(one for one in edits.values() if not isinstance(one[0], Drop)), *drops]


def _place(keys: Keys) -> list[tuple[int, str]]:
    return [(key, "") if isinstance(key, int) else (-1, key) for key in keys]


def _actions(edit: Edit, root: dict[str, Any]) -> Iterator[Action]:
    """Write an edit as actions; each is carried out before the next one is written."""
    keys = _keys(root, edit.pointer)
    match edit:
        case Put(value=value):
            yield from _put(root, keys, deepcopy(value))
        case Append(value=value):
            yield from _append(root, keys, deepcopy(value))
        case Drop():
            if _existing(root, keys) == len(keys):
                yield _drop(root, keys)
        case Rename(key=key):
            value = _at(root, keys)
            yield _drop(root, keys)
            if key not in _at(root, keys[:-1]):
                yield from _put(root, [*keys[:-1], key], value)


def _put(root: dict[str, Any], keys: Keys, value: Any) -> Iterator[Action]:
    existing = _existing(root, keys)
    if existing < len(keys):
        reached = existing if isinstance(_at(root, keys[:existing]), dict) else existing - 1
        keys, value = keys[: reached + 1], _nested(keys[reached + 1 :], value)
    parent, key = _at(root, keys[:-1]), keys[-1]
    if isinstance(parent, list):
        items = [value if index == key else item for index, item in enumerate(parent)]
        yield from _put(root, keys[:-1], items)
        return
    old = parent.get(key)
    if key in parent and (isinstance(old, dict | list) or isinstance(value, dict | list)):
        yield _drop(root, keys)
    parent[key] = value
    yield {"target": json_path(keys[:-1]), "update": {key: deepcopy(value)}}


def _append(root: dict[str, Any], keys: Keys, value: Any) -> Iterator[Action]:
    is_there = _existing(root, keys) == len(keys)
    target = _at(root, keys) if is_there else None
    if isinstance(target, list):
        target.append(value)
        yield {"target": json_path(keys), "update": deepcopy(value)}
    else:
        yield from _put(root, keys, [value])


def _drop(root: dict[str, Any], keys: Keys) -> Action:
    del _at(root, keys[:-1])[keys[-1]]
    return {"target": json_path(keys), "remove": True}


def _nested(keys: Keys, value: Any) -> Any:
    for key in reversed(keys):
        value = {key: value}
    return value


def _at(root: Any, keys: Keys) -> Any:
    node = root
    for key in keys:
        node = node[key]
    return node


def _existing(root: Any, keys: Keys) -> int:
    """Count the keys that lead somewhere."""
    node = root
    for count, key in enumerate(keys):
        is_there = key in node if isinstance(node, dict) else _has_item(node, key)
        if not is_there:
            return count
        node = node[key]
    return len(keys)


def _has_item(node: Any, key: str | int) -> bool:
    return isinstance(node, list) and isinstance(key, int) and key < len(node)


def _keys(root: Any, pointer: str) -> Keys:
    """Give the keys of a pointer, indices of lists as numbers."""
    node, keys = root, list[str | int]()
    for token in split(pointer):
        key = int(token) if isinstance(node, list) and token.isdecimal() else token
        keys.append(key)
        node = _at(node, [key]) if _existing(node, [key]) else None
    return keys
