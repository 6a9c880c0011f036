"""What is done with open answers, for clients of both kinds."""

from __future__ import annotations

from contextlib import aclosing, suppress
from typing import TYPE_CHECKING, Any

from tests.support.clients import each, entered, settled

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


class _StopError(Exception):
    pass


def downloaded(target: Path, progress: Any) -> Callable[[Any], Any]:
    """Save a scan."""

    async def action(client: Any) -> None:
        opened = client.with_streaming_response.books.download_scan("1")
        async with entered(opened) as response:
            await settled(response.save(target, progress=progress))

    return action


async def lines(client: Any) -> list[str]:
    """Read the catalogue by lines."""
    async with entered(client.with_streaming_response.catalogue.get()) as response:
        return [line async for line in each(response.iter_lines())]


async def read_whole(client: Any) -> tuple[Any, str]:
    """Look at the head of an answer, then read and parse its body."""
    async with entered(client.with_streaming_response.books.get("1")) as response:
        head = response.status_code, response.request_id, response.http_request.url.path
        raw = await settled(response.read())
        return head, raw.parse().title


async def first_chunk(client: Any) -> tuple[Any, bytes]:
    """Read the first bytes of a scan, and leave the block."""
    async with (
        entered(client.with_streaming_response.books.download_scan("1")) as response,
        aclosing(each(response.iter_bytes())) as chunks,
    ):
        return response, await anext(chunks)


async def raising_inside(client: Any) -> Any:
    """Leave the block by an exception, without reading."""
    seen = []
    with suppress(_StopError):
        async with entered(client.with_streaming_response.books.download_scan("1")) as response:
            seen.append(response)
            raise _StopError
    return seen[0]
