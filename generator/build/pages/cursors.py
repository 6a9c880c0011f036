"""Pages that are asked for with a value of the page before."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.ir.pages import Cursor
from generator.names.identifiers import split_words

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from generator.build.pages.arguments import PageArgument
    from generator.build.pages.listing import Listing, Member, Words

MORE = (
    *(("has", "more"), ("has", "next"), ("has", "next", "page"), ("more",)),
    *(("is", "truncated"), ("has", "more", "results")),
)
_ASKED = frozenset(
    {
        *(("cursor",), ("marker",), ("token",), ("page",), ("offset",), ("page", "token")),
        *(("page", "cursor"), ("start", "cursor"), ("continuation", "token"), ("page", "id")),
        *(("next", "token"), ("next", "cursor"), ("next", "page", "token"), ("next",)),
        *(("next", "page"), ("pagination", "token"), ("pagination", "cursor"), ("key",)),
    }
)
"""What an argument for a cursor is called."""
_PAIRS = frozenset(
    {
        (("next", "cursor"), ("start", "cursor")),
        (("next", "cursor"), ("starting", "after")),
        (("next", "cursor"), ("after",)),
        (("next", "cursor"), ("page", "cursor")),
        (("next", "token"), ("page", "token")),
        (("next", "token"), ("continuation", "token")),
        (("end", "cursor"), ("after",)),
        (("end", "cursor"), ("cursor",)),
    }
)
"""Names of a member and an argument that mean one thing under different names."""
_AFTER = (("after",), ("after", "id"), ("starting", "after"))
_OPPOSITES = {
    "after": "before",
    "after_id": "before_id",
    "starting_after": "ending_before",
    "last_id": "first_id",
    "-1": "0",
}
"""Arguments and places of one direction, with those of the other."""
_BACK = (("prev",), ("previous",))


def cursor(listing: Listing, arguments: Sequence[PageArgument]) -> Cursor | None:
    """Find a member, or a header, that is the value of an argument for the next page."""
    if _is_optional(arguments):
        return None
    more = listing.flag(*MORE)
    for member in listing.members:
        for one in arguments:
            if _fits(member, one) and _continues(member, one, listing, arguments, more):
                return Cursor(argument=one.python_name, next=member.place, more=more)
    for header in listing.headers:
        words = tuple(word for word in split_words(header) if word != "x")
        for one in arguments:
            if one.kind in ("text", "number") and _names_next(words, one.words):
                return Cursor(argument=one.python_name, next=header, in_header=True, more=more)
    return None


def last_item(listing: Listing, arguments: Sequence[PageArgument]) -> Cursor | None:
    """Find an argument that takes the last item's id, where a flag tells whether more follows."""
    asked = [one for one in arguments if one.words in _AFTER and one.kind == "text"]
    more = listing.flag(*MORE)
    if len(asked) != 1 or not more:
        return None
    last = [one.place for one in listing.members if one.words == ("last", "id")]
    has_id = listing.item_schema.get("properties", {}).get("id", {}).get("type") == "string"
    own = [f"{listing.items}.-1.id".removeprefix(".")] if has_id else []
    places = [*last, *own]
    return Cursor(argument=asked[0].python_name, next=places[0], more=more) if places else None


def both_ways(
    way: Cursor, arguments: Sequence[PageArgument], places: Collection[str] = ()
) -> Cursor:
    """Say how a list goes backwards, if an argument asks for that; `places` are those of its answer."""
    asked = {"_".join(one.words): one for one in arguments}
    forth = next((name for name, one in asked.items() if one.python_name == way.argument), "")
    back = asked.get(_OPPOSITES.get(forth, ""))
    if back is None or back.kind != asked[forth].kind:
        return way
    previous = ".".join(_OPPOSITES.get(name, name) for name in way.next.split("."))
    is_known = "0" in previous.split(".") or (previous != way.next and previous in places)
    return replace(way, back=back.python_name, previous=previous if is_known else "")


def _is_optional(arguments: Sequence[PageArgument]) -> bool:
    """Tell whether a flag decides if there are cursors, as in `usemarker`."""
    names = {"".join(one.words) for one in arguments if one.words in _ASKED}
    flags = ["".join(one.words) for one in arguments if one.kind == "flag"]
    return any(flag == f"use{name}" for flag in flags for name in names)


def _fits(member: Member, argument: PageArgument) -> bool:
    if argument.kind == "number" and argument.words == ("offset",):
        # It is counted: at the end, an answer may well name an offset that has no items.
        return False
    kinds = {"text": ("string", "integer", "number"), "number": ("integer", "number"), "any": ("",)}
    return (member.kind or _union(member)) in kinds.get(argument.kind, ())


def _union(member: Member) -> str:
    """Give `string` for a union of scalars, which an id may be."""
    kinds = {one.get("type") for one in member.schema.get("anyOf", ())}
    return "string" if kinds and kinds <= {"string", "integer", "null"} else ""


def _continues(
    member: Member,
    argument: PageArgument,
    listing: Listing,
    arguments: Sequence[PageArgument],
    more: str,
) -> bool:
    if _names_next(member.words, argument.words):
        return True
    match member.words, argument.words:
        case ("cursor",), ("cursor",):
            # One that is always there may be an echo of the argument.
            return bool(more) or not member.is_sure
        case ("after",), ("after",):
            return member.owner in (("cursor",), ("cursors",), ("paging",))
        case ("next",), ("after",) | ("cursor",) | ("page", "token"):
            return bool(more)
        case ("next",), ("until",):
            return _goes_back_in_time(member, listing, arguments)
    return False


def _names_next(member: Words, argument: Words) -> bool:
    """Tell whether a name is that of an argument with `next` before it, or the very same with `next`."""
    if (member, argument) in _PAIRS:
        return True
    if argument not in _ASKED or member[:1] != ("next",):
        return False
    return argument in (member, member[1:]) or ("page", *argument) == member[1:]


def _goes_back_in_time(member: Member, listing: Listing, arguments: Sequence[PageArgument]) -> bool:
    """Tell whether a page starts with the time at which the one before it ended."""
    has_back = any(
        one.words in _BACK and one.container == member.container for one in listing.members
    )
    return (
        member.kind in ("integer", "number")
        and has_back
        and any(one.words == ("since",) for one in arguments)
    )
