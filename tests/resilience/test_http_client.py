"""What an http client of the user's own does for a client: hooks, proxies, limits, TLS."""

from __future__ import annotations

import ssl
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx2
import pytest

from tests.resilience.conftest import ENTRY, KEY, Ledger
from tests.support.server import RecordingServer

CERTIFICATE = Path(__file__).parent / "ledger" / "certificate.pem"


def retrieve(client: Any) -> Any:
    return client.entries.retrieve(1)


def call(ledger: Ledger, action: Callable[[Any], Any], http: dict[str, Any], **options: Any) -> Any:
    """Call with an http client of these arguments, and close it afterwards."""
    if not ledger.is_async:
        with httpx2.Client(**http) as own:
            return ledger(action, http_client=own, **options)

    async def within(client: Any) -> Any:
        async with client._http:
            return await action(client)

    return ledger(within, http_client=httpx2.AsyncClient(**http), **options)


def hook(ledger: Ledger, function: Callable[[Any], None]) -> Callable[[Any], Any]:
    """Return a hook of the kind that the client's http client awaits, or does not."""

    async def awaited(message: Any) -> None:
        function(message)

    return awaited if ledger.is_async else function


def test_a_hook_before_each_request(ledger: Ledger) -> None:
    """A hook sees each attempt as it is sent, credentials included, and may change it."""
    seen: list[str] = []

    def sign(request: httpx2.Request) -> None:
        seen.append(str(request.url))
        request.headers["X-Signature"] = f"signed {len(seen)}"

    ledger.server.reply(500).reply(json=ENTRY)
    call(ledger, retrieve, {"event_hooks": {"request": [hook(ledger, sign)]}})
    assert [one.headers["x-signature"] for one in ledger.server.requests] == [
        "signed 1",
        "signed 2",
    ]
    assert seen == [f"{ledger.server.url}/entries/1?k={KEY}"] * 2


def test_a_hook_after_each_response(ledger: Ledger) -> None:
    """A hook sees each answer's status and headers before the body is read."""
    seen: list[tuple[int, str]] = []
    ledger.server.reply(500).reply(json=ENTRY, headers={"X-Quota": "7"})

    def note(response: httpx2.Response) -> None:
        seen.append((response.status_code, response.headers.get("x-quota", "")))

    call(ledger, retrieve, {"event_hooks": {"response": [hook(ledger, note)]}})
    assert seen == [(500, ""), (200, "7")]


def test_a_hook_that_fails_ends_the_call(ledger: Ledger) -> None:
    """What a hook raises comes out of the call as it is."""

    def refuse(_: httpx2.Request) -> None:
        raise PermissionError("not now")

    with pytest.raises(PermissionError, match="not now"):
        call(ledger, retrieve, {"event_hooks": {"request": [hook(ledger, refuse)]}})
    assert ledger.server.requests == []


def test_a_proxy(ledger: Ledger) -> None:
    """Requests go through the proxy of the http client, with the whole URL in their first line."""
    ledger.server.reply(json=ENTRY)
    proxied = {"proxy": ledger.server.url}
    entry = call(ledger, retrieve, proxied, base_url="http://ledger.example", k="a")
    assert entry.amount == 2
    assert ledger.server.request.target == "http://ledger.example/entries/1?k=a"


def test_a_limit_of_connections(ledger: Ledger) -> None:
    """Calls one after the other, whatever comes of them, need no more than one connection."""
    ledger.server.reply(json=ENTRY).reply(404, json={}).reply(json=[]).reply(json=ENTRY)
    errors = (ledger.package.NotFoundError, ledger.package.APIResponseValidationError)

    def all_four(client: Any) -> Any:
        retrieve(client)
        with pytest.raises(errors[0]):
            retrieve(client)
        with pytest.raises(errors[1]):
            retrieve(client)
        return retrieve(client)

    async def awaited(client: Any) -> Any:
        await retrieve(client)
        with pytest.raises(errors[0]):
            await retrieve(client)
        with pytest.raises(errors[1]):
            await retrieve(client)
        return await retrieve(client)

    limits = httpx2.Limits(max_connections=1, max_keepalive_connections=1)
    timeout = httpx2.Timeout(5, pool=0.5)
    action = awaited if ledger.is_async else all_four
    assert call(ledger, action, {"limits": limits}, timeout=timeout).amount == 2
    assert ledger.server.connections == 1


def test_our_own_http_client_keeps_no_cookies(ledger: Ledger) -> None:
    """What a server sets for one call does not travel with the next."""
    ledger.server.reply(json=ENTRY, headers={"Set-Cookie": "session=ada"}).reply(json=ENTRY)

    async def twice(client: Any) -> Any:
        await retrieve(client)
        return await retrieve(client)

    ledger(twice if ledger.is_async else lambda client: (retrieve(client), retrieve(client)))
    assert "cookie" not in ledger.server.requests[1].headers


@pytest.fixture
def strict_server() -> Iterator[RecordingServer]:
    """A server that speaks TLS, and only with those who show a certificate."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(CERTIFICATE)
    context.load_verify_locations(CERTIFICATE)
    context.verify_mode = ssl.CERT_REQUIRED
    with RecordingServer() as server:
        server._server.socket = context.wrap_socket(server._server.socket, server_side=True)
        yield server


def test_mutual_tls(ledger: Ledger, strict_server: RecordingServer) -> None:
    """An http client with a certificate is let in by a server that asks for one."""
    context = ssl.create_default_context(cafile=str(CERTIFICATE))
    context.load_cert_chain(CERTIFICATE)
    strict_server.reply(json=ENTRY)
    url = strict_server.url.replace("http:", "https:")
    assert call(ledger, retrieve, {"verify": context}, base_url=url).amount == 2


def test_without_a_certificate_there_is_no_answer(
    ledger: Ledger, strict_server: RecordingServer
) -> None:
    """Who shows no certificate is told apart from who gets an answer."""
    context = ssl.create_default_context(cafile=str(CERTIFICATE))
    url = strict_server.url.replace("http:", "https:")
    with pytest.raises(ledger.package.APIConnectionError):
        call(ledger, retrieve, {"verify": context}, base_url=url, max_retries=0)
    assert strict_server.requests == []


@pytest.mark.parametrize("ledger", ["asyncio", "trio"], indirect=True)
def test_an_alert_after_the_handshake_is_no_answer(ledger: Ledger) -> None:
    """A TLS alert that comes in place of an answer is an APIConnectionError."""

    def alert(_: httpx2.Request) -> httpx2.Response:
        raise ssl.SSLError("certificate required")

    with pytest.raises(ledger.package.APIConnectionError, match="certificate required"):
        call(ledger, retrieve, {"transport": httpx2.MockTransport(alert)})


def test_threads_are_no_more_than_before(ledger: Ledger) -> None:
    """Neither client starts threads that outlive it."""
    ledger.server.reply(json=ENTRY)
    before = {one.name for one in threading.enumerate() if "process_request" not in one.name}
    ledger(retrieve)
    after = {one.name for one in threading.enumerate() if "process_request" not in one.name}
    assert after == before
