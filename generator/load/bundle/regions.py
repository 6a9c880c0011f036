"""The references that a part of one file has."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from generator.load.bundle.targets import RefusedError, Target, Use, find
from generator.load.shapes import DATA, SECTIONS, Shape, below
from generator.pointers import join

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.load.bundle.library import File, Library

Path = tuple[str | int, ...]
SIGNS_OF_A_FILE = ("/", "#", ".")


@dataclass(frozen=True, kw_only=True, slots=True)
class Site:
    """Where a reference stands, in the region it belongs to, and what it leads to."""

    path: Path
    """Of the mapping that holds it."""

    key: str
    shape: Shape
    to: Target | str
    """A text is written as it is."""

    alone: bool
    """Nothing else is in its mapping."""

    @property
    def use(self) -> Use | None:
        """Tell what is used, unless it is just a text."""
        return None if isinstance(self.to, str) else self.to.used_as(self.shape)


@dataclass(frozen=True, kw_only=True, slots=True)
class Refusal:
    """A reference to what may not be read."""

    file: File
    pointer: str
    reference: str
    location: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Region:
    """A node that is referred to, or the whole document: all of it that stands in one file."""

    target: Target
    sites: tuple[Site, ...]
    refusals: tuple[Refusal, ...]
    size: int


def read_region(library: Library, target: Target, shape: Shape) -> Region:
    """Find the references of a region, and what they lead to."""
    sites, refusals, size = list[Site](), list[Refusal](), 0
    for path, node, inner in _walk(target.node, shape):
        size += 1
        for key, text in _references(node, inner):
            where = "schema" if inner == "mapping" else inner
            try:
                to = _lookup(library, target.file, text, where)
            except RefusedError as error:
                pointer = join(target.pointer, *path, key)
                refusal = Refusal(
                    file=target.file, pointer=pointer, reference=text, location=str(error)
                )
                refusals += [] if where == DATA else [refusal]
                continue
            if to is not None:
                alone = key == "$ref" and len(node) == 1
                sites.append(Site(path=path, key=key, shape=where, to=to, alone=alone))
    return Region(target=target, sites=tuple(sites), refusals=tuple(refusals), size=size)


def _walk(root: Any, root_shape: Shape) -> Iterator[tuple[Path, Any, Shape]]:
    """Visit every mapping and list, in the document's order."""
    stack: list[tuple[Path, Any, Shape]] = [((), root, root_shape)]
    while stack:
        path, node, shape = stack.pop()
        yield path, node, shape
        pairs: Any = ()
        if isinstance(node, dict):
            pairs = node.items()
        elif isinstance(node, list):
            pairs = enumerate(node)
        stack += [
            ((*path, key), child, below(shape, key))
            for key, child in pairs
            if isinstance(child, dict | list)
        ][::-1]


def _references(node: Any, shape: Shape) -> Iterator[tuple[str, str]]:
    """List what refers to something: `$ref`, and a discriminator's mapping where it means files."""
    if not isinstance(node, dict):
        return
    if shape == "mapping":
        for key, text in node.items():
            if isinstance(text, str) and any(sign in text for sign in SIGNS_OF_A_FILE):
                yield key, text
    elif isinstance(node.get("$ref"), str):
        yield "$ref", node["$ref"]


def _lookup(library: Library, file: File, text: str, shape: Shape) -> Target | str | None:
    """Find what a reference leads to; None leaves it as it is."""
    if file is library.entry and text[:1] in ("", "#"):
        return None
    target = find(library, file, text, shape)
    if target is None:
        is_local = text.startswith("#") and shape != DATA
        return f"{file.name}{text}" if is_local else None
    if target.file is library.entry and shape in SECTIONS:
        return f"#{target.pointer}"
    return target
