"""What each kind of action does to a tree."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jsonpath import JSONPath, JSONPathError

from generator import pointers
from generator.overlay.actions import NoMatchError
from generator.overlay.tree import (
    Node,
    Parts,
    child_of,
    clone,
    clone_origin,
    drop,
    node_at,
    plant,
    put,
)

if TYPE_CHECKING:
    from generator.overlay.actions import Action, Copy, Remove, Update


def update(root: Node, action: Update) -> None:
    """Merge the action's value into all that its target matches."""
    addition = plant(action.overlay, f"{action.pointer}/update", action.value)
    _merge_into_targets(root, action, addition, "update")


def copy(root: Node, action: Copy) -> None:
    """Merge the one node that `copy` matches into all that the target matches."""
    sources = _matches(root, action, "copy", action.source)
    if len(sources) != 1:
        problem = f"`copy` must match one node; {action.text('copy')} matches {len(sources)}"
        action.fail("copy", problem)
    source = node_at(root, sources[0])
    addition = Node(value=clone(source.value), origin=clone_origin(source.origin))
    _merge_into_targets(root, action, addition, "copy")


def remove(root: Node, action: Remove) -> None:
    """Remove all that the target matches, from the end, so that indexes hold."""
    for parts in sorted(_targets(root, action), reverse=True):
        if not parts:
            action.fail("target", "the target is the whole document, which cannot be removed")
        drop(node_at(root, parts[:-1]), parts[-1])


def _matches(root: Node, action: Action, key: str, query: JSONPath) -> list[Parts]:
    """List the places that a query matches, each once."""
    try:
        return list(dict.fromkeys(match.parts for match in query.finditer(root.value)))
    except JSONPathError as error:
        action.fail(key, f"{action.text(key)} cannot be looked up ({error.message})")


def _targets(root: Node, action: Action) -> list[Parts]:
    targets = _matches(root, action, "target", action.target)
    if not targets:
        problem = f"the target {action.text('target')} matches nothing in the document"
        action.fail("target", problem, NoMatchError)
    return targets


def _merge_into_targets(root: Node, action: Action, addition: Node, key: str) -> None:
    targets = _targets(root, action)
    kinds = dict.fromkeys(_kind(node_at(root, parts).value) for parts in targets)
    if len(kinds) > 1:
        action.fail("target", f"the target matches nodes of several kinds: {', '.join(kinds)}")
    merge = _Merge(action=action, key=key)
    for parts in targets:
        target = node_at(root, parts)
        fresh = Node(value=clone(addition.value), origin=clone_origin(addition.origin))
        if isinstance(target.value, list) and not isinstance(fresh.value, list):
            put(target, len(target.value), fresh)
        elif merge.takes(target, fresh, parts):
            put(node_at(root, parts[:-1]), parts[-1], fresh)


@dataclass(frozen=True, kw_only=True, slots=True)
class _Merge:
    """The recursive rules, and the action to blame where they do not fit."""

    action: Action
    key: str

    def takes(self, target: Node, addition: Node, parts: Parts) -> bool:
        """Merge containers in place; tell whether instead a scalar takes a scalar's place."""
        match target.value, addition.value:
            case dict(), dict():
                self.merge_mappings(target, addition, parts)
                return False
            case list(), list():
                for index in range(len(addition.value)):
                    put(target, len(target.value), child_of(addition, index))
                return False
            case (dict() | list(), _) | (_, dict() | list()):
                self.fail(target, addition, parts)
        return True

    def merge_mappings(self, target: Node, addition: Node, parts: Parts) -> None:
        """Merge key by key; new keys come last."""
        for key in addition.value:
            child = child_of(addition, key)
            if key not in target.value or self.takes(child_of(target, key), child, (*parts, key)):
                put(target, key, child)

    def fail(self, target: Node, addition: Node, parts: Parts) -> None:
        """End the run: a container and something of another kind."""
        kinds = f"{_kind(addition.value)} cannot be merged into {_kind(target.value)}"
        self.action.fail(self.key, f"{kinds} at {pointers.join('', *parts)} of the document")


def _kind(value: object) -> str:
    match value:
        case dict():
            return "a mapping"
        case list():
            return "a list"
    return "a scalar"
