"""Connections: limits of time, interruptions, reuse, closing."""

from __future__ import annotations

import asyncio
from typing import Any

import httpx2
import pytest

from generated.posthog import (
    APIConnectionError,
    APITimeoutError,
    AsyncPostHogClient,
    PostHogClient,
)
from tests.clients.answers import INSIGHT
from tests.clients.driver import Driver
from tests.clients.vendors import POSTHOG, SECRET
from tests.runtime.helpers import each
from tests.support.server import RecordingServer

OPTIONS: dict[str, Any] = {"api_key": SECRET, "environment_id": "2"}


def retrieve(client: Any) -> Any:
    return client.insights.retrieve(7)


def test_a_slow_server_is_a_timeout(drive: Driver) -> None:
    """An answer that does not begin in time raises APITimeoutError, an APIConnectionError."""
    drive.server.reply(json=INSIGHT, delay=5)
    with pytest.raises(APITimeoutError, match="no answer from") as caught:
        drive(POSTHOG, retrieve, timeout=0.1, max_retries=0)
    assert isinstance(caught.value, APIConnectionError)


def test_a_trickling_answer_is_a_timeout(drive: Driver) -> None:
    """An answer that comes byte by byte is given up when the whole takes too long."""
    drive.server.reply(chunks=[b"{", *[b" "] * 30, b"}"], pause=0.05)
    with pytest.raises(APITimeoutError):
        drive(POSTHOG, retrieve, timeout=0.2, max_retries=0)


def test_a_timeout_for_one_call(drive: Driver) -> None:
    """with_options(timeout=...) limits the calls of the copy."""
    drive.server.reply(json=INSIGHT, delay=5)
    with pytest.raises(APITimeoutError):
        drive(
            POSTHOG,
            lambda client: retrieve(client.with_options(timeout=0.1, max_retries=0)),
        )


def test_the_default_is_five_seconds_to_connect_and_sixty_for_all() -> None:
    """Unless told otherwise a call may take 60 seconds, connecting 5 of them."""
    seen: list[Any] = []

    def answer(request: httpx2.Request) -> httpx2.Response:
        seen.append(request.extensions["timeout"])
        return httpx2.Response(200, json=INSIGHT)

    with httpx2.Client(transport=httpx2.MockTransport(answer)) as http_client:
        retrieve(PostHogClient(**OPTIONS, http_client=http_client))
    assert seen == [{"connect": 5, "read": 60, "write": 60, "pool": 60}]


def test_an_answer_that_breaks_off_is_a_connection_error(drive: Driver) -> None:
    """A connection that is dropped in the middle of the answer raises APIConnectionError."""
    drive.server.reply(json=INSIGHT, cut_after=4)
    with pytest.raises(APIConnectionError, match="GET /api/environments/2/insights/7/: no answer"):
        drive(POSTHOG, retrieve, max_retries=0)


def test_a_server_that_is_not_there_is_a_connection_error(drive: Driver) -> None:
    """A refused connection raises APIConnectionError, after two more attempts."""
    with pytest.raises(APIConnectionError, match=r"no answer from http://127\.0\.0\.1:9") as caught:
        drive(POSTHOG, retrieve, base_url="http://127.0.0.1:9")
    assert len(drive.sleeps) == 2
    assert SECRET not in repr(caught.value) + repr(caught.value.__cause__)


def test_calls_share_a_connection(drive: Driver) -> None:
    """Several calls, a copy's and a raw one among them, go over one TCP connection."""
    drive.server.always(json=INSIGHT)
    drive(
        POSTHOG,
        lambda client: each(
            retrieve(client),
            client.insights.update(7, name="a"),
            retrieve(client.with_options(max_retries=0)),
            retrieve(client.with_raw_response),
        ),
    )
    assert len(drive.server.requests) == 4
    assert drive.server.connections == 1


def test_a_client_is_closed_at_the_end_of_its_block(server: RecordingServer) -> None:
    """After `with` a client refuses to call."""
    with PostHogClient(**OPTIONS, base_url=server.url) as client:
        pass
    with pytest.raises(RuntimeError, match="the client has been closed"):
        retrieve(client)


def test_an_asynchronous_client_is_closed_at_the_end_of_its_block(
    server: RecordingServer,
) -> None:
    """After `async with` a client refuses to call."""

    async def call_late() -> None:
        async with AsyncPostHogClient(**OPTIONS, base_url=server.url) as client:
            pass
        await retrieve(client)

    with pytest.raises(RuntimeError, match="the client has been closed"):
        asyncio.run(call_late())


def test_a_client_works_without_a_block(server: RecordingServer) -> None:
    """close() does what the end of a block does."""
    server.reply(json=INSIGHT)
    client = PostHogClient(**OPTIONS, base_url=server.url)
    assert retrieve(client).id == 7
    client.close()
    with pytest.raises(RuntimeError, match="closed"):
        retrieve(client)


def test_an_http_client_of_the_users_stays_open(server: RecordingServer) -> None:
    """A client closes only what it made itself."""
    server.always(json=INSIGHT)
    with httpx2.Client() as http_client:
        with PostHogClient(**OPTIONS, base_url=server.url, http_client=http_client) as client:
            retrieve(client)
        assert http_client.get(server.url).status_code == 200
    assert server.connections == 1


def test_many_calls_at_once(server: RecordingServer) -> None:
    """An asynchronous client can be shared by tasks that run at the same time."""
    server.always(json=INSIGHT, delay=0.05)

    async def call_ten_times() -> list[Any]:
        async with AsyncPostHogClient(**OPTIONS, base_url=server.url) as client:
            return await asyncio.gather(*(retrieve(client) for _ in range(10)))

    assert [insight.id for insight in asyncio.run(call_ten_times())] == [7] * 10
