"""Who owns connections: what a client refuses to share, and what its end means for others."""

from __future__ import annotations

import copy
import pickle
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import anyio
import pytest

from tests.http_client.conftest import PARCEL, TOKEN, Depot
from tests.support.clients import entered, settled
from tests.support.server import Recorded, RecordingServer, make_reply


@pytest.mark.parametrize("duplicate", [pickle.dumps, copy.copy, copy.deepcopy])
def test_a_client_is_not_to_be_copied(depot: Depot, duplicate: Callable[[Any], Any]) -> None:
    """Pickling a client, or copying it, says why that is impossible, and shows no token."""
    kind = depot.package.AsyncDepotClient if depot.is_async else depot.package.DepotClient
    with pytest.raises(TypeError, match="DepotClient holds connections") as caught:
        duplicate(kind(token=TOKEN))
    assert TOKEN not in str(caught.value)


@pytest.mark.parametrize("duplicate", [lambda error: pickle.loads(pickle.dumps(error)), copy.copy])
def test_an_error_goes_to_other_processes(
    depot: Depot, server: RecordingServer, duplicate: Callable[[Any], Any]
) -> None:
    """An error keeps its message, body and answer on its way through pickle, and no token."""
    server.reply(404, json={"message": "lost"}, headers={"X-Request-Id": "r1"})

    async def retrieve(client: Any) -> Any:
        return await settled(client.parcels.retrieve(1))

    with pytest.raises(depot.package.NotFoundError) as caught:
        depot(server.url, retrieve)
    error = duplicate(caught.value)
    assert (str(error), error.body.message) == (str(caught.value), "lost")
    assert (error.status_code, error.request_id) == (404, "r1")
    assert TOKEN.encode() not in pickle.dumps(error)


def test_the_end_of_a_copy(depot: Depot, server: RecordingServer) -> None:
    """Closing what with_options gave leaves the client open, and closing the client closes both."""
    server.always(json=PARCEL)
    kind = depot.package.AsyncDepotClient if depot.is_async else depot.package.DepotClient

    async def use(_: Any) -> None:
        async with entered(kind(token=TOKEN, base_url=server.url)) as client:
            async with entered(client.with_options(timeout=5)) as other:
                await settled(other.parcels.retrieve(1))
            await settled(client.parcels.retrieve(1))
        with pytest.raises(RuntimeError, match="closed"):
            await settled(other.parcels.retrieve(1))

    depot(server.url, use)
    assert server.connections == 1


def echo(request: Recorded) -> Any:
    """Answer with the number that was asked for, after a while."""
    return make_reply(json={"id": int(request.path.rpartition("/")[2]), "weight": 1}, delay=0.01)


def test_threads_share_a_client(package: Any, server: RecordingServer) -> None:
    """Threads that start at once, with a client's very first calls, each get their own answer."""
    server.respond(echo)
    start = threading.Barrier(16)
    with package.DepotClient(token=TOKEN, base_url=server.url) as client:

        def retrieve(number: int) -> int:
            start.wait(5)
            return int(client.parcels.retrieve(number).id)

        with ThreadPoolExecutor(16) as pool:
            assert list(pool.map(retrieve, range(16))) == list(range(16))


@pytest.mark.parametrize("depot", ["asyncio", "trio"], indirect=True)
def test_tasks_share_a_client(depot: Depot, server: RecordingServer) -> None:
    """Tasks that start at once each get their own answer."""
    server.respond(echo)
    found: dict[int, int] = {}

    async def all_at_once(client: Any) -> None:
        async def retrieve(number: int) -> None:
            found[number] = (await client.parcels.retrieve(number)).id

        async with anyio.create_task_group() as tasks:
            for number in range(16):
                tasks.start_soon(retrieve, number)

    depot(server.url, all_at_once)
    assert found == {number: number for number in range(16)}
