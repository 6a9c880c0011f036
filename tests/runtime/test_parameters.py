"""Parameters of a call as they arrive at the server."""

from __future__ import annotations

from datetime import UTC, datetime

from tests.runtime.conftest import Shop

PAGE = {"count": 0, "results": []}


def test_parameters_arrive_in_their_places(shop: Shop) -> None:
    """Query, header and cookie parameters go where the document says, under their wire names."""
    shop.server.reply(json=PAGE)
    born_after = datetime(2026, 1, 2, tzinfo=UTC)
    shop(
        lambda client: client.pets.list(
            limit=5,
            status=["sold", "on hold"],
            born_after=born_after,
            filter_={"owner": {"name": "Ada"}},
            trace_id="ü 1",
            visit="a;b",
        )
    )
    request = shop.server.request
    assert request.query == (
        "limit=5&status=sold&status=on%20hold&bornAfter=2026-01-02T00%3A00%3A00Z"
        "&filter%5Bowner%5D%5Bname%5D=Ada"
    )
    assert request.headers["x-trace-id"] == "ü 1"
    assert request.headers["cookie"] == "visit=a%3Bb"


def test_what_is_left_out_is_not_sent(shop: Shop) -> None:
    """Neither left-out parameters nor the server's defaults are sent."""
    shop.server.reply(json=PAGE)
    shop(lambda client: client.pets.list(trace_id=None))
    request = shop.server.request
    assert request.target == "/shops/main/pets/"
    assert "x-trace-id" not in request.headers
    assert "cookie" not in request.headers


def test_the_client_says_who_it_is_and_what_it_takes(shop: Shop) -> None:
    """User-Agent names the client without details of the machine, Accept the document's types."""
    shop.server.reply(json=PAGE)
    shop(lambda client: client.pets.list())
    assert shop.server.request.headers["user-agent"] == "Pet-Shop/1.2.3 clientwright"
    assert shop.server.request.headers["accept"] == "application/json"


def test_a_selector_chooses_the_media_type(shop: Shop) -> None:
    """The parameter that selects the answer's media type sets Accept, and text comes as str."""
    shop.server.reply(body=b"id,name\n1,Bo\n", content_type="text/csv")
    answer = shop(lambda client: client.pets.list(format="csv"))
    assert answer == "id,name\n1,Bo\n"
    assert shop.server.request.headers["accept"] == "text/csv"
    assert shop.server.request.query == "format=csv"


def test_an_operation_without_declared_content_takes_anything(shop: Shop) -> None:
    """Where the document names no media type, Accept is open."""
    shop.server.reply(204)
    shop(lambda client: client.pets.delete(1))
    assert shop.server.request.headers["accept"] == "*/*"


def test_headers_of_the_user_come_before_ours(shop: Shop) -> None:
    """Headers given to the client replace Accept and User-Agent and come with every call."""
    shop.server.reply(json=PAGE)
    shop(lambda client: client.pets.list(), headers={"accept": "a/b", "X-Team": "ü"})
    assert shop.server.request.headers.get_list("accept") == ["a/b"]
    assert shop.server.request.headers["x-team"] == "ü"


def test_what_was_promised_for_a_choice_comes_whatever_the_server_calls_it(shop: Shop) -> None:
    """format="csv" returns text, also where the server answers with JSON all the same."""
    shop.server.reply(text='{"count": 0}', content_type="application/json")
    assert shop(lambda client: client.pets.list(format="csv")) == '{"count": 0}'
