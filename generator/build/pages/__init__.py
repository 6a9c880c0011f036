"""Lists that come page by page, told by the shape of the answer and the names of arguments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.build.pages.cursors import both_ways, cursor, last_item
from generator.build.pages.links import body_link, header_link
from generator.build.pages.numbers import offset, page_number
from generator.ir.pages import Cursor, Pagination

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.build.pages.arguments import PageArgument
    from generator.build.pages.listing import Listing

_RULES = (body_link, cursor, header_link, last_item, offset, page_number)
"""Best evidence first; a request that is not GET is followed by a cursor only."""


def build_pagination(
    method: str, listing: Listing | None, arguments: Sequence[PageArgument]
) -> Pagination | None:
    """Find out how a list goes on; None where it does not, or where that is in doubt."""
    if listing is None:
        return None
    rules = _RULES if method == "get" else (cursor,)
    ways = (rule(listing, arguments) for rule in rules)
    way = next((found for found in ways if found is not None), None)
    if way is None:
        return None
    if isinstance(way, Cursor):
        way = both_ways(way, arguments, {one.place for one in listing.members})
    return Pagination(items=listing.items, item=listing.item, page=listing.page, way=way)
