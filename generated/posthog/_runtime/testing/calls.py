"""Calls that reached a fake."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cached_property
from typing import Any
from urllib.parse import parse_qsl

import httpx2

from ..operation import HIDDEN, hidden_url
from ..settings import ClientState
from ..values import is_json

_LONGEST_TEXT = 1000


class Call:
    """A request as it was sent, with its credentials replaced, and the arguments it was made of."""

    def __init__(self, request: httpx2.Request, state: ClientState) -> None:
        self.name: str = request.extensions["operation"].name
        self.arguments: Mapping[str, Any] = request.extensions["arguments"]
        self.method = request.method
        self.url = hidden_url(request.url, state.settings.hides)
        sent, hides = request.headers, state.settings.hides
        pairs = [(k, HIDDEN if hides(k) else v) for k, v in sent.multi_items()]
        self.headers = httpx2.Headers(pairs, encoding=sent.encoding)
        self.content = request.content

    def __repr__(self) -> str:
        return f"<Call {self}>"

    def __str__(self) -> str:
        texts = ", ".join(f"{name}={value!r}" for name, value in self.arguments.items())
        shown = texts if len(texts) <= _LONGEST_TEXT else f"{texts[:_LONGEST_TEXT]}…"
        return f"{self.name}({shown})"

    @cached_property
    def body(self) -> Any:
        """The body: JSON as data, a form as its fields, text as `str`; None where there is none."""
        media_type = self.headers.get("content-type", "")
        if not self.content:
            return None
        if is_json(media_type):
            return json.loads(self.content)
        if media_type.startswith("application/x-www-form-urlencoded"):
            return dict(parse_qsl(self.content.decode(), keep_blank_values=True))
        return self.content.decode() if media_type.startswith("text/") else self.content
