"""What a reference leads to, in whichever file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from generator.pointers import join, split, step

if TYPE_CHECKING:
    from generator.load.bundle.library import File, Library
    from generator.load.shapes import Shape

MOST_HOPS = 50

Use = tuple[str, str, "Shape"]
"""A file, a pointer into it, and what stands there."""


class RefusedError(Exception):
    """The file or URL of a reference may not be read."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Target:
    """A node of a file."""

    file: File
    pointer: str
    node: Any

    def used_as(self, shape: Shape) -> Use:
        """Tell one use of this node from all others."""
        return self.file.location, self.pointer, shape


def find(
    library: Library, file: File, reference: str, shape: Shape, hops: int = 0
) -> Target | None:
    """Follow a reference that stands in a file; None where it leads nowhere.

    Raises RefusedError where it leads to what may not be read.
    """
    path, _, fragment = reference.partition("#")
    try:
        found = _file(library, library.location(path, file), shape)
    except ValueError:  # no file and no URL can be called so
        return None
    fragment = unquote(fragment)
    if found is None or (fragment and fragment[0] != "/"):
        return None
    target = Target(file=found, pointer="", node=found.root)
    for key in split(fragment):
        target = _through(library, target, shape, hops, key)
        try:
            node = step(target.node, key)
        except KeyError:
            return None
        target = Target(file=target.file, pointer=join(target.pointer, key), node=node)
    return _through(library, target, shape, hops)


def _file(library: Library, location: str, shape: Shape) -> File | None:
    if not library.holds(location) and not library.access.allows(location):
        raise RefusedError(location)
    return library.open(location, shape)


def _through(
    library: Library, target: Target, shape: Shape, hops: int, key: str | None = None
) -> Target:
    """Go where a node that is no more than a reference leads; with a key, where the key must be."""
    node = target.node
    if not isinstance(node, dict) or not isinstance(node.get("$ref"), str):
        return target
    if (len(node) > 1 if key is None else key in node) or hops > MOST_HOPS:
        return target
    return find(library, target.file, node["$ref"], shape, hops + 1) or target
