"""The runtime as a package, a server, and a client at it, in each of three ways of running."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import anyio
import pytest

from tests.support.server import RecordingServer

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "templates"))

from tests.runtime.petshop import (
    AsyncPetshopClient,
    PetshopClient,
)

API_KEY = "sk-very-secret"


@dataclass
class Shop:
    """Calls the petshop with a fresh client: `shop(lambda client: client.pets.retrieve(1))`.

    `options` are the client's arguments. The client does not sleep: `sleeps` has how long it would.
    """

    server: RecordingServer
    backend: str
    sleeps: list[float] = field(default_factory=list)

    def __call__(self, action: Callable[[Any], Any], **options: Any) -> Any:
        options = {"api_key": API_KEY, "shop": "main", "base_url": self.server.url} | options
        if self.backend == "sync":
            return self._call(action, options)
        return anyio.run(self._call_async, action, options, backend=self.backend)

    def _call(self, action: Callable[[Any], Any], options: dict[str, Any]) -> Any:
        sleeps = self.sleeps

        class Client(PetshopClient):
            async def _sleep(self, seconds: float) -> None:
                sleeps.append(seconds)

        with Client(**options) as client:
            return action(client)

    async def _call_async(self, action: Callable[[Any], Any], options: dict[str, Any]) -> Any:
        sleeps = self.sleeps

        class Client(AsyncPetshopClient):
            async def _sleep(self, seconds: float) -> None:
                sleeps.append(seconds)

        async with Client(**options) as client:
            return await action(client)


@pytest.fixture
def server() -> Iterator[RecordingServer]:
    with RecordingServer() as server:
        yield server


@pytest.fixture(params=["sync", "asyncio", "trio"])
def shop(request: pytest.FixtureRequest, server: RecordingServer) -> Shop:
    return Shop(server, request.param)


@pytest.fixture
def sync_shop(server: RecordingServer) -> Shop:
    """Return a shop for what does not depend on how the client runs."""
    return Shop(server, "sync")


@pytest.fixture(autouse=True)
def _no_variables(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith("PETSHOP_")]:
        monkeypatch.delenv(name)
