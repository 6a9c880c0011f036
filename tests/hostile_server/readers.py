"""Readers of the streams of the client of this folder."""

from __future__ import annotations

from contextlib import aclosing
from dataclasses import dataclass, field
from typing import Any

from tests.hostile_server.servers import head
from tests.support.clients import each, entered, settled


@dataclass(kw_only=True)
class Reader:
    """Reads a stream of one of the three kinds; `seen` has what came of it."""

    operation: str
    media_type: str
    prefix: bytes
    suffix: bytes
    seen: list[Any] = field(default_factory=list)

    @property
    def head(self) -> bytes:
        """The beginning of an answer that is such a stream."""
        return head(self.media_type)

    def frame(self, *data: bytes) -> bytes:
        """Return events with these data."""
        return b"".join(self.prefix + one + self.suffix for one in data)

    async def __call__(self, client: Any) -> None:
        """Read to the end."""
        async with entered(await settled(getattr(client.parts, self.operation)())) as stream:
            async for event in each(stream):
                self.seen.append(getattr(event, "data", event))

    async def bare(self, client: Any) -> None:
        """Read to the end, without a block that would close the stream."""
        async for event in each(await settled(getattr(client.parts, self.operation)())):
            self.seen.append(getattr(event, "data", event))

    async def first(self, client: Any) -> None:
        """Read one event, and leave."""
        async with (
            entered(await settled(getattr(client.parts, self.operation)())) as stream,
            aclosing(each(stream)) as events,
        ):
            event = await anext(events)
            self.seen.append(getattr(event, "data", event))

    @property
    def deltas(self) -> list[float]:
        """What the events say."""
        return [part.delta for part in self.seen]


def events() -> Reader:
    """Read the data of server-sent events."""
    kind = "text/event-stream"
    return Reader(operation="events", media_type=kind, prefix=b"data: ", suffix=b"\n\n")


def changes() -> Reader:
    """Read server-sent events with all their members."""
    kind = "text/event-stream"
    return Reader(operation="changes", media_type=kind, prefix=b"data: ", suffix=b"\n\n")


def lines() -> Reader:
    """Read JSON Lines."""
    return Reader(operation="lines", media_type="application/jsonl", prefix=b"", suffix=b"\n")
