"""Lists that come page by page, told by the shape of the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.build.types import is_object_class, type_of
from generator.ir.client import NextLink
from generator.ir.types import ArrayOf, ObjectModel

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.build.types import Schema
    from generator.ir.client import Pagination, Response

_NEXT = "next"
_BACK = ("previous", "prev")
_LINKS = ("uri", "url", "uri-reference", "iri")
_ITEMS = ("results", "items", "data", "entries", "records", "values", "objects")


def build_pagination(
    method: str, responses: Sequence[Response], components: Mapping[str, Schema]
) -> Pagination | None:
    """Find a page: a class with a list of items and a link called `next`."""
    pages = [
        one.type
        for one in responses
        if one.status.startswith("2") and isinstance(one.type, ObjectModel)
    ]
    if method != "get" or len(pages) != 1:
        return None
    schema = components[pages[0].name]
    items = _items(schema, components) if is_object_class(schema) else None
    if items is None or not _links_on(schema["properties"]):
        return None
    name, item_type = items
    return NextLink(items_field=name, next_field=_NEXT, item=item_type.items, page=pages[0])


def _links_on(properties: Mapping[str, Schema]) -> bool:
    """Tell a link from a cursor: it is declared as a URL, or there is one back."""
    schema = properties.get(_NEXT, {})
    members = [member for member in schema.get("anyOf", [schema]) if member.get("type") != "null"]
    if len(members) != 1 or members[0].get("type") != "string":
        return False
    return members[0].get("format") in _LINKS or any(name in properties for name in _BACK)


def _items(schema: Schema, components: Mapping[str, Schema]) -> tuple[str, ArrayOf] | None:
    lists = {
        name: found
        for name, one in schema["properties"].items()
        for found in [type_of(one, components)]
        if isinstance(found, ArrayOf)
    }
    names = [name for name in _ITEMS if name in lists] or (list(lists) if len(lists) == 1 else [])
    return (names[0], lists[names[0]]) if names else None
