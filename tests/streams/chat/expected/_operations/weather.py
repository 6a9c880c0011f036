"""How the operations of `client.weather` travel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.events import Events, StreamedOperation
from .._runtime.operation import Query, Reply

if TYPE_CHECKING:
    from ..models import Part, WeatherReadResponse

READ: StreamedOperation[Part, WeatherReadResponse] = StreamedOperation(
    name="weather.read",
    method="GET",
    path="/weather",
    parameters=(Query("stream"),),
    responses=(Reply("200", "application/json", "WeatherReadResponse"),),
    security=(("token",),),
    selector="stream",
    choices={"true": "application/x-ndjson"},
    events=Events("application/x-ndjson", "Part"),
)
