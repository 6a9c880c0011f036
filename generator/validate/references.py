"""References within a document that lead nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from generator import pointers
from generator.validate.violations import Path, Violation, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

DATA = frozenset(("const", "default", "enum", "example", "examples", "value"))
"""Keys under which anything may stand, `$ref` too, without meaning a reference."""

SMALL = 5_000
NAMED = frozenset(("properties", "patternProperties", "$defs", "definitions", "schemas"))
"""Keys under which the keys are names."""


def check_references(root: dict[str, Any]) -> Iterator[Violation]:
    """Find each `$ref` to a place of the same document that does not exist, and circles of them."""
    arriving: set[str] = set()
    stack: list[tuple[Path, Any]] = [((), root)]
    while stack:
        path, node = stack.pop()
        stack += _containers(path, node)
        reference = node.get("$ref") if isinstance(node, dict) else None
        if isinstance(reference, str) and reference.startswith("#/"):
            problem = _problem(root, reference, arriving)
            if problem:
                yield Violation((*path, "$ref"), problem)


def is_small(root: dict[str, Any], schema: object) -> bool:
    """Tell whether a schema, with all that it refers to, can be held against a value in no time."""
    stack = [schema]
    for _ in range(SMALL):
        if not stack:
            return True
        node = stack.pop()
        if isinstance(node, dict) and "patternProperties" in node:
            return False
        stack += _below(node)
        reference = node.get("$ref") if isinstance(node, dict) else None
        target = _target(root, reference) if isinstance(reference, str) else None
        stack += [target[1]] if target else []
    return False


def _below(node: object) -> list[Any]:
    match node:
        case dict():
            return [child for child in node.values() if isinstance(child, dict | list)]
        case list():
            return [child for child in node if isinstance(child, dict | list)]
    return []


def _containers(path: Path, node: dict[str, Any] | list[Any]) -> list[tuple[Path, Any]]:
    named = path != () and path[-1] in NAMED
    pairs = node.items() if isinstance(node, dict) else enumerate(node)
    return [
        ((*path, key), child)
        for key, child in pairs
        if isinstance(child, dict | list) and (named or not _is_data(key))
    ]


def _is_data(key: str | int) -> bool:
    return key in DATA or str(key).startswith("x-")


def _problem(root: dict[str, Any], reference: str, arriving: set[str]) -> str | None:
    """Follow a reference from one to the next; `arriving` collects those that arrive."""
    seen: dict[str, None] = {}
    following: object = reference
    while isinstance(following, str) and following not in arriving:
        if following in seen:
            return f"{shown(reference)} leads in a circle"
        target = _target(root, following)
        if target is None and following == reference:
            return f"{shown(reference)} does not exist"
        if target is None:
            break
        seen[following] = None
        following = target[1].get("$ref") if isinstance(target[1], dict) else None
    arriving.update(seen)
    return None


def follow(root: dict[str, Any], path: Path) -> tuple[Path, Any]:
    """Find the real path of a path that leads through references, and the node there."""
    real: Path = ()
    node: Any = root
    for part in path:
        real, node = _dereferenced(root, real, node, part)
        try:
            node = node[part]
        except (KeyError, IndexError, TypeError):
            break
        real = (*real, part)
    return real, node


def _dereferenced(root: dict[str, Any], path: Path, node: Any, part: str | int) -> tuple[Path, Any]:
    """Go where a node's references lead, until there is the part that is looked for."""
    seen = set()
    while isinstance(node, dict) and part not in node and "$ref" in node:
        reference = str(node["$ref"])
        target = _target(root, reference)
        if target is None or reference in seen:
            break
        seen.add(reference)
        path, node = target
    return path, node


def _target(root: dict[str, Any], reference: str) -> tuple[Path, Any] | None:
    if not reference.startswith("#/"):
        return None
    pointer = unquote(reference[1:])
    try:
        return tuple(pointers.split(pointer)), pointers.resolve(root, pointer)
    except KeyError:
        return None
