"""The operations of a document as it was written, references followed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.load.shapes import METHODS
from generator.pointers import join, resolve
from generator.select.entries import Operation

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

ADDITIONAL = "additionalOperations"
SECTIONS = ("paths", "webhooks")
MOST_HOPS = 50


def operations_of(root: dict[str, Any]) -> Iterator[Operation]:
    """List the operations and webhooks of a document."""
    for section in SECTIONS:
        for path, node in mapping(root.get(section)).items():
            item, _ = follow(root, node, join("", section, path))
            for keys, operation in _operations_in(root, item):
                yield Operation(section=section, path=path, keys=keys, node=operation)


def follow(root: dict[str, Any], node: Any, pointer: str) -> tuple[dict[str, Any], str]:
    """Give the mapping that a node is or refers to, and its pointer; empty where it is none."""
    for _ in range(MOST_HOPS):
        reference = mapping(node).get("$ref")
        if not isinstance(reference, str) or not reference.startswith("#/"):
            break
        beside = {key: child for key, child in node.items() if key != "$ref"}
        try:
            node, pointer = {**mapping(resolve(root, reference[1:])), **beside}, reference[1:]
        except KeyError:
            break
    return dict(mapping(node)), pointer


def mapping(node: Any) -> Mapping[str, Any]:
    """Give a mapping, an empty one where there is something else."""
    return node if isinstance(node, dict) else {}


def _operations_in(
    root: dict[str, Any], item: dict[str, Any]
) -> Iterator[tuple[tuple[str, ...], dict[str, Any]]]:
    additional = mapping(item.get(ADDITIONAL))
    keys: list[tuple[str, ...]] = [(method,) for method in METHODS if method in item]
    keys += [(ADDITIONAL, method) for method in additional]
    for path in keys:
        operation, _ = follow(root, resolve(item, join("", *path)), "")
        yield path, operation
