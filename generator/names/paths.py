"""Paths as what they say about resources: fixed segments and placeholders."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from generator.names.grammar import abbreviates, is_plural, same_nouns
from generator.names.identifiers import split_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_NOISE = re.compile(r"api|rest|v\d+(\.\d+)*((alpha|beta|rc)\d*)?|\d{4}-\d{2}-\d{2}", re.IGNORECASE)
_PART = re.compile(r"\{[^{}]*\}|[^{}]+")
_SAYS_SOMETHING = re.compile(r"\w|^\{")
_EXTENSION = re.compile(r"\.(json|xml)$")
_LONGEST = 1000
"""How much of a path is read for a name."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A fixed segment's words; none for a placeholder."""

    words: tuple[str, ...]

    @property
    def is_fixed(self) -> bool:
        """Tell a fixed segment from a placeholder."""
        return bool(self.words)


@dataclass(frozen=True, slots=True)
class Shape:
    """A path without what says nothing: `api`, versions, file extensions, queries."""

    segments: tuple[Segment, ...]

    @property
    def ends_in_placeholder(self) -> bool:
        """Tell a path of one thing from a path of many."""
        return bool(self.segments) and not self.segments[-1].is_fixed

    @property
    def fixed(self) -> tuple[Segment, ...]:
        """Give the fixed segments."""
        return tuple(segment for segment in self.segments if segment.is_fixed)

    def after(self, resource: Sequence[str]) -> Shape | None:
        """Give what follows the resource's own segments; None where the path has none."""
        for matches in (same_nouns, _ends_name, abbreviates):
            for end in range(len(self.segments), 0, -1):
                if any(matches(words, resource) for words in self._spoken_to(end)):
                    return Shape(self.segments[end:])
        return None

    def _spoken_to(self, end: int) -> Iterator[tuple[str, ...]]:
        """Give the words of the fixed segments before an index, taking in one more each time."""
        words: tuple[str, ...] = ()
        for segment in reversed(self.segments[:end]):
            if not segment.is_fixed:
                return
            words = segment.words + words
            yield words


@dataclass(frozen=True, slots=True)
class PathTree:
    """What the paths of a document say about each other."""

    paths: Counter[tuple[str, Shape]]
    methods: dict[Shape, frozenset[str]]
    parents: frozenset[Shape]
    """Paths that go on with a placeholder, and so name many things."""

    def is_collection(self, shape: Shape) -> bool:
        """Tell whether a path names many things."""
        last = shape.segments[-1].words if shape.segments else ()
        return shape in self.parents or (bool(last) and is_plural(last[-1]))

    def is_one(self, shape: Shape) -> bool:
        """Tell whether a path names one thing by a placeholder."""
        return shape.ends_in_placeholder and shape not in self.parents

    def has_versions(self, method: str, shape: Shape) -> bool:
        """Tell whether paths that differ in their version alone have the method."""
        return self.paths[method, shape] > 1

    def is_shared(self, shape: Shape) -> bool:
        """Tell whether a path has several methods."""
        return len(self.methods[shape]) > 1


@cache
def shape_of(path: str) -> Shape:
    """Read a path; what follows `?` says nothing, what follows `#` or `:` is a segment of its own."""
    texts = re.split(r"[/#:]", _EXTENSION.sub("", path[:_LONGEST].split("?", maxsplit=1)[0]))
    parts = (part for text in texts if not _NOISE.fullmatch(text) for part in _PART.findall(text))
    return Shape(tuple(_segment(part) for part in parts if _SAYS_SOMETHING.search(part)))


def path_tree(operations: Iterable[tuple[str, str]]) -> PathTree:
    """Read all paths of a document, given as method and path."""
    paths = Counter((method, shape_of(path)) for method, path in operations)
    methods: dict[Shape, frozenset[str]] = {}
    for method, shape in paths:
        methods[shape] = methods.get(shape, frozenset()) | {method}
    parents = frozenset(
        Shape(shape.segments[: index + 1])
        for shape in methods
        for index, following in enumerate(shape.segments[1:])
        if not following.is_fixed
    )
    return PathTree(paths, methods, parents)


def path_words(path: str) -> list[str]:
    """Give all words of a path, placeholders and versions too."""
    return [
        word
        for part in path.split("?", maxsplit=1)[0].split("/")
        if part
        for word in split_words(part)
    ]


def _ends_name(segment: Sequence[str], resource: Sequence[str]) -> bool:
    """Tell whether a tag says more than the path: Container Registries for `registries`."""
    return same_nouns(segment, resource[-len(segment) :])


def _segment(text: str) -> Segment:
    return Segment(() if text.startswith("{") else tuple(split_words(text)))
