"""Lists that begin where the usual counting does not, or go backwards."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any

import pytest

from tests.pagination.conftest import Play
from tests.runtime.helpers import everything


def items(play: Play, kind: str, **arguments: object) -> list[str]:
    """Return the items of a whole list."""
    return [pet.id for pet in play(kind, lambda client: everything(client.pets.list(**arguments)))]


def asked(play: Play) -> list[str]:
    """Return the queries of all requests."""
    return [one.query for one in play.server.requests]


def test_after_page_zero_comes_page_one(play: Play) -> None:
    """Where the caller begins with page 0, page 1 is next, whatever the document counts from."""
    play.server.reply(json=[{"id": "a"}], headers={"Link": '</pets?page=1>; rel="next"'})
    play.server.reply(json=[{"id": "b"}], headers={"Link": '</pets?page=0>; rel="prev"'})
    assert items(play, "page_number_link", page=0) == ["a", "b"]
    assert asked(play) == ["page=0", "page=1"]


@pytest.mark.parametrize(
    ("kind", "back", "first"),
    [("last_item", "ending_before", "c"), ("first_id", "before_id", "1")],
)
def test_a_list_goes_backwards(play: Play, kind: str, back: str, first: str) -> None:
    """A list of what comes before an item goes on with what comes before its first one."""
    told = {"first_id": "1", "last_id": "2"}
    play.server.reply(json={**told, "data": [{"id": "c"}, {"id": "d"}], "has_more": True})
    play.server.reply(json={**told, "data": [{"id": "a"}, {"id": "b"}], "has_more": False})
    assert items(play, kind, **{back: "e"}) == ["c", "d", "a", "b"]
    assert asked(play) == [f"{back}=e", f"{back}={first}"]


def test_a_list_whose_way_back_is_not_known_is_one_page(play: Play) -> None:
    """Where the answer does not say what to go backwards with, the list ends with that page."""
    play.server.reply(json={"data": [{"id": "c"}], "next_cursor": "2"})
    assert items(play, "cursor_after", before="e") == ["c"]
    assert asked(play) == ["before=e"]


def test_a_list_between_two_items_goes_forward(play: Play) -> None:
    """Who gives both arguments means both: the list goes on to the second one."""
    play.server.reply(json={"data": [{"id": "b"}], "has_more": True})
    play.server.reply(json={"data": [{"id": "c"}], "has_more": False})
    assert items(play, "last_item", starting_after="a", ending_before="d") == ["b", "c"]
    assert asked(play) == [f"starting_after={one}&ending_before=d" for one in "ab"]


@pytest.mark.parametrize(
    ("kind", "back"), [("last_item", "ending_before"), ("first_id", "before_id")]
)
def test_a_fake_goes_backwards(package: Callable[[str], Any], kind: str, back: str) -> None:
    """The pages of a fake follow each other in both directions."""
    testing = import_module(f"{package(kind).__name__}.testing")
    with getattr(testing, f"fake_{kind}")() as fake:
        fake.pets.list.returns([{"id": "c"}, {"id": "d"}], [{"id": "b"}])
        found = [pet.id for pet in fake.client.pets.list(**{back: "e"})]
    assert found == ["c", "d", "b"]
