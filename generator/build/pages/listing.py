"""The list in an answer, and what the answer says beside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from generator.build.media_types import is_json
from generator.build.types import is_object_class, type_of
from generator.ir.types import Alias, ArrayOf, Nullable, ObjectModel
from generator.names.identifiers import split_words
from generator.normalize.document import referenced_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from generator.build.types import Schema
    from generator.ir.client import Response
    from generator.ir.types import Type

    Components = Mapping[str, Schema]

Words = tuple[str, ...]

_ITEMS = ("results", "items", "data", "entries", "records", "values", "objects", "resources")
_OUTER = frozenset({"data", "list", "meta", "page", "payload", "response", "result", "results"})
_INNER = frozenset(
    {
        *("cursor", "cursors", "links", "meta", "metadata", "next", "page", "page_info", "pages"),
        *("pagination", "paging", "response", "response_metadata", "result"),
    }
)
"""Objects in which answers tell of other pages."""
_BESIDE = frozenset(
    {
        *(
            "after",
            "before",
            "count",
            "cursor",
            "end",
            "error",
            "errors",
            "first",
            "has",
            "incomplete",
        ),
        *("last", "limit", "link", "links", "marker", "meta", "metadata", "more", "next", "object"),
        *("offset", "ok", "page", "pages", "pagination", "paging", "per", "position", "prev"),
        *("previous", "selection", "size", "start", "status", "success", "time", "token", "total"),
        *("uri", "url", "usage"),
    }
)
"""Words of members that stand beside a list; with others, a list is one property among many."""
_DEEPEST = 3


@dataclass(frozen=True, kw_only=True, slots=True)
class Member:
    """A value in an answer; `words` are of its name, `owner` of what it is in."""

    place: str
    words: Words
    owner: Words
    schema: Schema
    is_sure: bool
    """Whether it is always there and never null."""

    @property
    def kind(self) -> str:
        """Its JSON type; empty where that is not one."""
        return str(self.schema.get("type", ""))

    @property
    def container(self) -> str:
        """The place of what it is in."""
        return self.place.rpartition(".")[0]


@dataclass(frozen=True, kw_only=True, slots=True)
class Listing:
    """An answer with a list; `headers` are the names of its headers."""

    items: str
    item: Type
    page: Type
    item_schema: Schema
    members: tuple[Member, ...]
    headers: tuple[str, ...]

    def flag(self, *names: Words) -> str:
        """Give the place of a flag of one of these names; empty where there is none."""
        return self._first("boolean", names)

    def number(self, *names: Words) -> str:
        """Give the place of a number of one of these names; empty where there is none."""
        return self._first("integer", names) or self._first("number", names)

    def _first(self, kind: str, names: tuple[Words, ...]) -> str:
        found = (one.place for one in self.members if one.kind == kind and one.words in names)
        return next(found, "")


def find_listing(
    path: str, responses: Sequence[Response], declared: Mapping[str, Any], components: Components
) -> Listing | None:
    """Find the one list of the one JSON answer of a successful call."""
    answer = page_answer(responses)
    if answer is None or not isinstance(answer.type, ObjectModel | Alias):
        return None
    page = answer.type
    schema = components[page.name]
    place = _list_of(path, schema, components)
    items = None if place is None else schema_at(schema, place, components)
    if place is None or items is None:
        return None
    found = array_of(items, components)
    if found is None:
        return None
    inner = resolved(items, components).get("items", {})
    return Listing(
        items=place,
        item=found.items,
        page=page,
        item_schema=resolved(inner, components),
        members=tuple(_members(schema, components)),
        headers=tuple(declared.get(answer.status, {}).get("headers") or ()),
    )


def page_answer(responses: Sequence[Response]) -> Response | None:
    """Find the one JSON answer of a successful call."""
    succeeding = [one for one in responses if one.status.startswith("2")]
    pages = [one for one in succeeding if one.media_type and is_json(one.media_type)]
    return pages[0] if len(pages) == 1 else None


def array_of(schema: Schema, components: Components) -> ArrayOf | None:
    """Give the array that a schema stands for; None where it is something else."""
    return _array(type_of(schema, components))


def resolved(schema: Schema, components: Components) -> Schema:
    """Follow references, and leave out that something may be null."""
    name = referenced_name(schema)
    if name is not None:
        return resolved(components.get(name, {}), components)
    members = [one for one in schema.get("anyOf", ()) if one.get("type") != "null"]
    return resolved(members[0], components) if len(members) == 1 else schema


def schema_at(schema: Schema, place: str, components: Components) -> Schema | None:
    """Give the schema at a place in a body; None where there is no such place."""
    for name in filter(None, place.split(".")):
        target = resolved(schema, components)
        inner = target.get("items") if name == "-1" else target.get("properties", {}).get(name)
        if inner is None:
            return None
        schema = inner
    return schema


def _list_of(path: str, schema: Schema, components: Components) -> str | None:
    """Give the place of the list, where there is no doubt which one it is."""
    if schema.get("type") == "array":
        return ""
    if not is_object_class(schema):
        return None
    lists = _lists(schema, components)
    if lists:
        return _chosen(path, schema, lists)
    inner = {
        name: target
        for name, one in schema["properties"].items()
        for target in [resolved(one, components)]
        if name in _OUTER and is_object_class(target) and _lists(target, components)
    }
    if len(inner) != 1:
        return None
    ((name, target),) = inner.items()
    chosen = _chosen(path, target, _lists(target, components))
    return None if chosen is None else f"{name}.{chosen}"


def _lists(schema: Schema, components: Components) -> list[str]:
    return [
        name
        for name, one in schema["properties"].items()
        if "." not in name and array_of(one, components) is not None
    ]


def _chosen(path: str, schema: Schema, lists: list[str]) -> str | None:
    last = path.rpartition("/")[2].partition("?")[0]
    for name in (*_ITEMS, last):
        if name in lists:
            return name
    beside = [split_words(name) for name in schema["properties"] if name not in lists]
    return lists[0] if len(lists) == 1 and all(map(_BESIDE.intersection, beside)) else None


def _array(type_: Type | None) -> ArrayOf | None:
    match type_:
        case ArrayOf():
            return type_
        case Nullable(of=of):
            return _array(of)
        case Alias(target=target):
            return _array(target)
        case _:
            return None


def _members(
    schema: Schema, components: Components, place: Words = (), owner: Words = ()
) -> Iterator[Member]:
    """Yield what an answer says, the outermost first, without looking into its items."""
    if not is_object_class(schema):
        return
    inner: list[tuple[str, Schema]] = []
    for name, one in schema["properties"].items():
        target = resolved(one, components)
        if "." in name:
            continue
        if is_object_class(target):
            inner.append((name, target))
            continue
        yield Member(
            place=".".join((*place, name)),
            words=tuple(split_words(name)),
            owner=owner,
            schema={**target, "description": one.get("description", "")},
            is_sure=name in schema.get("required", ()) and target is one,
        )
    for name, target in inner:
        words = tuple(split_words(name))
        if "_".join(words) in _INNER and len(place) < _DEEPEST:
            yield from _members(target, components, (*place, name), words)
