"""A client speaks HTTP/2 where its own http client does: over TLS, as server and client agree."""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from contextlib import aclosing
from typing import Any

import anyio
import httpx2
import pytest

from tests.http_client.conftest import PARCEL, TOKEN, Depot
from tests.support.clients import each, entered, settled
from tests.support.expected import TESTS
from tests.support.http2 import Http2Server

CERTIFICATE = TESTS / "resilience" / "ledger" / "certificate.pem"
SSE = "text/event-stream"
LARGE = 8 * 1024 * 1024


@pytest.fixture
def server() -> Iterator[Http2Server]:
    with Http2Server(certificate=CERTIFICATE) as server:
        yield server


@pytest.fixture
def http() -> dict[str, Any]:
    """What makes an http client that speaks HTTP/2 and trusts the server."""
    return {"http2": True, "verify": ssl.create_default_context(cafile=str(CERTIFICATE))}


async def retrieve(client: Any) -> Any:
    return await settled(client.parcels.retrieve(1))


def test_a_value(depot: Depot, server: Http2Server, http: Any) -> None:
    """A typed answer comes over HTTP/2, and the credential goes there."""
    versions: list[str] = []
    note = depot.hook(lambda response: versions.append(response.http_version))
    server.reply(json=PARCEL)
    parcel = depot(server.url, retrieve, {**http, "event_hooks": {"response": [note]}})
    assert (parcel.weight, versions) == (2.5, ["HTTP/2"])
    assert server.request.headers["authorization"] == f"Bearer {TOKEN}"
    assert server.request.target == "/parcels/1"


def test_an_error(depot: Depot, server: Http2Server, http: Any) -> None:
    """An error has its class, its parsed body and its request id as ever."""
    server.reply(404, json={"message": "lost"}, headers={"X-Request-Id": "r1"})
    with pytest.raises(depot.package.NotFoundError, match="404 Not Found: lost") as caught:
        depot(server.url, retrieve, http)
    assert (caught.value.body.message, caught.value.request_id) == ("lost", "r1")


def test_a_retry_after_an_error(depot: Depot, server: Http2Server, http: Any) -> None:
    """What fails is sent again over the same connection."""
    server.reply(503, headers={"Retry-After": "0"}).reply(json=PARCEL)
    assert depot(server.url, retrieve, http).id == 1
    assert (len(server.requests), server.connections) == (2, 1)


def test_a_retry_after_a_reset(depot: Depot, server: Http2Server, http: Any) -> None:
    """A stream that the server resets is a broken connection: it is tried again, or is that error."""
    server.drop().reply(json=PARCEL).drop()
    assert depot(server.url, retrieve, http, max_retries=1).id == 1
    with pytest.raises(depot.package.APIConnectionError, match="no answer from https://127"):
        depot(server.url, retrieve, http, max_retries=0)


def test_a_stream(depot: Depot, server: Http2Server, http: Any) -> None:
    """Events come one by one, each before the next is sent."""
    chunks = [b'data: {"place": "a"}\n\n', b'data: {"place": "b"}\n\n']
    server.reply(chunks=chunks, pause=0.05, content_type=SSE)

    async def places(client: Any) -> list[str]:
        async with entered(await settled(client.parcels.watch(1))) as movements:
            return [movement.place async for movement in each(movements)]

    assert depot(server.url, places, http) == ["a", "b"]


# httpx2 itself leaves a generator to chance here, of which trio warns and asyncio does not.
@pytest.mark.parametrize("depot", ["sync", "asyncio"], indirect=True)
def test_a_stream_that_is_left_early(depot: Depot, server: Http2Server, http: Any) -> None:
    """Leaving a stream gives its place on the connection back to the calls that follow."""
    server.reply(chunks=[b'data: {"place": "a"}\n\n'] * 3, content_type=SSE).reply(json=PARCEL)

    async def leave(client: Any) -> Any:
        async with (
            entered(await settled(client.parcels.watch(1))) as movements,
            aclosing(each(movements)) as one_by_one,
        ):
            first = await anext(one_by_one)
        return first.place, (await retrieve(client)).id

    assert depot(server.url, leave, http) == ("a", 1)
    assert server.connections == 1


@pytest.mark.parametrize("given", ["bytes", "chunks"])
def test_a_large_upload(depot: Depot, server: Http2Server, http: Any, given: str) -> None:
    """A body beyond the window of the connection arrives whole, whether or not its size is known."""
    piece = bytes(range(256)) * 256
    count = LARGE // len(piece)
    server.reply(204)

    async def upload(client: Any) -> Any:
        body = piece * count if given == "bytes" else (piece for _ in range(count))
        return await settled(client.parcels.write_label(1, body=body))

    assert depot(server.url, upload, http) is None
    assert server.request.body == piece * count
    assert server.request.headers["content-type"] == "image/png"
    assert "transfer-encoding" not in server.request.headers


def test_a_large_download(depot: Depot, server: Http2Server, http: Any) -> None:
    """An answer beyond the window of the connection arrives whole."""
    picture = bytes(range(256)) * 512 * 256
    server.reply(body=picture, content_type="image/png")

    async def download(client: Any) -> Any:
        return await settled(client.parcels.read_label(1))

    assert depot(server.url, download, http) == picture


@pytest.mark.parametrize("depot", ["asyncio", "trio"], indirect=True)
def test_calls_at_once_share_a_connection(depot: Depot, server: Http2Server, http: Any) -> None:
    """Calls that run at the same time need one connection, also where no more are allowed."""
    server.always(json=PARCEL)

    async def many(client: Any) -> None:
        async with anyio.create_task_group() as tasks:
            for _ in range(20):
                tasks.start_soon(client.parcels.retrieve, 1)

    depot(server.url, many, {**http, "limits": httpx2.Limits(max_connections=1)})
    assert (len(server.requests), server.connections) == (20, 1)


def test_without_http2_there_is_no_answer(depot: Depot, server: Http2Server, http: Any) -> None:
    """The server speaks nothing else: a client of HTTP/1.1 alone gets an error, not a value."""
    with pytest.raises(depot.package.APIConnectionError):
        depot(server.url, retrieve, {**http, "http2": False}, max_retries=0)
    assert server.requests == []
