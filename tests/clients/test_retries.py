"""When the clients send a request again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any

import pytest

from generated.posthog import APIConnectionError, APIStatusError, PostHogClient
from tests.clients.answers import INSIGHT
from tests.clients.driver import Driver
from tests.clients.vendors import POSTHOG
from tests.support.server import RecordingServer

CALLS: dict[str, Callable[[Any], Any]] = {
    "GET": lambda client: client.insights.retrieve(7),
    "DELETE": lambda client: client.insights.sharing.passwords.delete(7, "31"),
    "POST": lambda client: client.insights.create(name="a"),
    "PATCH": lambda client: client.insights.update(7, name="a"),
}
IDEMPOTENT = ["GET", "DELETE"]
NOT_IDEMPOTENT = ["POST", "PATCH"]


@pytest.mark.parametrize("method", IDEMPOTENT)
@pytest.mark.parametrize("status", [408, 429, 500, 502, 503, 504])
def test_reading_and_deleting_are_tried_three_times(
    drive: Driver, method: str, status: int
) -> None:
    """GET and DELETE are sent again after 408, 429 and 5xx, twice, with growing pauses."""
    drive.server.reply(status).reply(status).reply(json=INSIGHT)
    drive(POSTHOG, CALLS[method])
    assert [request.method for request in drive.server.requests] == [method] * 3
    first, second = drive.sleeps
    assert 0.25 <= first <= 0.5 <= second <= 1


@pytest.mark.parametrize("method", NOT_IDEMPOTENT)
@pytest.mark.parametrize("status", [429, 503])
def test_writing_is_repeated_where_the_server_invites_it(
    drive: Driver, method: str, status: int
) -> None:
    """POST and PATCH are sent again, body and all, after 429 and 503 that carry Retry-After."""
    drive.server.reply(status, headers={"Retry-After": "3"}).reply(json=INSIGHT)
    assert drive(POSTHOG, CALLS[method]).id == 7
    assert [request.body for request in drive.server.requests] == [b'{"name":"a"}'] * 2
    assert drive.sleeps == [3]


@pytest.mark.parametrize("method", NOT_IDEMPOTENT)
@pytest.mark.parametrize(
    ("status", "headers"),
    [(500, {"Retry-After": "0"}), (408, {"Retry-After": "0"}), (429, {}), (503, {})],
)
def test_writing_is_not_repeated_otherwise(
    drive: Driver, method: str, status: int, headers: dict[str, str]
) -> None:
    """POST and PATCH are sent once where a second time might do something twice."""
    drive.server.reply(status, headers=headers)
    with pytest.raises(APIStatusError):
        drive(POSTHOG, CALLS[method])
    assert len(drive.server.requests) == 1


@pytest.mark.parametrize("method", NOT_IDEMPOTENT)
def test_writing_is_not_repeated_after_a_broken_connection(drive: Driver, method: str) -> None:
    """POST and PATCH may have arrived when the connection breaks, so they are sent once."""
    drive.server.drop()
    with pytest.raises(APIConnectionError):
        drive(POSTHOG, CALLS[method])
    assert len(drive.server.requests) == 1


@pytest.mark.parametrize("method", IDEMPOTENT)
def test_reading_and_deleting_are_repeated_after_a_broken_connection(
    drive: Driver, method: str
) -> None:
    """GET and DELETE are sent again when the connection breaks before or within the answer."""
    drive.server.drop().reply(json=INSIGHT, cut_after=3).reply(json=INSIGHT)
    drive(POSTHOG, CALLS[method])
    assert len(drive.server.requests) == 3


def test_after_two_retries_the_last_error_is_raised(drive: Driver) -> None:
    """Two retries are the default; then the last answer counts."""
    drive.server.reply(500).reply(502).reply(503)
    with pytest.raises(APIStatusError) as caught:
        drive(POSTHOG, CALLS["GET"])
    assert caught.value.status_code == 503


def test_no_retries(drive: Driver) -> None:
    """max_retries=0 sends every request once."""
    drive.server.reply(503, headers={"Retry-After": "0"})
    with pytest.raises(APIStatusError):
        drive(POSTHOG, CALLS["GET"], max_retries=0)
    assert len(drive.server.requests) == 1


def test_more_retries_for_one_call(drive: Driver) -> None:
    """with_options(max_retries=...) holds for the copy."""
    drive.server.reply(500).reply(500).reply(500).reply(500).reply(json=INSIGHT)
    drive(POSTHOG, lambda client: client.with_options(max_retries=4).insights.retrieve(7))
    assert len(drive.sleeps) == 4


def test_retry_after_may_be_a_date(drive: Driver) -> None:
    """Retry-After as a date is the time until then."""
    then = format_datetime(datetime.now(UTC) + timedelta(seconds=30), usegmt=True)
    drive.server.reply(429, headers={"Retry-After": then}).reply(json=INSIGHT)
    drive(POSTHOG, CALLS["POST"])
    assert drive.sleeps == [pytest.approx(30, abs=5)]


def test_a_retry_after_beyond_all_patience_is_final(drive: Driver) -> None:
    """A server that asks for more than a minute gets no retry; the error says how long."""
    drive.server.reply(429, headers={"Retry-After": "3600"})
    with pytest.raises(APIStatusError) as caught:
        drive(POSTHOG, CALLS["GET"])
    assert caught.value.headers["retry-after"] == "3600"
    assert drive.sleeps == []


def test_the_client_itself_waits(server: RecordingServer) -> None:
    """A client that nobody tampered with waits for as long as the server asks."""
    server.reply(429, headers={"Retry-After": "0.05"}).reply(json=INSIGHT)
    with PostHogClient(api_key="k", environment_id="2", base_url=server.url) as client:
        start = datetime.now(UTC)
        assert client.insights.retrieve(7).id == 7
    assert datetime.now(UTC) - start > timedelta(seconds=0.05)
