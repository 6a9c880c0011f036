"""Pages that are joined by links; RFC 8288 for those in the header."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.ir.pages import LinkHeader, NextLink

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.build.pages.arguments import PageArgument
    from generator.build.pages.listing import Listing, Member

_LINKS = ("uri", "url", "link", "href")
_FORMATS = ("uri", "url", "uri-reference", "iri")
_NAMES = frozenset(
    {
        ("next",),
        ("next", "page"),
        *(("next", link) for link in _LINKS),
        *(("next", "page", link) for link in _LINKS),
    }
)
_BACK = (("previous",), ("prev",))
_TOLD = re.compile(r"\b(?:url|uri|link)\b", re.IGNORECASE)


def body_link(listing: Listing, arguments: Sequence[PageArgument]) -> NextLink | None:
    """Find the URL of the next page in the body; a cursor is none."""
    asked = {one.words for one in arguments}
    for one in listing.members:
        if _is_named(one) and one.words not in asked and _is_link(one, listing):
            return NextLink(next=one.place)
    return None


def header_link(listing: Listing, _: Sequence[PageArgument]) -> LinkHeader | None:
    """Find the header `Link` among those of the answer."""
    return LinkHeader() if "link" in map(str.lower, listing.headers) else None


def _is_named(member: Member) -> bool:
    inside = member.owner == ("next",) and member.words[-1:] in {(link,) for link in _LINKS}
    return member.kind == "string" and (member.words in _NAMES or inside)


def _is_link(member: Member, listing: Listing) -> bool:
    """Tell a link from a cursor: by name, format or description, or there is one back."""
    if member.words[-1] in _LINKS or member.schema.get("format") in _FORMATS:
        return True
    if member.words == ("next",) and any(
        one.words in _BACK and one.kind == "string" and one.container == member.container
        for one in listing.members
    ):
        return True
    return _TOLD.search(str(member.schema["description"])) is not None
