"""How the operations of `client.answers` travel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.events import Events, StreamedOperation
from .._runtime.operation import Fields, Query, Reply

if TYPE_CHECKING:
    from ..models import Answer, Part

ASK: StreamedOperation[Part, Answer] = StreamedOperation(
    name="answers.ask",
    method="POST",
    path="/answers",
    parameters=(),
    body=Fields("application/json", "AnswersAskRequest"),
    responses=(Reply("200", "application/json", "Answer"),),
    security=(),
    selector="stream",
    choices={"true": "text/event-stream", "": "text/event-stream"},
    events=Events("text/event-stream", "Part"),
)

LATEST: StreamedOperation[Part, Answer] = StreamedOperation(
    name="answers.latest",
    method="GET",
    path="/answers/latest",
    parameters=(Query("stream"),),
    responses=(Reply("200", "application/json", "Answer"),),
    security=(),
    selector="stream",
    choices={"true": "text/event-stream", "": "text/event-stream"},
    events=Events("text/event-stream", "Part"),
)
