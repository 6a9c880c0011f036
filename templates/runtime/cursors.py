"""Lists whose answers say in so many words what to ask for next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import httpx2

from .pagination import BasePage, Turn


@dataclass(frozen=True, slots=True)
class Cursor:
    """Pages that follow when an argument repeats what the answer says at `next`.

    `more` is the place where the answer may say that nothing follows, whatever is at `next`.
    A list that is asked for with the argument `back` goes backwards, by what is at `previous`.
    """

    argument: str
    next: str
    in_header: bool = False
    more: str = ""
    back: str = ""
    previous: str = ""

    def __call__(self, page: BasePage[Any, Any]) -> Turn:
        """Read the cursor; nothing, 0 and the empty text end the list.

        So does a page without items whose cursor is a number or the one that was asked for.
        """
        arguments, argument, place = page.arguments, self.argument, self.next
        if arguments.get(self.back) is not None and arguments.get(argument) is None:
            argument, place = self.back, self.previous
        cursor = page.headers.get(place) if self.in_header else place and page.find(place)
        if not cursor or (self.more and page.find(self.more) is False):
            return None
        if isinstance(cursor, float) and cursor.is_integer():
            cursor = int(cursor)
        if not page.items and (isinstance(cursor, int) or cursor == arguments.get(argument)):
            return None
        return {argument: cursor}


@dataclass(frozen=True, slots=True)
class LinkHeader:
    """Pages joined by the header `Link`, RFC 8288."""

    def __call__(self, page: BasePage[Any, Any]) -> Turn:
        """Read the link of the relation `next`."""
        return links(page.headers).get("next")


def links(headers: httpx2.Headers) -> dict[str, str]:
    """Read the links of an answer by their relation."""
    found = httpx2.Response(200, headers=headers).links
    return {relation: link["url"] for relation, link in found.items() if relation}
