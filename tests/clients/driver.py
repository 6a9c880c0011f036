"""Runs the same action on the synchronous and on the asynchronous client."""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from tests.clients.vendors import Vendor
from tests.support.server import RecordingServer

Action = Callable[[Any], Any]


@dataclass(kw_only=True)
class Driver:
    """Calls with a fresh client: `drive(POSTHOG, lambda client: client.insights.retrieve(1))`.

    `options` are the client's arguments, in place of the vendor's own where they have the same
    name. The client does not sleep before a retry: `sleeps` has how long it would.
    """

    server: RecordingServer
    is_async: bool
    sleeps: list[float] = field(default_factory=list)

    def __call__(self, vendor: Vendor, action: Action, **options: Any) -> Any:
        options = {"base_url": self.server.url, **vendor.options, **options}
        if self.is_async:
            return asyncio.run(self._call_async(vendor, action, options))
        return self._call(vendor, action, options)

    def _call(self, vendor: Vendor, action: Action, options: dict[str, Any]) -> Any:
        async def sleep(_: Any, seconds: float) -> None:
            self.sleeps.append(seconds)

        with _subclass(vendor.sync_client, sleep)(**options) as client:
            return action(client)

    async def _call_async(self, vendor: Vendor, action: Action, options: dict[str, Any]) -> Any:
        async def sleep(_: Any, seconds: float) -> None:
            self.sleeps.append(seconds)

        async with _subclass(vendor.async_client, sleep)(**options) as client:
            result = action(client)
            return await result if inspect.isawaitable(result) else result


def _subclass(kind: type[Any], sleep: Callable[[Any, float], Any]) -> type[Any]:
    return type(kind.__name__, (kind,), {"_sleep": sleep})
