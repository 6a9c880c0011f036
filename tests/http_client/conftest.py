"""The client of a small document, on an http client of the caller's own, in three ways of running."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from types import ModuleType
from typing import Any

import anyio
import httpx2
import pytest

from tests.support.clients import entered
from tests.support.expected import TESTS
from tests.support.generation import client_of
from tests.support.server import RecordingServer

TOKEN = "very-secret-token"
PARCEL = {"id": 1, "weight": 2.5}


@dataclass(frozen=True, kw_only=True)
class Depot:
    """Runs an action with a client on an http client that is made of `http`, and closes both."""

    package: ModuleType
    backend: str

    @property
    def is_async(self) -> bool:
        """Whether calls are awaited."""
        return self.backend != "sync"

    def __call__(
        self, url: str, action: Callable[[Any], Awaitable[Any]], http: Any = None, **options: Any
    ) -> Any:
        options = {"token": TOKEN, "base_url": url, **options}
        backend = self.backend if self.is_async else "asyncio"
        return anyio.run(self._run, action, http or {}, options, backend=backend)

    async def _run(
        self, action: Callable[[Any], Awaitable[Any]], http: Any, options: dict[str, Any]
    ) -> Any:
        names = ("AsyncClient", "AsyncDepotClient") if self.is_async else ("Client", "DepotClient")
        make, kind = getattr(httpx2, names[0]), getattr(self.package, names[1])
        async with (
            entered(make(**http)) as own,
            entered(kind(http_client=own, **options)) as client,
        ):
            return await action(client)

    def hook(self, function: Callable[[Any], None]) -> Callable[[Any], Any]:
        """Return a hook of the kind that the http client awaits, or does not."""

        async def awaited(message: Any) -> None:
            function(message)

        return awaited if self.is_async else function


@pytest.fixture(scope="session")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    """Generate and import the client of the folder's document."""
    base = tmp_path_factory.mktemp("http_client")
    with client_of(TESTS / "http_client" / "depot" / "document.yaml", base, "depot") as package:
        yield package


@pytest.fixture(params=["sync", "asyncio", "trio"])
def depot(request: pytest.FixtureRequest, package: ModuleType) -> Depot:
    return Depot(package=package, backend=request.param)


@pytest.fixture
def server() -> Iterator[RecordingServer]:
    with RecordingServer() as server:
        yield server
