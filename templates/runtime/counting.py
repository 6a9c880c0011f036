"""Lists that the client counts through: by items or by pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from .cursors import links
from .pagination import BasePage, Turn

_RELATIONS = {"first", "last", "next", "prev"}


@dataclass(frozen=True, slots=True)
class Offset:
    """Pages that follow when an argument is as many as there were items before.

    They end with an empty page, at the `total`, where `more` is false, or where a header `Link`
    has no `next`. A short page is no end: servers cap the size that was asked for, and filter.
    """

    argument: str
    start: int = 0
    total: str = ""
    more: str = ""

    def __call__(self, page: BasePage[Any, Any]) -> Turn:
        """Count the items, unless that was all."""
        here = _count(self, page)
        is_last = _is_last(self, page, before=here - self.start)
        return None if is_last else {self.argument: here + len(page.items)}


@dataclass(frozen=True, slots=True)
class PageNumber:
    """Pages that follow when an argument counts them from `start`; they end as in `Offset`."""

    argument: str
    start: int = 0
    total: str = ""
    more: str = ""

    def __call__(self, page: BasePage[Any, Any]) -> Turn:
        """Count the page, unless that was all."""
        here = _count(self, page)
        # How many items come before a page that the caller began with, nobody knows.
        began_at_start = here - self.start == page.number - 1
        is_last = _is_last(self, page, before=page.seen if began_at_start else 0)
        return None if is_last else {self.argument: here + 1}


def _count(pages: Offset | PageNumber, page: BasePage[Any, Any]) -> int:
    asked = page.arguments.get(pages.argument)
    return pages.start if asked is None else int(asked)


def _is_last(pages: Offset | PageNumber, page: BasePage[Any, Any], *, before: int) -> bool:
    size = len(page.items)
    total = page.find(pages.total) if pages.total else None
    if not size or (isinstance(total, int | float) and before + size >= total):
        return True
    if pages.more and page.find(pages.more) is False:
        return True
    relations = _RELATIONS & links(page.headers).keys()
    return bool(relations) and "next" not in relations
