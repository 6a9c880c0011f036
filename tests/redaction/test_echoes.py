"""A server that repeats a credential does not bring it into errors, tracebacks and logs."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.redaction.conftest import GIVEN, Vault, answer, download, read, read_log, shows, watch

JSON = "Content-Type: application/json"
SSE = "Content-Type: text/event-stream"
LINES = "Content-Type: application/jsonl"

WITHOUT_OAUTH = [kind for kind in GIVEN if kind != "oauth"]

Echoes = dict[str, tuple[Callable[[Any], Any], Callable[[str], bytes]]]


def refused(said: str) -> bytes:
    return answer("403 Forbidden", f'{{"message": "not with {said}"}}', JSON)


def elsewhere(said: str) -> bytes:
    return answer("307 Elsewhere", "", f"Location: https://evil.example/?x={said}")


IN_BODIES: Echoes = {
    "a refusal": (read, refused),
    "a refusal of a stream": (watch, refused),
    "a text": (read, lambda said: answer("500 Oh", f"not {said}", "Content-Type: text/plain")),
    "an unfit value": (read, lambda said: answer("200 OK", f'[{{"value": "{said}"}}]', JSON)),
    "no JSON": (read, lambda said: answer("200 OK", said, JSON)),
    "an unfit event": (
        watch,
        lambda said: answer("200 OK", f'data: {{"value": "{said}"}}\n\n', SSE),
    ),
}
IN_HEADS: Echoes = {
    "a redirect": (read, elsewhere),
    "a redirect of a stream": (watch, elsewhere),
    "a reason": (read, lambda said: answer(f"500 Not with {said}")),
    "a request id": (read, lambda said: answer("500 Oh", "", f"X-Request-Id: {said}")),
    "any header": (
        read,
        lambda said: answer("404 No", "", f"X-Said: {said}", f"Set-Cookie: {said}"),
    ),
}
IN_OPEN_ANSWERS: Echoes = {
    "a refusal of lines": (read_log, refused),
    "a refusal of a download": (download, refused),
    "an unfit line": (read_log, lambda said: answer("200 OK", f'{{"value": "{said}"}}\n', LINES)),
}
IN_EVENTS = {
    "an event that is an error": 'event: error\ndata: {"message": "not SAID"}\n\n',
    "an event with an error": 'data: {"error": {"message": "not SAID"}}\n\n',
    "an event of text": "event: error\ndata: not SAID\n\n",
}


@pytest.mark.parametrize("where", IN_BODIES | IN_HEADS)
def test_errors(vault: Vault, where: str) -> None:
    """Message, repr, request and traceback of an error are without what the server repeats."""
    action, repeats = (IN_BODIES | IN_HEADS)[where]
    assert shows(vault(action, repeats(vault.said)).error) == []


@pytest.mark.parametrize("where", IN_BODIES)
def test_logs(vault: Vault, where: str) -> None:
    """With every logger at DEBUG, what the server repeats in a body is in no log."""
    action, repeats = IN_BODIES[where]
    logs = vault(action, repeats(vault.said)).logs
    assert "HTTP Request: GET" in logs
    assert shows(logs) == []


@pytest.mark.parametrize("vault", WITHOUT_OAUTH, indirect=True)
@pytest.mark.parametrize("where", IN_OPEN_ANSWERS)
def test_answers_that_stay_open(vault: Vault, where: str) -> None:
    """The same holds for lines and downloads, which are read bit by bit."""
    action, repeats = IN_OPEN_ANSWERS[where]
    told = vault(action, repeats(vault.said))
    assert "HTTP Request: GET" in told.logs
    assert shows(told.error) == []
    assert shows(told.logs) == []


@pytest.mark.parametrize("vault", WITHOUT_OAUTH, indirect=True)
@pytest.mark.parametrize("by_function", ["as a text"], indirect=True)
@pytest.mark.parametrize("where", IN_EVENTS)
def test_errors_in_streams(vault: Vault, where: str) -> None:
    """An error that comes in a stream is without what the server repeats."""
    told = vault(watch, answer("200 OK", IN_EVENTS[where].replace("SAID", vault.said), SSE))
    assert "the stream ended with an error: not ***" in told.error
    assert shows(told.error) == []
    assert shows(told.logs) == []
