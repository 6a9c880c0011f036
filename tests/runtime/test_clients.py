"""Clients as objects: options, copies, closing, threads, and what making one costs."""

from __future__ import annotations

import copy
import pickle
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import anyio
import httpx2
import pytest
from runtime.client import run
from runtime.errors import ConfigurationError
from runtime.values import NOT_GIVEN

from tests.runtime.conftest import Shop
from tests.runtime.helpers import PET, each
from tests.runtime.petshop import AsyncPetshopClient, PetshopClient
from tests.runtime.petshop.client import Pets
from tests.support.server import make_reply

URL = "https://example.com"


def test_connections_are_used_again(shop: Shop) -> None:
    """Calls of a client, and of its copies, share a connection."""
    shop.server.always(json=PET)
    shop(
        lambda client: each(
            client.pets.retrieve(1),
            client.pets.retrieve(2),
            client.with_options(max_retries=0).pets.retrieve(3),
            client.with_raw_response.pets.retrieve(4),
        )
    )
    assert (len(shop.server.requests), shop.server.connections) == (4, 1)


def test_with_options_changes_a_copy(shop: Shop) -> None:
    """with_options sets retries, timeout, headers and lifted parameters of a copy alone."""
    shop.server.reply(json=PET).reply(json=PET)
    shop(
        lambda client: each(
            client.with_options(
                shop="other", headers={"X-A": "2", "X-B": "2"}, timeout=3, max_retries=0
            ).pets.retrieve(1),
            client.pets.retrieve(2),
        ),
        headers={"X-A": "1"},
    )
    other, own = shop.server.requests
    assert (other.path, own.path) == ("/shops/other/pets/1", "/shops/main/pets/2")
    assert (other.headers["x-a"], own.headers["x-a"]) == ("2", "1")
    assert "x-b" not in own.headers


def test_options_left_out_stay_as_they_are() -> None:
    """with_options without arguments changes nothing; None is a timeout, namely none."""
    client = PetshopClient(base_url=URL, timeout=7, max_retries=5, shop="a")
    same = client.with_options()
    assert same._state == client._state
    assert same._state.retries.max_retries == 5
    assert client.with_options(timeout=None)._state.timeout is None


@pytest.mark.parametrize(
    ("timeout", "phases"),
    [
        (NOT_GIVEN, httpx2.Timeout(60, connect=5)),
        (2, httpx2.Timeout(2)),
        (90.0, httpx2.Timeout(90, connect=5)),
        (None, httpx2.Timeout(None)),
        (httpx2.Timeout(9, read=1), httpx2.Timeout(9, read=1)),
    ],
)
def test_a_timeout_limits_each_phase(timeout: Any, phases: httpx2.Timeout) -> None:
    """By default each phase of a request may take 60 seconds, connecting 5; a number replaces 60."""
    seen: list[dict[str, Any]] = []

    def answer(request: httpx2.Request) -> httpx2.Response:
        seen.append(request.extensions["timeout"])
        return httpx2.Response(200, json={})

    http = httpx2.Client(transport=httpx2.MockTransport(answer))
    PetshopClient(base_url=URL, timeout=timeout, http_client=http).status.public()
    assert seen == [phases.as_dict()]


@pytest.mark.parametrize("timeout", [0, -1, float("nan")])
def test_a_timeout_that_leaves_no_time_is_refused(timeout: float) -> None:
    """A timeout that is not above 0 is an error when the client is made."""
    with pytest.raises(ValueError, match="timeout must be more than 0 seconds"):
        PetshopClient(base_url=URL, timeout=timeout)


def test_an_unknown_way_of_validating_is_refused() -> None:
    """A misspelt validate= is an error when the client is made, not silently strict."""
    with pytest.raises(ValueError, match='validate must be "strict" or "lenient", not \'lenien\''):
        PetshopClient(base_url=URL, validate="lenien")  # type: ignore[arg-type]


