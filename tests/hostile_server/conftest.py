"""Calls of the clients of tests/resilience and of this folder to a server that means harm."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable, Iterator
from types import ModuleType
from typing import Any

import pytest

from tests.hostile_server.feeds import LARGEST, Feed
from tests.hostile_server.readers import Reader, changes, events, lines
from tests.hostile_server.servers import Hostile
from tests.resilience.conftest import Ledger, ledger, package, server
from tests.support.expected import TESTS
from tests.support.generation import client_of

__all__ = ["ledger", "package", "server"]

Retrieve = Callable[..., Any]
Peak = Callable[[], int]


@pytest.fixture
def retrieve(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> Retrieve:
    """Call a server without retries; an answer may have 8 MiB."""
    runtime = ledger.package.LedgerClient.__mro__[1], ledger.package.AsyncLedgerClient.__mro__[1]
    monkeypatch.setattr(runtime[0], "largest_answer", LARGEST)
    monkeypatch.setattr(runtime[1], "largest_answer", LARGEST)

    def call(server: Hostile, **options: Any) -> Any:
        options = {"base_url": server.url, "max_retries": 0, **options}
        return ledger(lambda client: client.entries.retrieve(1), **options)

    return call


@pytest.fixture(scope="session")
def feed_package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    """Generate and import the client of the folder's document."""
    base = tmp_path_factory.mktemp("hostile_server")
    with client_of(TESTS / "hostile_server" / "feed" / "document.yaml", base, "feed") as package:
        yield package


@pytest.fixture(params=["sync", "async"])
def feed(request: pytest.FixtureRequest, feed_package: ModuleType) -> Feed:
    return Feed(package=feed_package, is_async=request.param == "async")


@pytest.fixture(params=[events, changes, lines])
def reader(request: pytest.FixtureRequest) -> Reader:
    made: Callable[[], Reader] = request.param
    return made()


@pytest.fixture
def peak() -> Iterator[Peak]:
    """Tell the most memory that was in use at once since the test began."""
    tracemalloc.start()
    yield lambda: tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
