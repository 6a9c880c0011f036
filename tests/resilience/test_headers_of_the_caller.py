"""What the caller says of headers goes before what a client makes up."""

from __future__ import annotations

from typing import Any

from tests.resilience.conftest import ENTRY, Ledger

MINE = {"Idempotency-Key": "mine"}


def create(client: Any) -> Any:
    return client.entries.create(amount=2)


def test_an_idempotency_key_among_the_headers_of_some_calls(ledger: Ledger) -> None:
    """A key given by with_options(headers=...) is sent, and none is made."""
    ledger.server.reply(201, json=ENTRY)
    ledger(lambda client: create(client.with_options(headers=MINE)))
    assert ledger.server.request.headers["idempotency-key"] == "mine"


def test_an_idempotency_key_among_the_headers_of_the_client(ledger: Ledger) -> None:
    """A key given to the client is sent, and none is made."""
    ledger.server.reply(201, json=ENTRY)
    ledger(create, headers=MINE)
    assert ledger.server.request.headers["idempotency-key"] == "mine"
