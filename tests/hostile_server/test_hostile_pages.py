"""A hostile list costs as many requests as it shows pages, and ends in a typed error."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import aclosing
from dataclasses import dataclass, field
from itertools import chain, count, repeat
from typing import Any

import pytest

from tests.hostile_server.conftest import Peak
from tests.hostile_server.feeds import KEY, LARGEST, Feed
from tests.hostile_server.servers import CHUNKED, HEAD, chunks, hostile, whole
from tests.support.clients import each, settled

ITEMS = [{"id": "a"}, {"id": "b"}]


@dataclass(kw_only=True)
class Lister:
    """Goes over the list of one of the three kinds; `seen` has the names that came."""

    operation: str
    body: Callable[[object, object], object]
    seen: list[str] = field(default_factory=list)

    def page(self, turn: object = "/by-link?again", items: object = ITEMS) -> list[bytes]:
        """Return an answer that names the next page."""
        return whole(json.dumps(self.body(items, turn)).encode())

    async def __call__(self, client: Any) -> None:
        """Go over all pages."""
        async for item in each(getattr(client.items, self.operation)()):
            self.seen.append(item.id)

    async def five(self, client: Any) -> None:
        """Take five items, and leave."""
        async with aclosing(each(getattr(client.items, self.operation)())) as items:
            self.seen += [(await anext(items)).id for _ in range(5)]


def by_cursor() -> Lister:
    """Follow a cursor."""
    body = lambda items, turn: {"data": items, "next_cursor": turn}  # noqa: E731
    return Lister(operation="by_cursor", body=body)


def by_link() -> Lister:
    """Follow a link."""
    body = lambda items, turn: {"data": items, "links": {"next": {"href": turn}}}  # noqa: E731
    return Lister(operation="by_link", body=body)


def by_offset() -> Lister:
    """Count the items."""
    return Lister(operation="by_offset", body=lambda items, _: items)


@pytest.fixture(params=[by_cursor, by_link, by_offset])
def lister(request: pytest.FixtureRequest) -> Lister:
    made: Callable[[], Lister] = request.param
    return made()


linked = pytest.mark.parametrize("lister", [by_link], indirect=True)
told = pytest.mark.parametrize("lister", [by_cursor, by_link], indirect=True)
FREE = 1
"""The request with which a feed sees that its connection is free."""


def test_the_same_page_for_ever(feed: Feed, lister: Lister) -> None:
    """A server that always says the same is left after its second answer, with an error."""
    with (
        hostile(lister.page) as server,
        pytest.raises(feed.package.PaginationError, match=r"circle|same page again"),
    ):
        feed(server, lister)
    assert set(lister.seen) == {"a", "b"}
    assert server.connections == 2 + FREE


@told
def test_the_same_turn_from_other_pages(feed: Feed, lister: Lister) -> None:
    """A cursor or link that leads back is left with an error, though the items are others."""
    names = count()
    with (
        hostile(lambda: lister.page(items=[{"id": str(next(names))}])) as server,
        pytest.raises(feed.package.PaginationError, match="circle"),
    ):
        feed(server, lister)
    assert lister.seen == ["0", "1"]
    assert server.connections == 2 + FREE


@linked
def test_a_page_that_is_its_own_next(feed: Feed, lister: Lister) -> None:
    """A link that leads to the page that has it is not followed."""
    with (
        hostile(lambda: lister.page("/by-link")) as server,
        pytest.raises(feed.package.PaginationError, match="circle"),
    ):
        feed(server, lister)
    assert lister.seen == ["a", "b"]
    assert server.connections == 1 + FREE


def test_pages_without_end(feed: Feed, lister: Lister) -> None:
    """Of a list without end only those pages are asked for of which the items are wanted."""
    names = count()

    def answer() -> list[bytes]:
        number = next(names)
        return lister.page(f"/by-link?{number}", [{"id": str(2 * number)}, {"id": "odd"}])

    with hostile(answer) as server:
        feed(server, lister.five)
    assert lister.seen == ["0", "odd", "2", "odd", "4"]
    assert server.connections == 3 + FREE


@linked
@pytest.mark.parametrize(
    "link",
    ["{there}/by-link", "//{host}/by-link", "https://{host}/", "{there}/?k=" + KEY, "{own}"],
)
def test_a_next_page_elsewhere(feed: Feed, lister: Lister, link: str) -> None:
    """A link to another host, or with credentials of its own, is an error; nothing goes there."""
    with hostile(lister.page) as there, hostile(lambda: lister.page(href)) as server:
        own = server.url.replace("://", "://user:password@")
        href = link.format(there=there.url, host=there.url.removeprefix("http://"), own=own)
        with pytest.raises(feed.package.PaginationError) as caught:
            feed(server, lister)
    assert (there.connections, server.connections) == (0, 1 + FREE)
    assert KEY not in str(caught.value)


@linked
@pytest.mark.parametrize("link", [f"http://{KEY}.example/", f"http://x:{KEY}/"])
def test_a_next_page_that_shows_the_key(feed: Feed, lister: Lister, link: str) -> None:
    """A link that repeats the key is an error that does not."""
    with (
        hostile(lambda: lister.page(link)) as server,
        pytest.raises(feed.package.PaginationError, match=r"\*\*\*") as caught,
    ):
        feed(server, lister)
    assert KEY not in str(caught.value)


@linked
@pytest.mark.parametrize(
    "link", ["file:///etc/passwd", "\0", "http://[", "http://a:b/", "x" * 100_000, "javascript:1"]
)
def test_a_next_page_that_is_nowhere(feed: Feed, lister: Lister, link: str) -> None:
    """A link that leads nowhere is an error, after the items that came."""
    with hostile(lambda: lister.page(link)) as server, pytest.raises(feed.package.PaginationError):
        feed(server, lister)
    assert lister.seen == ["a", "b"]
    assert server.connections == 1 + FREE


@pytest.mark.parametrize("items", [{"id": "a"}, "abc", 7, True, [7], ["a"], [[]], [None]], ids=repr)
def test_a_page_that_is_no_list(feed: Feed, lister: Lister, items: object) -> None:
    """Items that are no list, or not what the document says, are an answer that does not fit."""
    with (
        hostile(lambda: lister.page(items=items)) as server,
        pytest.raises(feed.package.APIResponseValidationError),
    ):
        feed(server, lister)
    assert lister.seen == []
    assert server.connections == 1 + FREE


@pytest.mark.parametrize("items", [{"id": "a"}, 7, True], ids=repr)
def test_a_page_that_is_no_list_for_the_lenient(feed: Feed, lister: Lister, items: object) -> None:
    """Without a list there is nothing to go over, however leniently an answer is read."""
    with (
        hostile(lambda: lister.page(items=items)) as server,
        pytest.raises(feed.package.PaginationError, match="the items of the page are no list"),
    ):
        feed(server, lister, validate="lenient")
    assert server.connections == 1 + FREE


def test_a_link_of_another_type_for_the_lenient(feed: Feed) -> None:
    """A model within models that does not fit is read nevertheless."""

    async def first(client: Any) -> Any:
        return (await settled(client.items.by_link())).raw

    with hostile(lambda: by_link().page(turn=7)) as server:
        raw = feed(server, first, validate="lenient")
    assert [item.id for item in raw.data] == ["a", "b"]
    assert raw.links.next.href == 7


@pytest.mark.parametrize("body", [b"7", b"null", b'"abc"', b"[7]", b"", b"<html>", b"[" * 100_000])
def test_a_body_that_is_no_page(feed: Feed, lister: Lister, body: bytes) -> None:
    """A body of another kind is an answer that does not fit."""
    with (
        hostile(lambda: whole(body)) as server,
        pytest.raises(feed.package.APIResponseValidationError),
    ):
        feed(server, lister)


@told
@pytest.mark.parametrize("turn", [{"limit": 9}, ["x"], 7, True], ids=repr)
def test_a_turn_that_is_no_text(feed: Feed, lister: Lister, turn: object) -> None:
    """A cursor or link of another type is an answer that does not fit, and changes no argument."""
    with (
        hostile(lambda: lister.page(turn)) as server,
        pytest.raises(feed.package.APIResponseValidationError),
    ):
        feed(server, lister)
    assert server.connections == 1 + FREE


@told
@pytest.mark.parametrize(
    ("turn", "mode"),
    [("x" * 200_000, "strict"), ("x" * 200_000, "lenient"), ("\ud800", "lenient")],
    ids=["too long", "too long for the lenient", "half a character"],
)
def test_a_turn_that_no_url_can_hold(feed: Feed, lister: Lister, turn: str, mode: str) -> None:
    """A cursor or link of which no URL can be made is an error, after the items that came."""
    with (
        hostile(lambda: lister.page(turn)) as server,
        pytest.raises(feed.package.PaginationError, match="cannot be asked for"),
    ):
        feed(server, lister, validate=mode)
    assert lister.seen == ["a", "b"]
    assert server.connections == 1 + FREE


def test_a_second_page_that_is_cut(feed: Feed, lister: Lister) -> None:
    """When a later page breaks off, the items before it have come."""
    answers = iter([lister.page(), [HEAD + CHUNKED, *chunks(b'{"data": [')]])
    with (
        hostile(lambda: next(answers)) as server,
        pytest.raises(feed.package.APIConnectionError, match="no answer"),
    ):
        feed(server, lister)
    assert lister.seen == ["a", "b"]


def test_a_second_page_without_end(feed: Feed, lister: Lister, peak: Peak) -> None:
    """Each page has the limit of an answer."""
    spaces = chunks(b" " * 65_536)[0]
    answers = iter([lister.page(), chain([HEAD + CHUNKED], repeat(spaces))])
    with (
        hostile(lambda: next(answers)) as server,
        pytest.raises(feed.package.APIConnectionError, match=f"larger than {LARGEST} bytes"),
    ):
        feed(server, lister)
    assert lister.seen == ["a", "b"]
    assert peak() < 3 * LARGEST
