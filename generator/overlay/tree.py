"""A document being changed: its data and, beside it, which document each node comes from."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, cast

from generator import pointers

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from generator.diagnostics import Place
    from generator.load import Document

Parts = tuple[str | int, ...]


@dataclass(kw_only=True, slots=True)
class Origin:
    """Where a node comes from; all below it comes from there too, unless it has `children`."""

    locate: Callable[[str], Place]
    pointer: str
    children: dict[str, Origin] | list[Origin] | None = None

    def child(self, part: str | int) -> Origin:
        """Tell where a child comes from that stands as it stood there."""
        return Origin(locate=self.locate, pointer=pointers.join(self.pointer, part))


@dataclass(kw_only=True, slots=True)
class Node:
    """A value and its origin."""

    value: Any
    origin: Origin


def plant(document: Document, pointer: str = "", value: object = None) -> Node:
    """Copy a document, or the part of it under a pointer, into a tree that may be changed."""
    origin = Origin(locate=document.locate, pointer=pointer)
    return Node(value=clone(value if pointer else document.root), origin=origin)


def clone(value: Any) -> Any:
    """Copy JSON data."""
    match value:
        case dict():
            return {key: clone(child) for key, child in value.items()}
        case list():
            return [clone(child) for child in value]
    return value


def clone_origin(origin: Origin) -> Origin:
    """Copy an origin, so that its copy can be changed."""
    match origin.children:
        case dict() as named:
            return replace(origin, children={key: clone_origin(named[key]) for key in named})
        case list() as items:
            return replace(origin, children=[clone_origin(item) for item in items])
    return replace(origin)


def children_of(node: Node) -> dict[str, Origin] | list[Origin]:
    """List the origins of a container's children one by one, so that they can be changed."""
    origin = node.origin
    if origin.children is None:
        if isinstance(node.value, dict):
            origin.children = {key: origin.child(key) for key in node.value}
        else:
            origin.children = [origin.child(index) for index in range(len(node.value))]
    return origin.children


def child_of(node: Node, part: str | int) -> Node:
    """Go down one step."""
    origins: Any = children_of(node)
    return Node(value=node.value[part], origin=origins[part])


def node_at(root: Node, parts: Sequence[str | int]) -> Node:
    """Go down a path that exists."""
    node = root
    for part in parts:
        node = child_of(node, part)
    return node


def put(parent: Node, part: str | int, child: Node) -> None:
    """Set a child, or append it where the index is the list's end."""
    values, origins = cast("Any", parent.value), cast("Any", children_of(parent))
    is_end = part == len(parent.value) and not isinstance(parent.value, dict)
    for container, item in ((values, child.value), (origins, child.origin)):
        if is_end:
            container.append(item)
        else:
            container[part] = item


def drop(parent: Node, part: str | int) -> None:
    """Remove a child."""
    origins: Any = children_of(parent)
    del parent.value[part]
    del origins[part]


def locate_in(root: Origin, pointer: str) -> Place:
    """Find the place of a node in whichever document it comes from."""
    origin, parts = root, pointers.split(pointer)
    reached: list[str] = []
    while parts and (below := _step(origin, parts[0])) is not None:
        origin = below
        reached.append(parts.pop(0))
    rest = pointers.join("", *parts) if origin.children is None else ""
    place = origin.locate(origin.pointer + rest)
    return replace(
        place, pointer=pointers.join("", *reached) + place.pointer[len(origin.pointer) :]
    )


def _step(origin: Origin, part: str) -> Origin | None:
    children = origin.children
    if isinstance(children, list):
        return children[int(part)] if part.isdecimal() and int(part) < len(children) else None
    return children.get(part) if children else None
