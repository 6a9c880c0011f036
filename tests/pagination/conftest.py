"""The clients of this folder's documents, each made once, in both ways of running."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest

from tests.support.expected import TESTS
from tests.support.generation import generate_below, imported
from tests.support.server import RecordingServer

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

HERE = TESTS / "pagination"


@dataclass
class Play:
    """Runs an action on a fresh client of a document: `play("offset", lambda client: ...)`."""

    server: RecordingServer
    package: Callable[[str], Any]
    is_async: bool

    def __call__(self, kind: str, action: Callable[[Any], Any]) -> Any:
        package = self.package(kind)
        if self.is_async:
            return asyncio.run(self._call_async(package, action))
        with package.ShopClient(base_url=self.server.url) as client:
            return action(client)

    def error(self, kind: str) -> type[Exception]:
        """Give the error with which a list of a client may end."""
        error: type[Exception] = self.package(kind).PaginationError
        return error

    async def _call_async(self, package: Any, action: Callable[[Any], Any]) -> Any:
        async with package.AsyncShopClient(base_url=self.server.url) as client:
            return await action(client)


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Generate the client of a document when it is first asked for."""
    base = tmp_path_factory.mktemp("pagination")

    @cache
    def made(kind: str) -> Path:
        return generate_below(base, HERE / kind / "document.yaml", kind)

    return made


@pytest.fixture(scope="session")
def package(folder: Callable[[str], Path]) -> Iterator[Callable[[str], Any]]:
    """Import the client of a document."""
    with ExitStack() as stack:
        yield cache(lambda kind: stack.enter_context(imported(folder(kind))))


@pytest.fixture
def server() -> Iterator[RecordingServer]:
    with RecordingServer() as server:
        yield server


@pytest.fixture(params=["sync", "async"])
def play(
    request: pytest.FixtureRequest, server: RecordingServer, package: Callable[[str], Any]
) -> Play:
    return Play(server, package, request.param == "async")
