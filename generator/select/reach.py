"""What the chosen operations need of the rest of their document."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from generator.pointers import join, resolve, split
from generator.select.operations import mapping

if TYPE_CHECKING:
    from collections.abc import Iterator

COMPONENT_DEPTH = 3


@dataclass(frozen=True, kw_only=True, slots=True)
class Reached:
    """Components by section and name, and pointers into operations that were not chosen."""

    components: set[tuple[str, str]] = field(default_factory=set)
    strays: dict[str, Any] = field(default_factory=dict)


def reach(root: dict[str, Any], kept: dict[str, Any], start: list[Any]) -> Reached:
    """Follow all references from some nodes of `root`; `kept` is what is left of it anyway."""
    reached, seen = Reached(), set[str]()
    heirs = _heirs(root)
    stack = list(start)
    while stack:
        node = stack.pop()
        stack += _children(node)
        for pointer in _pointers(root, node, heirs):
            if pointer in seen:
                continue
            seen.add(pointer)
            stack += _arrive(root, kept, pointer, reached)
    return reached


def _arrive(
    root: dict[str, Any], kept: dict[str, Any], pointer: str, reached: Reached
) -> list[Any]:
    """Note what a pointer leads to; give what is to be looked through in turn."""
    keys = split(pointer)
    if keys[:1] == ["components"] and len(keys) >= COMPONENT_DEPTH:
        reached.components.add((keys[1], keys[2]))
        return _found(root, join("", *keys[:COMPONENT_DEPTH]))
    found = _found(root, pointer)
    if found and not _found(kept, pointer):
        reached.strays[pointer] = found[0]
    return found


def _found(root: dict[str, Any], pointer: str) -> list[Any]:
    try:
        return [resolve(root, pointer)]
    except KeyError:
        return []


def _pointers(root: dict[str, Any], node: Any, heirs: dict[str, list[str]]) -> Iterator[str]:
    """List the pointers that a node refers to, spelled as references or meant by a discriminator."""
    if not isinstance(node, dict):
        return
    reference = node.get("$ref")
    if isinstance(reference, str) and reference.startswith("#/"):
        yield reference[1:]
        yield from heirs.get(reference[1:], ())
    schemas = mapping(mapping(root.get("components")).get("schemas"))
    for named in mapping(mapping(node.get("discriminator")).get("mapping")).values():
        if isinstance(named, str) and named.startswith("#/"):
            yield named[1:]
        elif named in schemas:
            yield join("/components/schemas", named)


def _heirs(root: dict[str, Any]) -> dict[str, list[str]]:
    """List by parent the schemas that name it in `allOf`, where it tells them apart by itself."""
    schemas = mapping(mapping(root.get("components")).get("schemas"))
    heirs: dict[str, list[str]] = {}
    for name, schema in schemas.items():
        parts = mapping(schema).get("allOf")
        for part in parts if isinstance(parts, list) else []:
            parent = str(mapping(part).get("$ref"))
            if "discriminator" in mapping(schemas.get(parent.rpartition("/")[2])):
                heirs.setdefault(parent[1:], []).append(join("/components/schemas", name))
    return heirs


def _children(node: Any) -> list[Any]:
    children = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
    return [child for child in children if isinstance(child, dict | list)]
