"""How lists go on from page to page."""

from __future__ import annotations

from dataclasses import dataclass

from generator.ir.types import Type  # noqa: TC001 - dataclasses keep their annotations


@dataclass(frozen=True, kw_only=True, slots=True)
class NextLink:
    """The body has the next page's URL."""

    next: str


@dataclass(frozen=True, kw_only=True, slots=True)
class LinkHeader:
    """The header `Link` has the next page's URL."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Cursor:
    """The body, or a header, has the value of an argument for the next page.

    `more` is the place of a flag that is false on the last page. `back` is the argument for the
    other direction, whose value is at `previous`; where that is empty, such a list is one page.
    """

    argument: str
    next: str
    in_header: bool = False
    more: str = ""
    back: str = ""
    previous: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Counted:
    """An argument counts the items before a page, or with `by_page` the pages, from `start` on.

    `total` is the place of the number of all items.
    """

    argument: str
    by_page: bool
    start: int
    total: str = ""
    more: str = ""


Way = NextLink | LinkHeader | Cursor | Counted


@dataclass(frozen=True, kw_only=True, slots=True)
class Pagination:
    """An answer that is a page of a list; places in it are wire names joined by dots.

    The items are at `items`, the body itself where that is empty.
    """

    items: str
    item: Type
    page: Type
    way: Way
