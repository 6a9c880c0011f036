"""What tests do alike with sync and async clients."""

from __future__ import annotations

import inspect
from collections.abc import Awaitable, Iterable
from typing import Any

PET = {"id": 1, "name": "Bo"}


def each(*results: Any) -> Any:
    """Return the results of several calls, one after the other."""
    return _await_each(results) if any(map(inspect.isawaitable, results)) else list(results)


async def _await_each(results: Iterable[Awaitable[Any]]) -> list[Any]:
    return [await result for result in results]


def everything(pages: Any) -> Any:
    """Return all items that iterating over a page or pages yields."""
    return _collect(pages) if hasattr(pages, "__aiter__") else list(pages)


async def _collect(pages: Any) -> list[Any]:
    return [item async for item in pages]
