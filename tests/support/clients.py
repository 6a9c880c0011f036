"""Calls with the synchronous or the asynchronous client of a generated package."""

from __future__ import annotations

import asyncio
import inspect
import json
from collections.abc import AsyncGenerator, AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from types import ModuleType

Action = Callable[[Any], Any]


@dataclass(frozen=True, kw_only=True)
class Clients:
    """Calls with a fresh client, and awaits where need be: `call(lambda client: client.pets.list())`."""

    package: ModuleType
    url: str
    is_async: bool

    @cached_property
    def manifest(self) -> Any:
        """The manifest of the package."""
        return json.loads(Path(*self.package.__path__, "manifest.json").read_text(encoding="utf-8"))

    def __call__(self, action: Action, **options: Any) -> Any:
        options["base_url"] = self.url
        return asyncio.run(self._call(action, options))

    async def _call(self, action: Action, options: dict[str, Any]) -> Any:
        kind = getattr(self.package, self.manifest["client"]["async" if self.is_async else "sync"])
        async with entered(kind(**options)) as client:
            return await settled(action(client))


async def settled(value: Any) -> Any:
    """Return a value, awaited where need be."""
    return await value if inspect.isawaitable(value) else value


@asynccontextmanager
async def entered(manager: Any) -> AsyncIterator[Any]:
    """Enter a context manager of either kind."""
    if hasattr(manager, "__aenter__"):
        async with manager as value:
            yield value
    else:
        with manager as value:
            yield value


async def each(items: Any) -> AsyncGenerator[Any]:
    """Iterate over something of either kind."""
    if hasattr(items, "__aiter__"):
        async for item in items:
            yield item
    else:
        for item in items:
            yield item
