"""A client with streams, downloads and pages, and what is done with it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from types import ModuleType
from typing import Any

import httpx2

from tests.hostile_server.servers import Hostile, whole
from tests.support.clients import entered, settled

KEY = "very-secret-key"
LARGEST = 8 * 1024 * 1024
MEGABYTE = 1024 * 1024

Action = Callable[[Any], Awaitable[Any]]


@dataclass(frozen=True, kw_only=True)
class Feed:
    """Runs an action with a fresh client of one connection, which must be free afterwards."""

    package: ModuleType
    is_async: bool

    def __call__(self, server: Hostile, action: Action, **options: Any) -> Any:
        options = {"k": KEY, "base_url": server.url, "max_retries": 0, **options}
        return asyncio.run(self._run(server, action, options))

    async def _run(self, server: Hostile, action: Action, options: dict[str, Any]) -> Any:
        package = self.package
        own = (httpx2.AsyncClient if self.is_async else httpx2.Client)(
            limits=httpx2.Limits(max_connections=1)
        )
        base = package.AsyncFeedClient if self.is_async else package.FeedClient
        kind = type("Client", (base,), {"largest_answer": LARGEST})
        async with entered(own) as http, entered(kind(http_client=http, **options)) as client:
            try:
                return await action(client)
            finally:
                assert await self._is_free(server, client), "the connection is not given back"

    async def _is_free(self, server: Hostile, client: Any) -> bool:
        """Tell whether the next call is answered as ever."""
        server.answer, server.pause = (lambda: whole(b'{"alive": true}')), 0
        patient = client.with_options(timeout=httpx2.Timeout(5, pool=1))
        try:
            return bool((await settled(patient.checks.is_alive())).alive)
        except self.package.APIConnectionError:
            return False
