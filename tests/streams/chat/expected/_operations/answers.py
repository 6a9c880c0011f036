"""How the operations of `client.answers` travel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.events import Events, StreamedOperation
from .._runtime.operation import Fields, Path, Reply

if TYPE_CHECKING:
    from ..models import Answer, AnswersProgressEvent, AnswersWordsEvent, Change, Log, Part

CREATE: StreamedOperation[Part, Answer] = StreamedOperation(
    name="answers.create",
    method="POST",
    path="/answers",
    parameters=(),
    body=Fields("application/json", "Question"),
    responses=(
        Reply("200", "application/json", "Answer"),
        Reply("429", "application/json", "Problem"),
    ),
    security=(("token",),),
    selector="stream",
    choices={"true": "text/event-stream"},
    events=Events("text/event-stream", "Part"),
)

CHANGES: StreamedOperation[Change, None] = StreamedOperation(
    name="answers.changes",
    method="GET",
    path="/answers/{id}/changes",
    parameters=(Path("id"),),
    accept="text/event-stream",
    responses=(Reply("200", "text/event-stream", "Change"),),
    security=(("token",),),
    events=Events("text/event-stream", "Change", fields=("data", "event")),
)

LOGS: StreamedOperation[Log, None] = StreamedOperation(
    name="answers.logs",
    method="GET",
    path="/answers/{id}/logs",
    parameters=(Path("id"),),
    accept="application/jsonl",
    responses=(Reply("200", "application/jsonl", "Log"),),
    security=(("token",),),
    events=Events("application/jsonl", "Log"),
)

PROGRESS: StreamedOperation[AnswersProgressEvent, None] = StreamedOperation(
    name="answers.progress",
    method="GET",
    path="/answers/{id}/progress",
    parameters=(Path("id"),),
    accept="text/event-stream",
    responses=(Reply("200", "text/event-stream", "AnswersProgressEvent"),),
    security=(("token",),),
    events=Events("text/event-stream", "AnswersProgressEvent", fields=("data", "event")),
)

WORDS: StreamedOperation[AnswersWordsEvent, None] = StreamedOperation(
    name="answers.words",
    method="GET",
    path="/answers/{id}/words",
    parameters=(Path("id"),),
    accept="text/event-stream",
    responses=(Reply("200", "text/event-stream", "AnswersWordsEvent"),),
    security=(("token",),),
    events=Events(
        "text/event-stream", "AnswersWordsEvent", fields=("data", "id", "retry"), is_text=True
    ),
)