def test_a_lifted_parameter_comes_from_the_environment(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A client-level parameter is taken from its variable where it is no argument."""
    monkeypatch.setenv("PETSHOP_SHOP", "env/1")
    shop.server.reply(json=PET)
    shop(lambda client: client.pets.retrieve(1), shop=None)
    assert shop.server.request.path == "/shops/env%2F1/pets/1"


def test_a_missing_lifted_parameter_is_an_error_before_any_request(shop: Shop) -> None:
    """A missing client-level parameter is named with its argument and its variable."""
    with pytest.raises(
        ConfigurationError, match="needs shop: pass shop= to the client or set PETSHOP_SHOP"
    ):
        shop(lambda client: client.pets.retrieve(1), shop=None)
    assert shop.server.requests == []


def test_a_closed_client_says_so(sync_shop: Shop) -> None:
    """A call after closing raises a RuntimeError that says it."""
    client = PetshopClient(base_url=sync_shop.server.url, api_key="k", shop="a")
    client.close()
    with pytest.raises(RuntimeError, match="the client has been closed"):
        client.pets.retrieve(1)


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_a_closed_asynchronous_client_says_so(sync_shop: Shop, backend: str) -> None:
    """An awaited call after closing raises a RuntimeError that says it."""
    client = AsyncPetshopClient(base_url=sync_shop.server.url, api_key="k", shop="a")

    async def call() -> None:
        await client.close()
        await client.pets.retrieve(1)

    with pytest.raises(RuntimeError, match="the client has been closed"):
        anyio.run(call, backend=backend)


def test_closing_a_copy_leaves_the_client_open(sync_shop: Shop) -> None:
    """The end of a copy is not the end of the client."""
    sync_shop.server.always(json=PET)

    def use(client: Any) -> Any:
        with client.with_options(max_retries=0) as other:
            other.pets.retrieve(1)
        return client.pets.retrieve(2)

    assert sync_shop(use).id == 1


def test_an_http_client_of_the_user_stays_open(sync_shop: Shop) -> None:
    """An http client that the user brings is used, with its headers, and never closed."""
    sync_shop.server.always(json=PET)
    with httpx2.Client(headers={"X-Own": "1"}) as http:
        sync_shop(lambda client: client.pets.retrieve(1), http_client=http)
        assert not http.is_closed
    assert sync_shop.server.request.headers["x-own"] == "1"


def test_an_asynchronous_http_client_of_the_user_stays_open(sync_shop: Shop) -> None:
    """An asynchronous http client that the user brings is used and never closed."""
    sync_shop.server.always(json=PET)

    async def use() -> bool:
        async with httpx2.AsyncClient(headers={"X-Own": "1"}) as http:
            async with AsyncPetshopClient(
                base_url=sync_shop.server.url, api_key="k", shop="a", http_client=http
            ) as client:
                await client.pets.retrieve(1)
            return http.is_closed

    assert anyio.run(use) is False
    assert sync_shop.server.request.headers["x-own"] == "1"


def test_an_http_client_of_the_other_kind_is_refused() -> None:
    """A synchronous client takes no asynchronous http client."""
    with pytest.raises(TypeError, match=r"an httpx2\.Client, not AsyncClient"):
        PetshopClient(base_url=URL, http_client=httpx2.AsyncClient())  # type: ignore[arg-type]


@pytest.mark.parametrize("duplicate", [pickle.dumps, copy.copy, copy.deepcopy])
@pytest.mark.parametrize("kind", [PetshopClient, AsyncPetshopClient])
def test_a_client_is_not_pickled(duplicate: Any, kind: type[Any]) -> None:
    """Pickling or copying a client says why that is not possible."""
    with pytest.raises(TypeError, match=f"a {kind.__name__} holds connections"):
        duplicate(kind(base_url=URL))


def test_a_header_that_would_break_out_is_refused() -> None:
    """A line break in a header of the user is refused when the client is made."""
    with pytest.raises(ValueError, match="'X-A' contains"):
        PetshopClient(base_url=URL, headers={"X-A": "1\r\nX-B: 2"})


def test_threads_share_a_client(sync_shop: Shop) -> None:
    """A client used by many threads from its first call on gives each its own answer."""
    sync_shop.server.always(json=PET)

    def use(client: Any) -> Any:
        with ThreadPoolExecutor(8) as threads:
            return list(threads.map(client.pets.retrieve, range(40)))

    assert len(sync_shop(use)) == 40
    assert {r.path.rpartition("/")[2] for r in sync_shop.server.requests} == set(
        map(str, range(40))
    )


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_tasks_share_a_client(sync_shop: Shop, backend: str) -> None:
    """A client used by many tasks gives each its own answer."""
    sync_shop.server.always(json=PET)
    sync_shop.backend = backend

    async def use(client: Any) -> None:
        async with anyio.create_task_group() as tasks:
            for number in range(20):
                tasks.start_soon(client.pets.retrieve, number)

    sync_shop(use)
    assert len(sync_shop.server.requests) == 20


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_a_cancelled_call_leaves_the_client_usable(sync_shop: Shop, backend: str) -> None:
    """Cancelling a call ends it at once; the next call works."""
    slow, quick = make_reply(delay=5), make_reply(json=PET)
    sync_shop.server.respond(lambda asked: slow if asked.path.endswith("1") else quick)
    sync_shop.backend = backend

    async def use(client: Any) -> Any:
        with anyio.move_on_after(0.1):
            await client.pets.retrieve(1)
        return await client.pets.retrieve(2)

    assert sync_shop(use).id == 1


def test_clients_sleep_for_real() -> None:
    """Between retries the clients really wait: in the thread, or in the event loop."""
    client = AsyncPetshopClient(base_url=URL)
    anyio.run(client._sleep, 0)
    run(PetshopClient(base_url=URL)._sleep(0))


def test_importing_the_runtime_is_cheap() -> None:
    """The runtime itself loads no TLS, no anyio and no models."""
    templates = Path(__file__).resolve().parents[2] / "templates"
    script = (
        "import httpx2, sys; from pydantic import BaseModel, TypeAdapter; before = set(sys.modules);"
        "import runtime.client; print(*sorted(set(sys.modules) - before))"
    )
    loaded = subprocess.run(
        [sys.executable, "-c", script], cwd=templates, capture_output=True, text=True, check=True
    ).stdout.split()
    assert "anyio" not in loaded
    assert len([name for name in loaded if not name.startswith("runtime")]) < 10


class Regional(PetshopClient):
    """A client of the user's own, whose resources need what its constructor took."""

    def __init__(self, region: str, **options: Any) -> None:
        super().__init__(**options)
        self.region = region

    @property
    def pets(self) -> Pets:  # pyright: ignore[reportIncompatibleVariableOverride]  # as users do
        return Pets(self.with_options(headers={"X-Region": self.region}))


@pytest.mark.parametrize(
    "retrieve",
    [
        lambda client: client.pets.retrieve(1),
        lambda client: client.with_raw_response.pets.retrieve(1).parse(),
        lambda client: client.with_options(max_retries=0).pets.retrieve(1),
    ],
    ids=["itself", "raw response", "options"],
)
def test_copies_of_a_subclass_have_its_attributes(sync_shop: Shop, retrieve: Any) -> None:
    """What the constructor of a subclass sets is there in views and copies, too."""
    sync_shop.server.always(json=PET)
    with Regional("eu", base_url=sync_shop.server.url, api_key="k", shop="a") as client:
        assert retrieve(client).id == 1
    assert sync_shop.server.request.headers["x-region"] == "eu"


def test_resources_of_a_copy_are_its_own(sync_shop: Shop) -> None:
    """A resource that the client has made already is not that of its copy."""
    sync_shop.server.always(json=PET)

    def use(client: Any) -> Any:
        client.pets.retrieve(1)
        return client.with_options(shop="other").pets.retrieve(2)

    sync_shop(use)
    assert [one.path for one in sync_shop.server.requests] == [
        "/shops/main/pets/1",
        "/shops/other/pets/2",
    ]
