"""Hooks of the caller's own http client, as the README of each client tells of them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import httpx2
import pytest

from tests.http_client.conftest import PARCEL, TOKEN, Depot
from tests.support.clients import each, entered, settled
from tests.support.server import RecordingServer

SSE = "text/event-stream"
MOVEMENT = b'data: {"place": "a"}\n\n'
AT_ONCE = {"Retry-After": "0"}


async def retrieve(client: Any) -> Any:
    return await settled(client.parcels.retrieve(1))


async def places(client: Any) -> list[str]:
    async with entered(await settled(client.parcels.watch(1))) as movements:
        return [movement.place async for movement in each(movements)]


def hooks(depot: Depot, when: str, function: Any) -> dict[str, Any]:
    """Return what makes an http client with a hook."""
    return {"event_hooks": {when: [depot.hook(function)]}}


def numbering(numbers: list[str]) -> Any:
    """Return a hook that gives each request a number of its own."""

    def number(request: httpx2.Request) -> None:
        numbers.append(request.headers["authorization"])
        request.headers["X-Number"] = str(len(numbers))

    return number


def test_the_code_of_the_readme(
    package: Any, server: RecordingServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The README's http client signs the call as it says, by its hook and through its proxy."""
    readme = Path(*package.__path__, "README.md").read_text(encoding="utf-8")
    [block] = [
        one for one in re.findall(r"```python\n(.*?)```", readme, re.DOTALL) if "sign" in one
    ]
    names = {"DepotClient": package.DepotClient}
    monkeypatch.setenv("DEPOT_BASE_URL", "http://depot.example")
    exec(block.replace("http://proxy.example:3128", server.url), names)  # noqa: S102 - our README
    server.reply(500, headers=AT_ONCE).reply(json=PARCEL)
    with names["http"]:
        assert names["client"].parcels.retrieve(1).id == 1
    assert [one.headers["x-signed"] for one in server.requests] == ["yes", "yes"]
    assert {one.target for one in server.requests} == {"http://depot.example/parcels/1"}


def test_before_each_attempt_to_open_a_stream(depot: Depot, server: RecordingServer) -> None:
    """The request of a stream goes through the hook each time that it is sent, credentials included."""
    server.reply(503, headers=AT_ONCE).drop().reply(chunks=[MOVEMENT], content_type=SSE)
    seen: list[str] = []
    at_once = depot.package.RetryPolicy(first_delay=0.01)
    http = hooks(depot, "request", numbering(seen))
    assert depot(server.url, places, http, max_retries=at_once) == ["a"]
    assert [one.headers["x-number"] for one in server.requests] == ["1", "2", "3"]
    assert seen == [f"Bearer {TOKEN}"] * 3


def test_before_each_redirected_request(depot: Depot, server: RecordingServer) -> None:
    """Where a redirect is followed, the hook sees both requests."""
    server.reply(307, headers={"Location": "/parcels/2"}).reply(json=PARCEL)
    depot(server.url, retrieve, hooks(depot, "request", numbering([])))
    assert [(one.path, one.headers["x-number"]) for one in server.requests] == [
        ("/parcels/1", "1"),
        ("/parcels/2", "2"),
    ]


def test_before_an_upload(depot: Depot, server: RecordingServer) -> None:
    """A hook sees the request of an upload, whose body is not read before it is sent."""
    server.reply(204)

    async def upload(client: Any) -> Any:
        return await settled(client.parcels.write_label(1, body=iter([b"a", b"b"])))

    depot(server.url, upload, hooks(depot, "request", numbering([])))
    assert (server.request.headers["x-number"], server.request.body) == ("1", b"ab")


def test_after_a_stream_has_begun(depot: Depot, server: RecordingServer) -> None:
    """The hook has status and headers of each answer before the first event is read."""
    server.reply(503, headers=AT_ONCE)
    server.reply(chunks=[MOVEMENT] * 2, content_type=SSE, headers={"X-Quota": "7"})
    seen: list[tuple[int, str, bool]] = []

    def note(response: httpx2.Response) -> None:
        quota = response.headers.get("x-quota", "")
        seen.append((response.status_code, quota, response.is_stream_consumed))

    assert depot(server.url, places, hooks(depot, "response", note)) == ["a", "a"]
    assert seen == [(503, "", False), (200, "7", False)]


@pytest.mark.parametrize("act", [retrieve, places])
def test_a_hook_may_read_the_answer(depot: Depot, server: RecordingServer, act: Any) -> None:
    """A hook that reads a body, as one that logs does, takes nothing from the caller."""
    read: list[bytes] = []
    server.reply(500, json={"message": "later"}, headers=AT_ONCE)
    server.reply(
        body=MOVEMENT if act is places else b'{"id": 1, "weight": 2}',
        content_type=SSE if act is places else "application/json",
    )

    async def read_later(response: httpx2.Response) -> None:
        read.append(await response.aread())

    hook = read_later if depot.is_async else lambda response: read.append(response.read())
    depot(server.url, act, {"event_hooks": {"response": [hook]}})
    assert read == [server.sent[0].body, server.sent[1].body]


def test_a_hook_after_the_answer_that_fails(depot: Depot, server: RecordingServer) -> None:
    """What a hook raises comes out as it is, is not retried, and gives the connection back."""
    server.always(json=PARCEL)
    failing = iter([True, False])

    def refuse(_: httpx2.Response) -> None:
        if next(failing):
            raise PermissionError("not so")

    async def twice(client: Any) -> Any:
        with pytest.raises(PermissionError, match="not so"):
            await retrieve(client)
        return await retrieve(client)

    limits = httpx2.Limits(max_connections=1)
    http = {**hooks(depot, "response", refuse), "limits": limits}
    assert depot(server.url, twice, http, timeout=httpx2.Timeout(5, pool=1)).id == 1
    assert len(server.requests) == 2


def test_a_hook_knows_what_was_called(depot: Depot, server: RecordingServer) -> None:
    """The request tells its operation and its arguments, so that a hook can name the call."""
    seen: list[tuple[str, Any]] = []

    def note(request: httpx2.Request) -> None:
        seen.append((request.extensions["operation"].name, request.extensions["arguments"]))

    server.reply(json=PARCEL)
    depot(server.url, retrieve, hooks(depot, "request", note))
    assert seen == [("parcels.retrieve", {"id": 1})]
