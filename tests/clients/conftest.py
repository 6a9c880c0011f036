"""A server, a driver for both ways of calling, and an environment without credentials."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from tests.clients.driver import Driver
from tests.support.server import RecordingServer

_PREFIXES = ("VAPI_", "LANGSMITH_", "POSTHOG_")


@pytest.fixture
def server() -> Iterator[RecordingServer]:
    with RecordingServer() as server:
        yield server


@pytest.fixture(params=["sync", "async"])
def drive(request: pytest.FixtureRequest, server: RecordingServer) -> Driver:
    return Driver(server=server, is_async=request.param == "async")


@pytest.fixture(autouse=True)
def _no_variables(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith(_PREFIXES)]:
        monkeypatch.delenv(name)
