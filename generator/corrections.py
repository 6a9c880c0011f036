"""What the configuration says about single operations: how their lists go on, how streams end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from generator.ir.pages import Counted, Cursor, LinkHeader, NextLink

if TYPE_CHECKING:
    from generator.ir.pages import Way
    from generator.tables import Table

KEYS = ("pagination", "stream")
_KINDS = {
    "next_link": ("items", "next"),
    "link_header": ("items",),
    "cursor": ("items", "argument", "next"),
    "offset": ("items", "argument"),
    "page": ("items", "argument", "start"),
}
"""The kinds of pages, with the keys that each needs."""
_OPTIONAL = {
    "cursor": ("in_header", "more"),
    "offset": ("more", "start", "total"),
    "page": ("more", "total"),
}


@dataclass(frozen=True, kw_only=True, slots=True)
class PagesCorrection:
    """How a list goes on; its argument may be named as in Python or as on the wire."""

    items: str
    way: Way


@dataclass(frozen=True, kw_only=True, slots=True)
class StreamCorrection:
    """What ends a stream, and which events of it are errors; None where that is as usual."""

    end: str | None
    errors: tuple[str, ...] | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Correction:
    """What to know about one operation, given by its id or its call; False: it has no pages."""

    operation: str
    pages: PagesCorrection | Literal[False] | None = None
    stream: StreamCorrection | None = None


def read_correction(table: Table) -> Correction:
    """Read what the configuration says about an operation."""
    table.check_keys(KEYS)
    no_pages = table.values.get("pagination") is False
    pages = None if no_pages else table.section("pagination")
    stream = table.section("stream")
    if not table.values:
        table.fail("says nothing", "say pagination = ... or stream = ...")
    return Correction(
        operation=table.names[-1],
        pages=False if no_pages else _pages(pages) if pages else None,
        stream=_stream(stream) if stream else None,
    )


def _pages(table: Table) -> PagesCorrection:
    kind = table.text("kind")
    if kind not in _KINDS:
        table.fail(f"must say which kind it is: {', '.join(map(repr, _KINDS))}")
    table.check_keys(("kind", *_KINDS[kind], *_OPTIONAL.get(kind, ())))
    for key in _KINDS[kind]:
        if key not in table.values:
            table.fail(f"kind {kind!r} needs {key}")
    return PagesCorrection(items=table.text("items") or "", way=_way(kind, table))


def _way(kind: str, table: Table) -> Way:
    argument, place = table.text("argument") or "", table.text("next") or ""
    match kind:
        case "next_link":
            return NextLink(next=place)
        case "link_header":
            return LinkHeader()
        case "cursor":
            more, in_header = table.text("more") or "", table.flag("in_header")
            return Cursor(argument=argument, next=place, in_header=in_header, more=more)
        case _:
            return Counted(
                argument=argument,
                by_page=kind == "page",
                start=table.number("start"),
                total=table.text("total") or "",
                more=table.text("more") or "",
            )


def _stream(table: Table) -> StreamCorrection:
    table.check_keys(("end", "errors"))
    errors = table.texts("errors") if "errors" in table.values else None
    return StreamCorrection(end=table.text("end"), errors=errors)
