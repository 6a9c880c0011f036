"""Lists that the configuration knows better than the document."""

from __future__ import annotations

from dataclasses import replace
from difflib import get_close_matches
from typing import TYPE_CHECKING, NoReturn, assert_never

from generator.build.pages.cursors import both_ways
from generator.build.pages.listing import array_of, page_answer, resolved, schema_at
from generator.build.types import is_object_class
from generator.diagnostics import UsageError
from generator.ir.pages import Counted, Cursor, LinkHeader, NextLink, Pagination
from generator.ir.types import Alias, AnyValue, ObjectModel

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from generator.build.pages.arguments import PageArgument
    from generator.build.types import Schema
    from generator.corrections import PagesCorrection
    from generator.ir.client import Response
    from generator.ir.pages import Way
    from generator.ir.types import Type


def corrected_pagination(
    wanted: PagesCorrection,
    responses: Sequence[Response],
    arguments: Sequence[PageArgument],
    components: Mapping[str, Schema],
) -> Pagination:
    """Make of a list what the configuration says it is.

    Raises UsageError for a place or an argument that there is not.
    """
    answer = page_answer(responses)
    if answer is None or answer.type is None:
        _fail("there is no one JSON answer that could be a page")
    way = _way(wanted.way, arguments)
    page = answer.type
    item: Type = AnyValue()
    if isinstance(page, ObjectModel | Alias):
        body = components[page.name]
        for place in _places(way):
            _check(place, body, components)
        _check(wanted.items, body, components)
        found = array_of(schema_at(body, wanted.items, components) or {}, components)
        if found is None:
            _fail(f"items: what is at {wanted.items!r} is no list")
        item = found.items
    return Pagination(items=wanted.items, item=item, page=page, way=way)


def _way(wanted: Way, arguments: Sequence[PageArgument]) -> Way:
    match wanted:
        case NextLink() | LinkHeader():
            return wanted
        case Cursor():
            named = replace(wanted, argument=_argument(wanted.argument, arguments))
            return both_ways(named, arguments)
        case Counted():
            return replace(wanted, argument=_argument(wanted.argument, arguments))
        case _:
            assert_never(wanted)


def _argument(wanted: str, arguments: Sequence[PageArgument]) -> str:
    names = [one.python_name for one in arguments]
    found = [one.python_name for one in arguments if wanted in (one.python_name, one.wire_name)]
    if not found:
        _fail(f"there is no argument {wanted!r}{_nearest(wanted, names)}")
    return found[0]


def _places(way: Way) -> list[str]:
    match way:
        case NextLink(next=place):
            return [place]
        case LinkHeader():
            return []
        case Cursor():
            return [way.more] if way.in_header else [way.next, way.more]
        case Counted():
            return [way.total, way.more]
        case _:
            assert_never(way)


def _check(place: str, body: Schema, components: Mapping[str, Schema]) -> None:
    """Refuse a place that the body does not have, as far as the document describes it."""
    above: list[str] = []
    for name in filter(None, place.split(".")):
        schema = resolved(schema_at(body, ".".join(above), components) or {}, components)
        above.append(name)
        is_known = is_object_class(schema) and name not in schema["properties"]
        if is_known or (name != "-1" and schema.get("type") == "array"):
            names = schema.get("properties", {})
            _fail(f"the answer has no {'.'.join(above)!r}{_nearest(name, names)}")


def _nearest(wanted: str, names: Iterable[str]) -> str:
    found = get_close_matches(wanted, list(names), n=1, cutoff=0)
    return f"; the nearest is {found[0]!r}" if found else ""


def _fail(problem: str) -> NoReturn:
    raise UsageError(f"pagination: {problem}")
