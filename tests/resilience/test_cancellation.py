"""A call that is cancelled leaves nothing behind."""

from __future__ import annotations

import asyncio
import threading
from typing import Any

import anyio
import httpx2
import pytest

from tests.resilience.conftest import ENTRY, Ledger
from tests.support.server import Recorded, Reply, make_reply

ONE_CONNECTION = httpx2.Limits(max_connections=1)


@pytest.fixture(params=["before the answer", "within the answer"])
def arrived(request: pytest.FixtureRequest, ledger: Ledger) -> threading.Event:
    """An event for the first request; its answer never begins, or never ends."""
    event = threading.Event()
    endless = {
        "before the answer": make_reply(delay=60),
        "within the answer": make_reply(chunks=[b"{"] * 600, pause=0.1),
    }

    def respond(_: Recorded) -> Reply:
        if event.is_set():
            return make_reply(json=ENTRY)
        event.set()
        return endless[request.param]

    ledger.server.respond(respond)
    return event


async def cancel_and_call(client: Any, arrived: threading.Event) -> Any:
    """Cancel a call when the server has its request, and call again."""
    async with anyio.create_task_group() as tasks:
        tasks.start_soon(client.entries.retrieve, 1)
        await anyio.to_thread.run_sync(arrived.wait)
        tasks.cancel_scope.cancel()
    with anyio.fail_after(5):
        return await client.entries.retrieve(2)


@pytest.mark.parametrize("ledger", ["asyncio", "trio"], indirect=True)
def test_a_cancelled_call_gives_its_connection_back(
    ledger: Ledger, arrived: threading.Event
) -> None:
    """With one connection in all, the call after a cancelled one still gets it."""

    async def use(client: Any) -> Any:
        async with client._http:
            return await cancel_and_call(client, arrived)

    http = httpx2.AsyncClient(limits=ONE_CONNECTION)
    assert ledger(use, http_client=http, timeout=httpx2.Timeout(5, pool=2)).amount == 2


@pytest.mark.parametrize("ledger", ["asyncio"], indirect=True)
def test_a_cancelled_call_leaves_no_task(ledger: Ledger, arrived: threading.Event) -> None:
    """After a cancelled call and another, the only task is the one that runs."""

    async def use(client: Any) -> int:
        await cancel_and_call(client, arrived)
        return len(asyncio.all_tasks())

    assert ledger(use) == 1
