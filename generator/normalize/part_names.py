"""Names of what stands inline: by the way that leads there, shortened where that gets too long."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from generator.names.identifiers import pascal_case, split_words
from generator.normalize.document import Schema, is_null, referenced_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LONGEST = 60
FEWEST_PARTS = 2
MOST_TITLE_WORDS = 4
MOST_PROPERTIES = 12
"""How many properties of a union's member are tried to tell it from the others."""
MOST_NAMED_PROPERTIES = 3


@dataclass(frozen=True, slots=True)
class PartName:
    """A component's name, and the properties that lead from it to a part of it."""

    root: str
    parts: tuple[str, ...] = ()

    def __add__(self, part: str) -> PartName:
        return PartName(self.root, (*self.parts, part) if part else self.parts)

    def __str__(self) -> str:
        return self.root + "".join(self.parts)

    def spellings(self) -> Iterator[str]:
        """Yield the name; one that is too long comes after its shorter forms."""
        if len(str(self)) > LONGEST:
            yield from (name for name in self._shorter() if len(name) <= LONGEST)
        yield str(self)

    def _shorter(self) -> Iterator[str]:
        """Leave out what lies between the root and the last parts, in the end the root itself."""
        sizes = range(FEWEST_PARTS, len(self.parts))
        yield from (self.root + "".join(self.parts[-size:]) for size in (*sizes, 1))
        yield from ("".join(self.parts[-size:]) for size in (*sizes, len(self.parts)) if size > 1)


def member_suffixes(members: Sequence[Schema]) -> list[str]:
    """Name the members of a union apart.

    By the constant that discriminates, by title, by type, and then by a property that no other
    member has; a number is the last resort.
    """
    plain = [_suffix(member) for member in members]
    told = [
        _telling(member, members) or suffix if suffix and plain.count(suffix) > 1 else suffix
        for member, suffix in zip(members, plain, strict=True)
    ]
    return [
        (
            suffix + str(told[:index].count(suffix) + 1)
            if suffix in told[:index] and suffix
            else suffix
        )
        for index, suffix in enumerate(told)
    ]


def kind_of(schema: Schema) -> str:
    """Say in a word what a schema is."""
    if "enum" in schema:
        return "Choice"
    if "anyOf" in schema:
        return "Union"
    if "items" in schema or schema.get("type") == "array":
        return "List"
    return "Object" if schema.get("type", "object") == "object" else "Value"


def _suffix(member: Schema) -> str:
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


def _telling(member: Schema, members: Sequence[Schema]) -> str:
    """Name a member by what only it has: properties, the items of a list, the type of an enum."""
    if "properties" in member:
        return _telling_properties(member, members)
    if kind_of(member) == "List":
        items = member.get("items", {})
        name = referenced_name(items) or items.get("type") or kind_of(items)
        return f"{pascal_case(str(name))}List"
    return pascal_case(str(member.get("type", ""))) + kind_of(member) if "enum" in member else ""


def _telling_properties(member: Schema, members: Sequence[Schema]) -> str:
    others = [set(other.get("properties", {})) for other in members if other is not member]
    required = member.get("required", [])
    own = sorted(member["properties"], key=lambda name: name not in required)[:MOST_PROPERTIES]
    for size in (1, 2, 3):
        for names in combinations(own, size):
            if not any(other.issuperset(names) for other in others):
                return "With" + "And".join(map(pascal_case, names))
    few = len(member["properties"]) <= MOST_NAMED_PROPERTIES
    return "Only" + "And".join(map(pascal_case, own)) if few else ""
