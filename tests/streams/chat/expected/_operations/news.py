"""How the operations of `client.news` travel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.events import Events, StreamedOperation
from .._runtime.operation import Operation, Reply

if TYPE_CHECKING:
    from httpx2 import ServerSentEvent

    from ..models import Part

LISTEN: StreamedOperation[ServerSentEvent, None] = StreamedOperation(
    name="news.listen",
    method="GET",
    path="/news",
    parameters=(),
    accept="text/event-stream",
    responses=(Reply("200", "text/event-stream", None),),
    security=(("token",),),
    events=Events("text/event-stream"),
)

LATEST: Operation[Part] = Operation(
    name="news.latest",
    method="GET",
    path="/news/latest",
    parameters=(),
    responses=(Reply("200", "application/json", "Part"),),
    security=(("token",),),
)
