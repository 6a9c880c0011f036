"""Calls of all kinds, with either client, each of which tells whether the right value came."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Coroutine
from pathlib import Path
from types import ModuleType
from typing import Any

from tests.soak.plan import FINE, amounts, fate, scan
from tests.support.clients import each, entered, settled


async def create(client: Any, number: int, _: Path) -> bool:
    """Create an entry."""
    return is_right(await settled(client.entries.create(amount=number)), number)


async def retrieve(client: Any, number: int, _: Path) -> bool:
    """Retrieve an entry."""
    return is_right(await settled(client.entries.retrieve(number)), number)


def is_right(entry: Any, number: int) -> bool:
    """Tell whether an entry is the one that was asked for."""
    return bool((entry.id, entry.amount) == (number, 2 * number))


async def watch(client: Any, number: int, _: Path) -> bool:
    """Read a stream to its end."""
    async with entered(await settled(client.entries.watch(number))) as stream:
        return [event.amount async for event in each(stream)] == amounts(number)


async def save(client: Any, number: int, folder: Path) -> bool:
    """Download a file, and remove it."""
    target = folder / str(number)
    async with entered(client.with_streaming_response.entries.save(number)) as response:
        await settled(response.save(target))
    is_whole = target.read_bytes() == scan(number)
    target.unlink()
    return is_whole


async def pages(client: Any, number: int, _: Path) -> bool:
    """Go over the pages of a list."""
    items = client.entries.list(number)
    return [item.amount async for item in each(items)] == amounts(number)


KINDS: dict[str, Callable[[Any, int, Path], Awaitable[bool]]] = {
    "create": create,
    "retrieve": retrieve,
    "watch": watch,
    "save": save,
    "list": pages,
}


async def call(package: ModuleType, client: Any, number: int, folder: Path) -> str:
    """Make the call that a number stands for, and say what came of it."""
    kind = fate(number).call
    try:
        is_fine = await KINDS[kind](client, number, folder)
    except package.APIError as error:
        return type(error).__name__
    return FINE if is_fine else f"wrong: {kind} of {number}"


def now(coroutine: Coroutine[Any, Any, str]) -> str:
    """Run what never waits for a loop, as calls of the synchronous client do not."""
    try:
        coroutine.send(None)
    except StopIteration as stop:
        return str(stop.value)
    raise AssertionError("it waits")
