"""The resource of an operation: its tag, or else the first thing that its path names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.names.grammar import same_nouns
from generator.names.identifiers import attribute_name, member_name, split_words
from generator.names.reserved import CLIENT_NAMES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.names.paths import Shape

_PREFIX = "subpackage_"
_NOISE = re.compile(r"controller|api\d{4,}")
_MARKER = re.compile(
    r"[\[(](alpha|beta|preview|experimental|deprecated|legacy)[\])]", re.IGNORECASE
)
_DOTTED = re.compile(r"[^\W\d][\w-]*(\.[^\W\d][\w-]*)+")
_PREPOSITIONS = frozenset({"by", "for", "in", "of", "on", "to", "with"})
_DEEPEST = 4
_SAYS_NOTHING = frozenset({"default", "empty", "untagged"})

Resource = tuple[str, ...]


def resource_of(tags: Sequence[str], words: Sequence[str], shape: Shape) -> Resource:
    """Give the attributes that lead from the client to an operation's resource.

    Of several tags, the one that the operation id starts with, or that the path names, is taken.
    """
    named = [tag for tag in map(tag_names, tags) if tag]
    for tag in named:
        if same_nouns(tag[-1], words[: len(tag[-1])]):
            return attributes(tag)
    for tag in named:
        if len(named) > 1 and any(same_nouns(tag[-1], part.words) for part in shape.fixed):
            return attributes(tag)
    if named:
        return attributes(named[0])
    return attributes([list(shape.fixed[0].words)] if shape.fixed else [["root"]])


def head_words(attribute: str) -> list[str]:
    """Give the words that say what a resource is: classifications, of Classifications on files."""
    words = split_words(attribute)
    ends = (index for index, word in enumerate(words) if index and word in _PREPOSITIONS)
    return words[: next(ends, len(words))]


def tag_names(tag: str) -> list[list[str]]:
    """Split a tag at its slashes or dots into words, without generators' noise."""
    plain = _MARKER.sub(" ", tag).removeprefix(_PREFIX)
    parts = plain.split("." if _DOTTED.fullmatch(plain) else "/")[:_DEEPEST]
    words = [_telling(split_words(part)) for part in parts if part.strip()]
    return [] if words and set(words[0]) <= _SAYS_NOTHING else words


def _telling(words: list[str]) -> list[str]:
    return [word for word in words if not _NOISE.fullmatch(word)] or words


def attributes(names: Sequence[Sequence[str]]) -> Resource:
    """Give the attributes that a tag's words become."""
    spelled = [member_name(attribute_name(" ".join(words))) for words in names]
    first = f"{spelled[0]}_" if spelled[0] in CLIENT_NAMES else spelled[0]
    return (first, *spelled[1:])
