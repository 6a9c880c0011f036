"""Calls of the client of tests/resilience to a server that means harm."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.hostile_server.servers import Hostile
from tests.resilience.conftest import Ledger, ledger, package, server

__all__ = ["ledger", "package", "server"]

LARGEST = 8 * 1024 * 1024

Retrieve = Callable[..., Any]


@pytest.fixture
def retrieve(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> Retrieve:
    """Call a server without retries; an answer may have 8 MiB."""
    runtime = ledger.package.LedgerClient.__mro__[1], ledger.package.AsyncLedgerClient.__mro__[1]
    monkeypatch.setattr(runtime[0], "largest_answer", LARGEST)
    monkeypatch.setattr(runtime[1], "largest_answer", LARGEST)

    def call(server: Hostile, **options: Any) -> Any:
        options = {"base_url": server.url, "max_retries": 0, **options}
        return ledger(lambda client: client.entries.retrieve(1), **options)

    return call
