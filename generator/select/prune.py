"""A document without what was not chosen."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from generator.load.places import Origin, locator_of
from generator.load.shapes import METHODS
from generator.pointers import join
from generator.select.operations import ADDITIONAL, SECTIONS, follow, mapping
from generator.select.reach import reach
from generator.select.security import needed_schemes
from generator.select.strays import adopt

if TYPE_CHECKING:
    from generator.load import Document
    from generator.select.entries import Operation

Moved = dict[str, str]
"""Pointers of nodes that stand elsewhere now, with where they stood."""


def prune(document: Document, every: list[Operation], chosen: list[Operation]) -> Document:
    """Keep the chosen operations and all that they need."""
    root, moved = document.root, Moved()
    kept = dict(root)
    for section in SECTIONS:
        if section in root:
            kept[section] = _items(root, section, chosen, moved)
    if "tags" in root:
        kept["tags"] = _tags(root["tags"], chosen, moved)
    if all("security" in one.node for one in chosen):
        kept.pop("security", None)
    reached = reach(root, kept, [kept[section] for section in SECTIONS if section in kept])
    named = reached.components | needed_schemes(root, every, chosen)
    kept["components"] = _components(root, named)
    kept = adopt(kept, reached.strays, moved)
    origins = {new: Origin(document.locate, old) for new, old in moved.items()}
    locate = locator_of({"": Origin(document.locate, ""), **origins})
    return replace(document, root=kept, locate=locate)


def _items(
    root: dict[str, Any], section: str, chosen: list[Operation], moved: Moved
) -> dict[str, Any]:
    """Give the path items that have a chosen operation, without the others."""
    by_path: dict[str, set[tuple[str, ...]]] = {}
    for one in chosen:
        if one.section == section:
            by_path.setdefault(one.path, set()).add(one.keys)
    items: dict[str, Any] = {}
    for path, node in mapping(root[section]).items():
        if path in by_path:
            here = join("", section, path)
            item, pointer = follow(root, node, here)
            items[path] = _item(item, by_path[path])
            moved[here] = pointer
    return items


def _item(item: dict[str, Any], keys: set[tuple[str, ...]]) -> dict[str, Any]:
    kept = {key: value for key, value in item.items() if key not in METHODS or (key,) in keys}
    additional = {
        method: operation
        for method, operation in mapping(kept.pop(ADDITIONAL, None)).items()
        if (ADDITIONAL, method) in keys
    }
    return {**kept, ADDITIONAL: additional} if additional else kept


def _tags(tags: Any, chosen: list[Operation], moved: Moved) -> list[Any]:
    """Give the tags that chosen operations have, and those above them."""
    declared = [mapping(tag) for tag in tags] if isinstance(tags, list) else []
    parents = {str(tag.get("name")): tag.get("parent") for tag in declared}
    used: dict[Any, None] = {}
    waiting: list[Any] = [tag for one in chosen for tag in one.values("tag")]
    while waiting:
        name = waiting.pop()
        if name not in used:
            used[name] = None
            waiting += filter(None, [parents.get(name)])
    kept = [index for index, tag in enumerate(declared) if tag.get("name") in used]
    moved.update((f"/tags/{new}", f"/tags/{old}") for new, old in enumerate(kept))
    return [tags[index] for index in kept]


def _components(root: dict[str, Any], named: set[tuple[str, str]]) -> dict[str, Any]:
    """Give the components that are named, in the document's order."""
    kept: dict[str, Any] = {}
    for section, held in mapping(root.get("components")).items():
        found = {key: node for key, node in mapping(held).items() if (section, key) in named}
        kept |= {section: found} if found else {}
    return kept
