"""PostHog's lists, which come page by page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from generated.posthog import AsyncPage, Insight, Page, PaginatedInsightList, PaginationError
from tests.clients.driver import Driver
from tests.clients.vendors import POSTHOG
from tests.runtime.helpers import everything
from tests.support.server import RecordingServer

FOLDER = "/api/environments/2/insights/"
PAGED: dict[str, Callable[[Any], Any]] = {
    "": lambda client: client.insights.list(limit=2, search="a b"),
    "7/thresholds/": lambda client: client.insights.thresholds.list(7, limit=2),
    "7/activity/": lambda client: client.insights.activity(7, limit=2),
    "activity/": lambda client: client.insights.all_activity(limit=2),
}


def page(names: list[str], following: str | None, **more: Any) -> dict[str, Any]:
    """Write a page that fits each of PostHog's lists."""
    results = [{"name": name} for name in names]
    return {"count": 5, "total_count": 5, "next": following, "results": results, **more}


@pytest.mark.parametrize("path", PAGED)
def test_iterating_goes_on_over_all_pages(drive: Driver, path: str) -> None:
    """`for` and `async for` yield the items of all pages, each asked for with the credentials."""
    url = f"{drive.server.url}{FOLDER}{path}"
    drive.server.reply(json=page(["a", "b"], f"{url}?limit=2&offset=2"))
    drive.server.reply(json=page(["c", "d"], f"{url}?limit=2&offset=4"))
    drive.server.reply(json=page(["e"], None))
    items = drive(POSTHOG, lambda client: everything(PAGED[path](client)))
    assert [item.name for item in items] == ["a", "b", "c", "d", "e"]
    assert [request.path for request in drive.server.requests] == [f"{FOLDER}{path}"] * 3
    assert [request.query for request in drive.server.requests[1:]] == [
        "limit=2&offset=2",
        "limit=2&offset=4",
    ]
    assert {request.headers["authorization"] for request in drive.server.requests} == {
        "Bearer sk-very-secret"
    }


def test_a_list_may_begin_in_the_middle(drive: Driver) -> None:
    """Where the caller gives an offset, the pages from there on follow, and none before."""
    url = f"{drive.server.url}{FOLDER}"
    drive.server.reply(json=page(["c"], f"{url}?limit=1&offset=3", previous=f"{url}?limit=1"))
    drive.server.reply(json=page(["d"], None))
    items = drive(POSTHOG, lambda client: everything(client.insights.list(limit=1, offset=2)))
    assert [item.name for item in items] == ["c", "d"]
    assert [one.pairs[-1] for one in drive.server.requests] == [("offset", "2"), ("offset", "3")]


def test_a_page_has_its_items_and_the_answer(drive: Driver) -> None:
    """A page has items, the answer as a model, and knows whether there is another."""
    drive.server.reply(json=page(["a"], f"{drive.server.url}{FOLDER}?offset=1", more="kept"))
    first = drive(POSTHOG, lambda client: client.insights.list())
    assert isinstance(first, Page | AsyncPage)
    assert first.items == [Insight(name="a")]
    assert isinstance(first.raw, PaginatedInsightList)
    assert first.raw.count == 5
    assert first.raw.model_extra == {"total_count": 5, "more": "kept"}
    assert first.has_next is True
    assert len(drive.server.requests) == 1


def test_pages_can_be_iterated_over(drive: Driver) -> None:
    """pages() yields page by page, the last of which has no next."""
    drive.server.reply(json=page(["a", "b"], "?offset=2")).reply(json=page([], None))
    pages = drive(POSTHOG, lambda client: everything(client.insights.list().pages()))
    assert [(len(one.items), one.has_next) for one in pages] == [(2, True), (0, False)]


def test_a_next_link_to_another_origin_is_refused(drive: Driver) -> None:
    """Credentials do not follow `next` to another host or port; nothing is sent there."""
    with RecordingServer() as other:
        drive.server.reply(json=page(["a"], f"{other.url}{FOLDER}?offset=1"))
        with pytest.raises(PaginationError, match="credentials are not sent there"):
            drive(POSTHOG, lambda client: everything(client.insights.list()))
        assert other.requests == []


@pytest.mark.parametrize("link", ["mailto:a@b.example", "javascript:next()", "http://[::1"])
def test_a_next_link_that_leads_nowhere_is_refused(drive: Driver, link: str) -> None:
    """A `next` that is no address on the web is a PaginationError like any other bad link."""
    drive.server.reply(json=page(["a"], link))
    with pytest.raises(PaginationError, match="the next page"):
        drive(POSTHOG, lambda client: everything(client.insights.list()))


def test_a_next_link_cannot_change_the_credentials(drive: Driver) -> None:
    """A `next` with a user name in it, which would replace the API key, is refused."""
    url = drive.server.url.replace("http://", "http://user:password@")
    drive.server.reply(json=page(["a"], f"{url}{FOLDER}?offset=1"))
    drive.server.reply(json=page(["b"], None))
    with pytest.raises(PaginationError, match="the next page"):
        drive(POSTHOG, lambda client: everything(client.insights.list()))
    assert len(drive.server.requests) == 1


def test_a_list_without_content_is_empty(drive: Driver) -> None:
    """A 204 in place of a page is a page without items, and the last."""
    drive.server.reply(204)
    assert drive(POSTHOG, lambda client: everything(client.insights.list())) == []


def test_pages_in_a_circle_come_to_an_end(drive: Driver) -> None:
    """A `next` that leads back raises instead of going on for ever."""
    drive.server.always(json=page(["a"], "?offset=1"))
    with pytest.raises(PaginationError, match="circle"):
        drive(POSTHOG, lambda client: everything(client.insights.list()))
    assert len(drive.server.requests) == 2


def test_each_page_is_retried_for_itself(drive: Driver) -> None:
    """A failure on a later page is retried like any other request."""
    drive.server.reply(json=page(["a"], "?offset=1")).reply(503).reply(json=page(["b"], None))
    items = drive(POSTHOG, lambda client: everything(client.insights.list()))
    assert [item.name for item in items] == ["a", "b"]


def test_a_raw_response_of_a_list_parses_to_a_page(drive: Driver) -> None:
    """With raw responses a list gives the response of its first page."""
    drive.server.reply(json=page(["a"], None))
    raw = drive(POSTHOG, lambda client: client.with_raw_response.insights.list())
    assert raw.status_code == 200
    assert raw.parse().items == [Insight(name="a")]
