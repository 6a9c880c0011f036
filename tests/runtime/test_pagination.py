"""Lists that come page by page."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import httpx2
import pytest
from runtime.errors import APIStatusError
from runtime.operation import Prepared
from runtime.pagination import AsyncPage, Page, PaginationError, _member
from runtime.response import RawResponse

from tests.runtime.conftest import Shop
from tests.runtime.helpers import everything
from tests.runtime.petshop import PetshopClient
from tests.runtime.petshop.models import Pet, PetPage
from tests.runtime.petshop.operations import LIST
from tests.support.server import RecordingServer


def page(ids: Iterable[int], next_: str | None) -> dict[str, Any]:
    return {"count": 5, "next": next_, "results": [{"id": id_, "name": "Bo"} for id_ in ids]}


@pytest.fixture
def three_pages(shop: Shop) -> Shop:
    shop.server.reply(json=page([1, 2], f"{shop.server.url}/shops/main/pets/?limit=2&offset=2"))
    shop.server.reply(json=page([3, 4], "?limit=2&offset=4"))
    shop.server.reply(json=page([5], None))
    return shop


def test_iterating_goes_on_over_all_pages(three_pages: Shop) -> None:
    """Iterating yields the items of all pages, following absolute and relative links."""
    pets = three_pages(lambda client: everything(client.pets.list(limit=2)))
    assert [pet.id for pet in pets] == [1, 2, 3, 4, 5]
    assert [request.query for request in three_pages.server.requests] == [
        "limit=2",
        "limit=2&offset=2",
        "limit=2&offset=4",
    ]
    assert all("x-shop-key" in request.headers for request in three_pages.server.requests)


def test_a_page_has_its_items_and_the_raw_body(three_pages: Shop) -> None:
    """A page has its items, the body as a model, and whether there is another page."""
    first = three_pages(lambda client: client.pets.list(limit=2))
    assert isinstance(first, Page | AsyncPage)
    assert first.items == [Pet(id=1, name="Bo"), Pet(id=2, name="Bo")]
    assert isinstance(first.raw, PetPage)
    assert (first.raw.count, first.has_next) == (5, True)
    assert repr(first) == f"<{type(first).__name__} 2 items, has_next=True>"


def walk(client: Any) -> Any:
    """Ask for the page after the first, twice, and for the page after that."""
    pages = client.pets.list()
    if isinstance(pages, Page):
        return [pages.next_page().items, pages.next_page().next_page().items]
    return walk_async(pages)


async def walk_async(pages: Any) -> Any:
    first = await pages
    second = await first.next_page()
    again = await first.next_page()
    return [second.items, (await again.next_page()).items]


def test_pages_can_be_turned_by_hand(shop: Shop) -> None:
    """next_page() may be asked for more than once without being taken for a circle."""
    shop.server.reply(json=page([1], "?offset=1"))
    shop.server.reply(json=page([2], "?offset=2")).reply(json=page([2], "?offset=2"))
    shop.server.reply(json=page([3], None))
    second, third = shop(walk)
    assert ([pet.id for pet in second], [pet.id for pet in third]) == ([2], [3])


def test_pages_can_be_iterated_over(three_pages: Shop) -> None:
    """pages() yields page by page."""
    pages = three_pages(lambda client: everything(client.pets.list().pages()))
    assert [len(one.items) for one in pages] == [2, 2, 1]


def after(client: Any) -> Any:
    pages = client.pets.list()
    return pages.next_page() if isinstance(pages, Page) else after_async(pages)


async def after_async(pages: Any) -> Any:
    return await (await pages).next_page()


def test_after_the_last_page_there_is_none(shop: Shop) -> None:
    """next_page() of the last page raises PaginationError, without a request."""
    shop.server.reply(json=page([1], None))
    with pytest.raises(PaginationError, match="last page"):
        shop(after)
    assert len(shop.server.requests) == 1


@pytest.mark.parametrize("body", [{"count": 0}, {"count": 0, "results": [], "next": ""}])
def test_an_empty_list_has_no_items_and_no_next_page(shop: Shop, body: Any) -> None:
    """Missing items and an empty link are an empty, last page."""
    shop.server.reply(json=body)
    assert shop(lambda client: everything(client.pets.list())) == []


def test_a_link_to_another_origin_is_refused(shop: Shop) -> None:
    """Credentials never follow a link to another host, port or scheme."""
    with RecordingServer() as other:
        shop.server.reply(json=page([1], f"{other.url}/?offset=1"))
        with pytest.raises(PaginationError, match=f"{other.url}, not at {shop.server.url}"):
            shop(lambda client: everything(client.pets.list()))
        assert other.requests == []


@pytest.mark.parametrize("link", ["http://[::x", "https://127.0.0.1"])
def test_a_link_that_leads_nowhere_is_refused(sync_shop: Shop, link: str) -> None:
    """A link that is no URL, or has another scheme, is refused."""
    sync_shop.server.reply(json=page([1], link))
    with pytest.raises(PaginationError, match="next page"):
        sync_shop(lambda client: everything(client.pets.list()))


@pytest.mark.parametrize("links", [["?a=1", "?a=1"], ["?a=1", "?b=1", "?a=1"], ["?"]])
def test_a_circle_of_pages_is_noticed(shop: Shop, links: list[str]) -> None:
    """A link to a page that was there before ends with an error."""
    script = [shop.server.reply(json=page([1], link)) for link in links]
    with pytest.raises(PaginationError, match="circle"):
        shop(lambda client: everything(client.pets.list()))
    assert len(shop.server.requests) == len(script)


def test_an_error_on_a_later_page_is_raised(shop: Shop) -> None:
    """What goes wrong on a later page is raised where the iteration is."""
    shop.server.reply(json=page([1], "?offset=1")).reply(404)
    with pytest.raises(APIStatusError):
        shop(lambda client: everything(client.pets.list()))


def test_a_raw_response_of_a_list_parses_to_a_page(three_pages: Shop) -> None:
    """With raw responses a list gives its response, whose value is the page."""
    raw = three_pages(lambda client: client.with_raw_response.pets.list(limit=2))
    assert isinstance(raw, RawResponse)
    assert [pet.id for pet in raw.parse().items] == [1, 2]


def raw_everything(client: Any) -> Any:
    raw = client.with_raw_response.pets.list(limit=2)
    return everything(raw.parse()) if isinstance(raw, RawResponse) else raw_everything_async(raw)


async def raw_everything_async(raw: Any) -> Any:
    return await everything((await raw).parse())


def test_the_page_of_a_raw_response_goes_on(three_pages: Shop) -> None:
    """The page of a raw response is a page like any other."""
    assert [pet.id for pet in three_pages(raw_everything)] == [1, 2, 3, 4, 5]


@pytest.mark.parametrize(
    ("body", "ids"),
    [({"results": [1], "next": None}, [1]), ({"next": None}, [])],
)
def test_a_page_without_a_model_is_a_mapping(body: Any, ids: list[int]) -> None:
    """Items and link are found in a plain mapping, too."""
    client = PetshopClient(base_url="https://pets.example", shop="main")
    request = Prepared(client, LIST, {})
    answer = RawResponse[Any](request, httpx2.Response(200), is_open=False)
    assert Page[Any, Any](body, answer, request).items == ids


def test_members_that_the_model_does_not_name_are_found(sync_shop: Shop) -> None:
    """Items that the model keeps as an unknown field are found by their name."""
    assert _member(PetPage.model_validate({"count": 1, "extra": "x"}), "extra") == "x"


def test_a_page_that_is_a_text_is_a_page_for_the_lenient(sync_shop: Shop) -> None:
    """JSON that is a text where a page must be is read leniently as a page without items."""
    sync_shop.server.reply(json="abc")
    found = sync_shop(lambda client: client.pets.list(), validate="lenient")
    assert isinstance(found, Page)
    assert (found.raw, found.items) == ("abc", [])
