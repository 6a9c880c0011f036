"""The client of a small document, a server, and three ways of calling."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from types import ModuleType
from typing import Any

import anyio
import pytest

from tests.support.expected import TESTS
from tests.support.generation import client_of
from tests.support.server import RecordingServer

KEY = "very-secret-key"
ENTRY = {"id": 1, "amount": 2}


@dataclass(kw_only=True)
class Ledger:
    """Calls with a fresh client that does not sleep: `sleeps` has how long it would."""

    package: ModuleType
    server: RecordingServer
    backend: str
    sleeps: list[float] = field(default_factory=list)

    @property
    def is_async(self) -> bool:
        """Whether calls are awaited."""
        return self.backend != "sync"

    def __call__(self, action: Callable[[Any], Any], **options: Any) -> Any:
        options = {"k": KEY, "base_url": self.server.url, **options}
        if self.is_async:
            return anyio.run(self._call_async, action, options, backend=self.backend)
        return self._call(action, options)

    def _call(self, action: Callable[[Any], Any], options: dict[str, Any]) -> Any:
        async def sleep(_: Any, seconds: float) -> None:
            self.sleeps.append(seconds)

        kind = type("Client", (self.package.LedgerClient,), {"_sleep": sleep})
        with kind(**options) as client:
            return action(client)

    async def _call_async(self, action: Callable[[Any], Any], options: dict[str, Any]) -> Any:
        async def sleep(_: Any, seconds: float) -> None:
            self.sleeps.append(seconds)

        kind = type("Client", (self.package.AsyncLedgerClient,), {"_sleep": sleep})
        async with kind(**options) as client:
            result = action(client)
            return await result if inspect.isawaitable(result) else result


@pytest.fixture(scope="session")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    """Generate and import the client of the folder's document."""
    base = tmp_path_factory.mktemp("resilience")
    with client_of(TESTS / "resilience" / "ledger" / "document.yaml", base, "ledger") as package:
        yield package


@pytest.fixture
def server() -> Iterator[RecordingServer]:
    with RecordingServer() as server:
        yield server


@pytest.fixture(params=["sync", "asyncio", "trio"])
def ledger(request: pytest.FixtureRequest, package: ModuleType, server: RecordingServer) -> Ledger:
    return Ledger(package=package, server=server, backend=request.param)
