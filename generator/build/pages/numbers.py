"""Pages that the client counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.build.pages.cursors import MORE
from generator.ir.pages import Counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.build.pages.arguments import PageArgument
    from generator.build.pages.listing import Listing

_TOTAL = (
    *(("total",), ("total", "count"), ("total", "items"), ("total", "results")),
    *(("total", "entries"), ("total", "records"), ("total", "size")),
)
_SIZES = frozenset({"limit", "size", "count", "take", "top", "max"})
_PAGE = (("page",), ("page", "number"), ("page", "num"))
_SKIP = (("offset",), ("skip",))


def offset(listing: Listing, arguments: Sequence[PageArgument]) -> Counted | None:
    """Find an argument that is the number of items to leave out."""
    found = [one for one in arguments if one.words in _SKIP and one.kind == "number"]
    if len(found) != 1 or found[0].default not in (None, 0) or not _has_size(arguments):
        return None
    return _counted(listing, found[0], start=0, by_page=False)


def page_number(listing: Listing, arguments: Sequence[PageArgument]) -> Counted | None:
    """Find an argument that is the number of a page, if the document says where they begin."""
    found = [one for one in arguments if one.words in _PAGE and one.kind == "number"]
    start = _first_page(found[0]) if len(found) == 1 else None
    if start is None or not _has_size(arguments):
        return None
    return _counted(listing, found[0], start=start, by_page=True)


def _counted(listing: Listing, found: PageArgument, *, start: int, by_page: bool) -> Counted:
    return Counted(
        argument=found.python_name,
        by_page=by_page,
        start=start,
        total=listing.number(*_TOTAL),
        more=listing.flag(*MORE),
    )


def _first_page(argument: PageArgument) -> int | None:
    if argument.default in (0, 1):
        return int(argument.default)
    return 1 if argument.minimum == 1 else None


def _has_size(arguments: Sequence[PageArgument]) -> bool:
    return any(
        one.words == ("per", "page") or _SIZES.intersection(one.words)
        for one in arguments
        if one.kind == "number"
    )
