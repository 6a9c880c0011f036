"""Calls that reached a fake, read back from what was sent."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cached_property
from typing import Any
from urllib.parse import parse_qsl, unquote

import httpx2

from ..bodies import Fields
from ..logs import hidden_headers, hidden_url
from ..models import resolve
from ..operation import Operation
from ..parameters import Header
from ..settings import ClientState
from ..values import is_json

_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_LONGEST_TEXT = 1000


class Call:
    """A request as it was sent, with its credentials replaced."""

    def __init__(self, request: httpx2.Request, state: ClientState) -> None:
        self._operation: Operation[Any] = request.extensions["operation"]
        self._state = state
        self.name = self._operation.name
        self.method = request.method
        self.url = hidden_url(request.url, state.hidden)
        self.headers = hidden_headers(request.headers, state.hidden)
        self.content = request.content
        # Cursors are called tokens, too: here only what the document calls a credential is hidden.
        pairs = request.url.params.multi_items()
        self._query = [one for one in pairs if one[0].lower() not in state.hidden]

    def __repr__(self) -> str:
        return f"<Call {self}>"

    def __str__(self) -> str:
        """Spell the call as Python."""
        texts = ", ".join(f"{name}={value!r}" for name, value in self.arguments.items())
        shown = texts if len(texts) <= _LONGEST_TEXT else f"{texts[:_LONGEST_TEXT]}…"
        return f"{self.name}({shown})"

    @cached_property
    def arguments(self) -> dict[str, Any]:
        """The arguments by their names in Python, as far as they can be read back.

        In path, query and headers, what looks like a number or truth value is taken for one; what
        the client adds to all its calls is left out. The fields of a JSON body are as in JSON.
        """
        names = {one.name: one.python_name for one in self._operation.parameters}
        values: dict[str, list[Any]] = {}
        for name, text in (*self._path(), *self._query, *self._headers()):
            values.setdefault(names.get(name, name), []).append(_read(text))
        given = {name: found if found[1:] else found[0] for name, found in values.items()}
        given = {name: value for name, value in given.items() if name not in self._state.lifted}
        return given | self._fields()

    @cached_property
    def body(self) -> Any:
        """The body: JSON as data, a form as pairs, text as `str`; None where there is none."""
        media_type = self.headers.get("content-type", "")
        if not self.content:
            return None
        if is_json(media_type):
            return json.loads(self.content)
        if media_type.startswith("application/x-www-form-urlencoded"):
            return dict(parse_qsl(self.content.decode(), keep_blank_values=True))
        return self.content.decode() if media_type.startswith("text/") else self.content

    def _path(self) -> Iterator[tuple[str, str]]:
        """Yield the path parameters by their names on the wire."""
        parts = _PLACEHOLDER.split(self._operation.path.partition("#")[0].partition("?")[0])
        pattern = "([^/]*)".join(map(re.escape, parts[::2]))
        found = re.search(f"{pattern}$", self.url.raw_path.partition(b"?")[0].decode("ascii"))
        yield from zip(parts[1::2], map(unquote, found.groups() if found else ()), strict=False)

    def _headers(self) -> Iterator[tuple[str, str]]:
        for one in self._operation.parameters:
            if isinstance(one, Header) and one.name in self.headers:
                yield one.name, self.headers[one.name]

    def _fields(self) -> dict[str, Any]:
        """Return the fields of the body by their names in Python, or else the body as one."""
        declared = self._operation.body
        if isinstance(declared, Fields) and isinstance(self.body, dict):
            model: Any = resolve(self._state.settings.package or "", declared.model)
            names = {one.alias: name for name, one in model.model_fields.items() if one.alias}
            return {str(names.get(name, name)): value for name, value in self.body.items()}
        return {} if self.body is None else {"body": self.body}


def _read(text: str) -> Any:
    try:
        value = json.loads(text)
    except ValueError:
        return text
    return value if isinstance(value, int | float) else text
