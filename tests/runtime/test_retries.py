"""Retries: when, how often, and after how long."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any

import httpx2
import pytest
from runtime.errors import APIConnectionError, APIStatusError, InternalServerError
from runtime.response import retry_after

from tests.runtime.conftest import Shop
from tests.runtime.helpers import PET

CALLS: dict[str, Callable[[Any], Any]] = {
    "GET": lambda client: client.pets.retrieve(1),
    "HEAD": lambda client: client.photos.check("a"),
    "PUT": lambda client: client.pets.replace(1, body=PET),
    "DELETE": lambda client: client.pets.delete(1),
    "POST": lambda client: client.pets.create(name="Bo"),
    "PATCH": lambda client: client.pets.update(1, name="Bo"),
}
IDEMPOTENT = ["GET", "HEAD", "PUT", "DELETE"]
NOT_IDEMPOTENT = ["POST", "PATCH"]
NO_DATES = [
    "Mon, 01 Jan 99999999999999999999 00:00:00 GMT",
    "Mon, 99999999999999999999 Jan 2024 00:00:00 GMT",
    "Mon, 01 Jan 2024 99999999999999999999:00:00 GMT",
    "Mon, 01 Jan 2024 00:00:00 +" + "9" * 30,
]


@pytest.mark.parametrize("method", IDEMPOTENT)
@pytest.mark.parametrize("status", [408, 429, 500, 502, 503, 504])
def test_what_does_no_harm_is_sent_again(sync_shop: Shop, method: str, status: int) -> None:
    """An idempotent request is sent again after 408, 429 and 5xx."""
    sync_shop.server.reply(status).reply(status).reply(json=PET)
    sync_shop(CALLS[method])
    assert [request.method for request in sync_shop.server.requests] == [method] * 3


@pytest.mark.parametrize("method", NOT_IDEMPOTENT)
@pytest.mark.parametrize(
    ("status", "headers"),
    [(408, {"Retry-After": "1"}), (429, {}), (500, {"Retry-After": "1"}), (503, {})],
)
def test_what_may_do_harm_is_not_sent_again(
    sync_shop: Shop, method: str, status: int, headers: dict[str, str]
) -> None:
    """POST and PATCH are not repeated where the server does not allow it."""
    sync_shop.server.reply(status, headers=headers)
    with pytest.raises(APIStatusError):
        sync_shop(CALLS[method])
    assert len(sync_shop.server.requests) == 1


@pytest.mark.parametrize("method", NOT_IDEMPOTENT)
@pytest.mark.parametrize("status", [429, 503])
def test_what_may_do_harm_is_sent_again_if_the_server_says_so(
    shop: Shop, method: str, status: int
) -> None:
    """POST and PATCH are repeated after 429 and 503 that carry Retry-After, body and all."""
    shop.server.reply(status, headers={"Retry-After": "2"}).reply(json=PET)
    shop(CALLS[method])
    first, second = shop.server.requests
    assert first.body == second.body != b""
    assert shop.sleeps == [2]


@pytest.mark.parametrize("status", [400, 401, 403, 404, 409, 422])
def test_what_will_not_get_better_is_not_sent_again(sync_shop: Shop, status: int) -> None:
    """Errors of the caller are final."""
    sync_shop.server.reply(status)
    with pytest.raises(APIStatusError):
        sync_shop(CALLS["GET"])
    assert sync_shop.sleeps == []


def test_a_broken_connection_is_tried_again(shop: Shop) -> None:
    """An idempotent request is sent again when the connection breaks, before or in the answer."""
    shop.server.drop().reply(json=PET, cut_after=3).reply(json=PET)
    assert shop(CALLS["GET"]).id == 1


def test_a_timeout_is_tried_again(shop: Shop) -> None:
    """An idempotent request is sent again after a timeout."""
    shop.server.reply(delay=5).reply(json=PET)
    assert shop(CALLS["GET"], timeout=0.2).id == 1


def test_a_broken_connection_may_have_done_harm(shop: Shop) -> None:
    """POST is not repeated when the connection breaks after it was sent."""
    shop.server.drop()
    with pytest.raises(APIConnectionError):
        shop(CALLS["POST"])
    assert len(shop.server.requests) == 1


def test_what_never_left_is_tried_again(shop: Shop) -> None:
    """Any request is repeated when no connection came about, since nothing was sent."""
    with pytest.raises(APIConnectionError):
        shop(CALLS["POST"], base_url="http://127.0.0.1:9")
    assert len(shop.sleeps) == 2


def test_two_retries_are_the_default(shop: Shop) -> None:
    """After two retries the last error is raised."""
    shop.server.always(503)
    with pytest.raises(APIStatusError):
        shop(CALLS["GET"])
    assert len(shop.server.requests) == 3


def test_delays_double_with_jitter_up_to_a_cap(sync_shop: Shop) -> None:
    """Delays are half a second, doubling up to eight, each cut at random by up to a half."""
    sync_shop.server.always(503)
    with pytest.raises(APIStatusError):
        sync_shop(CALLS["GET"], max_retries=6)
    full = [0.5, 1, 2, 4, 8, 8]
    assert all(
        whole / 2 <= slept <= whole for whole, slept in zip(full, sync_shop.sleeps, strict=True)
    )
    assert sync_shop.sleeps != full


def test_no_retries_are_possible(shop: Shop) -> None:
    """max_retries=0 gives up at once."""
    shop.server.always(503)
    with pytest.raises(APIStatusError):
        shop(CALLS["GET"], max_retries=0)
    assert shop.sleeps == []


def test_a_longer_wait_than_a_minute_is_not_waited(shop: Shop) -> None:
    """A Retry-After beyond the cap is not waited for: the error comes at once."""
    shop.server.reply(429, headers={"Retry-After": "61"})
    with pytest.raises(APIStatusError):
        shop(CALLS["GET"])
    assert shop.sleeps == []


def test_negative_retries_are_refused(sync_shop: Shop) -> None:
    """max_retries below zero is a ValueError."""
    with pytest.raises(ValueError, match="max_retries"):
        sync_shop(CALLS["GET"], max_retries=-1)


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"Retry-After": "0"}, 0),
        ({"Retry-After": "1.5"}, 1.5),
        ({"Retry-After-Ms": "250", "Retry-After": "9"}, 0.25),
        ({"Retry-After": "Fri, 21 Nov 2014 08:00:00 GMT"}, 0),
        ({"Retry-After": "21 Nov 2014 08:00:00 -0000"}, 0),
        ({"Retry-After": "soon"}, None),
        ({"Retry-After": "-1"}, None),
        ({"Retry-After": "inf"}, None),
        *(({"Retry-After": date}, None) for date in NO_DATES),
        ({}, None),
    ],
)
def test_retry_after_is_read_in_all_its_forms(headers: dict[str, str], seconds: float) -> None:
    """Seconds, milliseconds and dates are read; what makes no sense is as if it were not there."""
    assert retry_after(httpx2.Headers(headers)) == seconds


@pytest.mark.parametrize("date", NO_DATES)
def test_a_date_beyond_the_calendar_is_none(shop: Shop, date: str) -> None:
    """After a Retry-After beyond the calendar retries go on as without it, up to a typed error."""
    shop.server.always(503, headers={"Retry-After": date})
    with pytest.raises(InternalServerError):
        shop(CALLS["GET"])
    assert [0.25 <= shop.sleeps[0] <= 0.5, 0.5 <= shop.sleeps[1] <= 1] == [True, True]
    assert len(shop.server.requests) == 3


def test_a_date_to_come_is_waited_for(shop: Shop) -> None:
    """A Retry-After date is waited for from now on."""
    date = format_datetime(datetime.now(UTC) + timedelta(seconds=30), usegmt=True)
    shop.server.reply(503, headers={"Retry-After": date}).reply(json=PET)
    shop(CALLS["POST"])
    assert 20 < shop.sleeps[0] <= 30
