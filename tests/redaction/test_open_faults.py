"""What a server repeats stays hidden wherever it stands and however it is spelled."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import quote

import pytest

from tests.redaction.conftest import Vault, answer, read, shows, watch
from tests.redaction.test_echoes import IN_EVENTS, IN_HEADS, JSON, SSE, Echoes

CHUNKED = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n"

MALFORMED: Echoes = {
    "a header": (read, lambda said: answer("200 OK", "[]", f"X Said: {said}")),
    "a chunk": (read, lambda said: f"{CHUNKED}{JSON}\r\n\r\n{said}\r\n".encode()),
    "a chunk of a stream": (watch, lambda said: f"{CHUNKED}{SSE}\r\n\r\n{said}\r\n".encode()),
}
MISTYPED: Echoes = {
    "an answer": (read, lambda said: answer("200 OK", "?", f"Content-Type: {said}")),
    "a stream": (watch, lambda said: answer("200 OK", "?", f"Content-Type: text/{said}")),
}
QUOTED: dict[str, Callable[[str], bytes]] = {
    "a body": lambda said: answer("403 No", f'{{"message": "not /x?y={said}"}}', JSON),
    "a redirect": lambda said: answer("302 Found", "", f"Location: https://evil.example/?y={said}"),
}


@pytest.mark.parametrize("where", IN_EVENTS)
def test_an_error_in_a_stream(vault: Vault, where: str) -> None:
    """An error in a stream shows no credential that was waited for, as those of OAuth 2 are."""
    told = vault(watch, answer("200 OK", IN_EVENTS[where].replace("SAID", vault.said), SSE))
    assert "the stream ended with an error" in told.error
    assert shows(told.error) == []


@pytest.mark.parametrize("where", MALFORMED)
def test_what_is_no_http(vault: Vault, where: str) -> None:
    """The error of the http client, which tracebacks show as the cause, quotes no credential."""
    action, repeats = MALFORMED[where]
    assert shows(vault(action, repeats(vault.said)).error) == []


@pytest.mark.parametrize("where", MISTYPED)
def test_a_media_type(vault: Vault, where: str) -> None:
    """The media type that came is told without a credential."""
    action, repeats = MISTYPED[where]
    assert shows(vault(action, repeats(vault.said)).error) == []


@pytest.mark.parametrize("where", QUOTED)
def test_percent_encoded(vault: Vault, where: str) -> None:
    """A credential that comes back percent-encoded, as in a URL, is known again."""
    sent = QUOTED[where](quote(vault.said, safe=""))
    assert shows(vault(read, sent).error) == []


def test_cut_off(vault: Vault) -> None:
    """Where a long text is cut within a credential, nothing is left of it."""
    told = vault(read, answer("403 No", f'{{"message": "{"x" * 290}{vault.said}"}}', JSON))
    assert shows(told.error) == []


@pytest.mark.parametrize("where", IN_HEADS)
def test_logs_of_heads(vault: Vault, where: str) -> None:
    """What the server repeats in a header or reason is not in the client's own log."""
    action, repeats = IN_HEADS[where]
    told = vault(action, repeats(vault.said))
    lines = [line for line in told.logs.splitlines() if " vault" in line]
    assert lines
    assert shows("\n".join(lines)) == []
