"""How lists go on: as wire facts, for machines, and in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, assert_never

from generator.ir.pages import Counted, Cursor, LinkHeader, NextLink
from generator.render.imports import Code
from generator.render.literals import literal
from generator.render.markdown import code
from generator.render.runtime import runtime

if TYPE_CHECKING:
    from generator.ir.pages import Pagination, Way

CLASSES = ("NextLink", "LinkHeader", "Cursor", "Offset", "PageNumber")
_NAMES = {"next_link": "NextLink", "link_header": "LinkHeader", "cursor": "Cursor"}
_COUNTED = {"offset": "Offset", "page": "PageNumber"}


def turn_code(pagination: Pagination) -> Code:
    """Spell how a list goes on as the runtime takes it; what is usual is left out."""
    facts = pages_facts(pagination)
    name = {**_NAMES, **_COUNTED}[facts.pop("kind")]
    del facts["items"]
    usual: dict[str, Any] = {"start": 0, "in_header": False}
    written = [
        f"{key}={literal(value)}"
        for key, value in facts.items()
        if key not in usual or value != usual[key]
    ]
    return Code(text=f"{name}({', '.join(written)})", imports=frozenset({runtime(name)}))


def pages_facts(pagination: Pagination) -> dict[str, Any]:
    """Return how a list goes on, as data: `kind`, `items`, and what the kind has."""
    kind, facts = _facts(pagination.way)
    told = {key: value for key, value in facts.items() if value != ""}
    return {"kind": kind, "items": pagination.items, **told}


def _facts(way: Way) -> tuple[str, dict[str, Any]]:
    match way:
        case NextLink(next=place):
            return "next_link", {"next": place}
        case LinkHeader():
            return "link_header", {}
        case Cursor():
            facts = {"argument": way.argument, "next": way.next}
            in_header = {"in_header": True} if way.in_header else {}
            both_ways = {"back": way.back, "previous": way.previous}
            return "cursor", {**facts, **in_header, "more": way.more, **both_ways}
        case Counted():
            kind = "page" if way.by_page else "offset"
            end = {"total": way.total, "more": way.more}
            return kind, {"argument": way.argument, "start": way.start, **end}
        case _:
            assert_never(way)


def pages_text(pagination: Pagination) -> str:
    """Say in one sentence of Markdown how a list goes on."""
    way = pagination.way
    match way:
        case NextLink(next=place):
            return f"A list in pages: the next one is where {code(place)} of the answer leads."
        case LinkHeader():
            return "A list in pages: the next one is where the header `Link` leads."
        case Cursor():
            told = f"the next one is asked for with {_told(way)} as {code(way.argument)}"
            goes = "it goes backwards" if way.previous else "it is one page"
            back = f" With {code(way.back)} {goes}." if way.back else ""
            return f"A list in pages: {told}.{back}"
        case Counted():
            counted = "counts the pages" if way.by_page else "counts the items before a page"
            return f"A list in pages: {code(way.argument)} {counted}, from {way.start} on."
        case _:
            assert_never(way)


def _told(way: Cursor) -> str:
    if way.in_header:
        return f"the header {code(way.next)} of the answer"
    _, last, member = way.next.rpartition("-1.")
    return f"{code(member)} of the last item" if last else f"{code(way.next)} of the answer"
