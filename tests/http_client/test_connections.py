"""Proxies and limits of the caller's own http client."""

from __future__ import annotations

from base64 import b64encode
from typing import Any

import httpx2
import pytest

from tests.http_client.conftest import PARCEL, TOKEN, Depot
from tests.support.clients import each, entered, settled
from tests.support.server import RecordingServer

SSE = "text/event-stream"
MOVEMENT = b'data: {"place": "a"}\n\n'


async def retrieve(client: Any) -> Any:
    return await settled(client.parcels.retrieve(1))


def with_password(server: RecordingServer) -> dict[str, Any]:
    """What makes an http client that goes through a server as its proxy, with a password."""
    return {"proxy": server.url.replace("//", "//ada:pro%2Fxy@")}


def test_a_proxy_with_a_password(depot: Depot, server: RecordingServer) -> None:
    """Values and streams come through a proxy; its password goes there, beside the API's token."""
    server.reply(json=PARCEL).reply(chunks=[MOVEMENT], content_type=SSE)

    async def both(client: Any) -> list[str]:
        await retrieve(client)
        async with entered(await settled(client.parcels.watch(1))) as movements:
            return [movement.place async for movement in each(movements)]

    assert depot("http://depot.example", both, with_password(server)) == ["a"]
    assert [one.target for one in server.requests] == [
        "http://depot.example/parcels/1",
        "http://depot.example/parcels/1/movements",
    ]
    password = f"Basic {b64encode(b'ada:pro/xy').decode()}"
    assert [one.headers["proxy-authorization"] for one in server.requests] == [password] * 2
    assert [one.headers["authorization"] for one in server.requests] == [f"Bearer {TOKEN}"] * 2


def test_a_proxy_that_refuses(depot: Depot, server: RecordingServer) -> None:
    """A proxy that opens no tunnel is tried again, gets no token, and the error shows no password."""
    server.always(407)
    with pytest.raises(depot.package.APIConnectionError, match="no answer from https") as caught:
        depot(
            "https://depot.example",
            retrieve,
            with_password(server),
            max_retries=depot.package.RetryPolicy(max_retries=1, first_delay=0.01),
        )
    assert [f"{one.method} {one.target}" for one in server.requests] == [
        "CONNECT depot.example:443"
    ] * 2
    assert not any(TOKEN in str(one.headers.raw) for one in server.requests)
    told = str(caught.value) + repr(caught.value) + repr(caught.value.__cause__)
    assert "pro/xy" not in told
    assert "pro%2Fxy" not in told


def test_an_open_stream_holds_its_connection(depot: Depot, server: RecordingServer) -> None:
    """With one connection in all, a call beside an open stream waits in vain, and after it does not."""
    server.reply(chunks=[MOVEMENT] * 2, content_type=SSE).reply(json=PARCEL)

    async def beside(client: Any) -> Any:
        async with entered(await settled(client.parcels.watch(1))):
            with pytest.raises(depot.package.APITimeoutError):
                await retrieve(client)
        return await retrieve(client)

    http = {"limits": httpx2.Limits(max_connections=1)}
    timeout = httpx2.Timeout(5, pool=0.1)
    assert depot(server.url, beside, http, timeout=timeout, max_retries=0).id == 1
    assert len(server.requests) == 2


def test_the_http_client_of_the_caller_stays_open(depot: Depot, server: RecordingServer) -> None:
    """Two clients share the connections of one http client, and closing the first leaves them."""
    server.always(json=PARCEL)
    kinds = ("Client", "DepotClient"), ("AsyncClient", "AsyncDepotClient")
    http_kind, kind = kinds[depot.is_async]

    async def one_after_the_other(_: Any) -> Any:
        async with entered(getattr(httpx2, http_kind)()) as own:
            options = {"http_client": own, "token": TOKEN, "base_url": server.url}
            async with entered(getattr(depot.package, kind)(**options)) as first:
                await retrieve(first)
            async with entered(getattr(depot.package, kind)(**options)) as second:
                return await retrieve(second)

    assert depot(server.url, one_after_the_other).id == 1
    assert (len(server.requests), server.connections) == (2, 1)


def test_an_http_client_of_the_other_kind(depot: Depot) -> None:
    """A client refuses at once an http client that does not run as it does."""
    kind = depot.package.AsyncDepotClient if depot.is_async else depot.package.DepotClient
    with pytest.raises(TypeError, match=r"http_client must be an httpx2\.(Async)?Client"):
        kind(token=TOKEN, http_client=object())
