"""An overlay document as typed actions."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NoReturn

from jsonpath import JSONPath, JSONPathEnvironment, JSONPathError

from generator import pointers
from generator.diagnostics import ClientwrightError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.load import Document

VERSION = re.compile(r"1\.[01]\.\d+", re.ASCII)
ROOT_KEYS = ("overlay", "info", "extends", "actions")
ACTION_KEYS = ("target", "description", "update", "remove", "copy")
NOTHING_APPLIED = "no part of the overlay is applied"


class _Environment(JSONPathEnvironment):
    max_recursion_depth = 500


RFC_9535 = _Environment(strict=True)


@dataclass(frozen=True, kw_only=True, slots=True)
class Action:
    """What every action has: a query, and where in the overlay it stands."""

    target: JSONPath
    overlay: Document
    pointer: str

    def text(self, key: str) -> str:
        """Quote a query as the overlay has it."""
        return str(pointers.resolve(self.overlay.root, pointers.join(self.pointer, key)))

    def fail(
        self, key: str, problem: str, kind: type[ClientwrightError] = ClientwrightError
    ) -> NoReturn:
        """End the run because of a part of this action."""
        fail(self.overlay, pointers.join(self.pointer, key), problem, kind)


@dataclass(frozen=True, kw_only=True, slots=True)
class Update(Action):
    """Merge a value into each target."""

    value: Any


@dataclass(frozen=True, kw_only=True, slots=True)
class Copy(Action):
    """Merge another part of the document into each target."""

    source: JSONPath


@dataclass(frozen=True, kw_only=True, slots=True)
class Remove(Action):
    """Take each target out of what contains it."""


def read_actions(overlay: Document) -> tuple[Update | Copy | Remove, ...]:
    """Check an overlay document and read its actions."""
    root = overlay.root
    if not VERSION.fullmatch(str(root.get("overlay"))):
        fail(overlay, "/overlay", "not an overlay: the key `overlay` must say 1.0.0 or 1.1.0")
    _check_keys(overlay, "", root, ROOT_KEYS)
    actions = root.get("actions")
    if not isinstance(actions, list) or not actions:
        fail(overlay, "/actions", "`actions` must be a list of at least one action")
    return tuple(_read_action(overlay, index, raw) for index, raw in enumerate(actions))


class NoMatchError(ClientwrightError):
    """An action whose target the document does not have, perhaps not any more."""


def fail(
    overlay: Document,
    pointer: str,
    problem: str,
    kind: type[ClientwrightError] = ClientwrightError,
) -> NoReturn:
    """End the run because of a part of the overlay."""
    place = overlay.locate(pointer)
    raise kind(f"{place.location}  {problem}; {NOTHING_APPLIED}")


def _read_action(overlay: Document, index: int, raw: object) -> Update | Copy | Remove:
    pointer = f"/actions/{index}"
    if not isinstance(raw, dict):
        fail(overlay, pointer, "an action must be a mapping")
    _check_keys(overlay, pointer, raw, ACTION_KEYS)
    target = _query(overlay, f"{pointer}/target", raw.get("target"))
    match raw:
        case {"remove": True}:
            return Remove(target=target, overlay=overlay, pointer=pointer)
        case {"update": _, "copy": _}:
            fail(overlay, pointer, "an action has `update` or `copy`, not both")
        case {"update": value}:
            return Update(target=target, overlay=overlay, pointer=pointer, value=value)
        case {"copy": path}:
            source = _query(overlay, f"{pointer}/copy", path)
            return Copy(target=target, overlay=overlay, pointer=pointer, source=source)
    fail(overlay, pointer, "an action must have `update`, `copy` or `remove: true`")


def _query(overlay: Document, pointer: str, text: object) -> JSONPath:
    key = pointer.rpartition("/")[2]
    if not isinstance(text, str):
        fail(overlay, pointer, f"`{key}` must be a JSONPath query")
    try:
        query = RFC_9535.compile(text)
    except JSONPathError as error:
        character = error.token.index + 1 if error.token else 1
        fail(
            overlay, pointer, f"`{key}` is no RFC 9535 JSONPath from character {character}: {text}"
        )
    assert isinstance(query, JSONPath)
    return query


def _check_keys(
    overlay: Document, pointer: str, raw: Mapping[str, object], known: tuple[str, ...]
) -> None:
    for key in raw:
        if key not in known and not key.startswith("x-"):
            problem = f"unknown key {key!r}; known are {', '.join(known)}"
            fail(overlay, pointers.join(pointer, key), problem)
