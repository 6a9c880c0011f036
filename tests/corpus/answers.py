"""Answers made from the schemas of responses, and what must become of them."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

import httpx2
from pydantic import BaseModel
from pydantic_core import to_jsonable_python

from tests.corpus.arguments import is_json, is_text
from tests.corpus.contracts import Answer
from tests.corpus.events import Events, is_streamed, make_events, written
from tests.corpus.maker import Plan, instance, plain
from tests.corpus.schemas import Schemas
from tests.support.server import Recorded

_BYTES = b"\x00\xffbytes"
_TEXT = "some text, \u00fc\n"


def make_answer(answer: Answer, schemas: Schemas, plan: Plan) -> Any:
    """Make the content of an answer: JSON data, events, text or bytes, None where it has none."""
    if answer.media_type is None or answer.schema is None:
        return None
    if is_streamed(answer.media_type):
        return make_events(answer.schema, schemas, plan)
    if is_json(answer.media_type):
        return plain(instance(schemas, answer.schema, plan))
    return _TEXT if is_text(answer.media_type) else _BYTES


def response(answer: Answer, content: Any) -> httpx2.Response:
    """Write an answer as it comes over the wire."""
    if answer.media_type is None:
        return httpx2.Response(answer.status)
    headers = {"content-type": answer.media_type.replace("*", "x")}
    if isinstance(content, Events):
        body = written(answer.media_type, content)
        return httpx2.Response(answer.status, headers=headers, content=body)
    if is_json(answer.media_type):
        text = json.dumps(content)
        return httpx2.Response(answer.status, headers=headers, content=text.encode())
    raw = content.encode() if isinstance(content, str) else content
    return httpx2.Response(answer.status, headers=headers, content=raw)


def accepted(answers: Sequence[Answer], request: Recorded) -> list[Answer]:
    """List the answers that a request says it takes, JSON first."""
    taken = [part.strip().lower() for part in request.headers.get("accept", "*/*").split(",")]
    found = [
        one
        for one in answers
        if one.media_type is None or "*/*" in taken or one.media_type.lower() in taken
    ]
    return sorted(found, key=lambda one: not is_json(one.media_type or "application/json"))


def dumped(value: Any) -> Any:
    """Give a result as the JSON data that it stands for, under the names on the wire."""
    match value:
        case BaseModel():
            return value.model_dump(mode="json", by_alias=True, exclude_unset=True)
        case Mapping():
            return {key: dumped(one) for key, one in value.items()}
        case list() | tuple():
            return [dumped(one) for one in value]
        case bytes():
            return value
        case _:
            return to_jsonable_python(value, by_alias=True)
