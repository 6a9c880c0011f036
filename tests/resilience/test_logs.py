"""Logs of the libraries below show no credential either."""

from __future__ import annotations

import logging
from typing import Any

import pytest

from tests.resilience.conftest import ENTRY, KEY, Ledger


def test_a_key_in_the_query_is_hidden_in_all_logs(
    ledger: Ledger, caplog: pytest.LogCaptureFixture
) -> None:
    """With every logger at DEBUG, the key of the document's own query parameter is nowhere."""
    ledger.server.reply(json=ENTRY)
    with caplog.at_level(logging.DEBUG):
        ledger(lambda client: client.entries.retrieve(1))
    assert {record.name.split(".")[0] for record in caplog.records} >= {"httpx2", "httpcore2"}
    assert "/entries/1?k=***" in caplog.text
    assert KEY not in caplog.text


def test_other_requests_are_logged_as_ever(
    ledger: Ledger, caplog: pytest.LogCaptureFixture
) -> None:
    """What httpx2 logs besides URLs stays as it is."""
    ledger.server.reply(json=ENTRY)
    with caplog.at_level(logging.INFO, logger="httpx2"):
        ledger(lambda client: client.entries.retrieve(1))
        logging.getLogger("httpx2").info("a %s", "message")
        logging.getLogger("httpx2").info("no arguments")
    texts: list[Any] = [record.getMessage() for record in caplog.records]
    assert texts[-2:] == ["a message", "no arguments"]
    assert '"HTTP/1.1 200 OK"' in texts[0]
