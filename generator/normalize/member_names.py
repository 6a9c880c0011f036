"""Names that tell the members of a union apart, made from the members and not from their order."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from generator.names.identifiers import pascal_case, split_words
from generator.normalize.document import Schema, is_null
from generator.normalize.traits import kind_of, property_words, traits, type_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MOST_TITLE_WORDS = 4
MOST_PROPERTIES = 12
"""How many properties of a member are tried together to tell it from the others."""


def member_suffixes(members: Sequence[Schema]) -> list[str]:
    """Name the members of a union apart: by constant, title or kind, then by what only one has.

    Members of which the same can be said are called the same.
    """
    plain = [_plain_suffix(member) for member in members]
    suffixes = list(plain)
    for suffix in dict.fromkeys(plain):
        group = [index for index, its_suffix in enumerate(plain) if its_suffix == suffix]
        if suffix and len(group) > 1:
            told = _told_apart(suffix, [members[index] for index in group])
            for index, name in zip(group, told, strict=True):
                suffixes[index] = name
    return suffixes


def _plain_suffix(member: Schema) -> str:
    if is_null(member) or "$ref" in member:
        return ""
    constants = [
        values[0]
        for child in member.get("properties", {}).values()
        for values in [child.get("enum", [])]
        if len(values) == 1 and isinstance(values[0], str)
    ]
    title = member.get("title", "")
    if constants:
        return pascal_case(constants[0])
    if title and len(split_words(title)) <= MOST_TITLE_WORDS:
        return pascal_case(title)
    return kind_of(member)


def _told_apart(suffix: str, members: Sequence[Schema]) -> Iterator[str]:
    """Yield for each of the members that share a suffix one that is longer."""
    said = [traits(member) for member in members]
    for member, own in zip(members, said, strict=True):
        others = [frozenset(its_traits) for its_traits in said if its_traits != own]
        kind = kind_of(member)
        telling = next(_tellings(member, own, others), "") if others else ""
        if not telling or suffix != kind:
            yield suffix + telling
        else:
            yield telling if kind == "Object" or telling.endswith(kind) else telling + kind


def _tellings(
    member: Schema, own: Sequence[str], others: Sequence[frozenset[str]]
) -> Iterator[str]:
    """Yield what only this member has, the plainest first."""
    properties = property_words(member)
    types = type_words(member)
    if not properties and not any(types in other for other in others):
        yield types
    for size in (1, 2, 3):
        for names in combinations(properties[:MOST_PROPERTIES], size):
            if not any(other.issuperset(names) for other in others):
                yield f"With{'And'.join(names)}"
    for trait in own:
        if not any(trait in other for other in others):
            yield trait if trait.startswith("Only") else f"With{trait}"
    for trait in ("", *own):
        rivals = [other for other in others if not trait or trait in other]
        lacking = frozenset[str]().union(*rivals[:1]).intersection(*rivals).difference(own)
        if lacking:
            shortest = min(lacking, key=lambda words: (len(words), words))
            yield f"{'With' if trait else ''}{trait}Without{shortest}"
