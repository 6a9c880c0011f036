"""Basic credentials as APIs use them that have a key in the place of a user name."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from tests.redaction.conftest import SECRET, Vault, answer, giving, read, shows
from tests.redaction.test_echoes import JSON
from tests.support.clients import entered
from tests.support.server import RecordingServer


@pytest.mark.parametrize("by_function", [False, True])
def test_an_empty_password(package: Any, is_async: Any, *, by_function: bool) -> None:
    """A password may be empty, if it is given."""
    password = giving("", is_async=is_async) if by_function else ""

    async def run(url: str) -> None:
        kind = package.AsyncVaultClient if is_async else package.VaultClient
        async with entered(kind(username="key", password=password, base_url=url)) as client:
            await read(client)

    with RecordingServer() as server:
        server.reply(json=[])
        asyncio.run(run(server.url))
        assert server.request.headers["authorization"] == "Basic a2V5Og=="


def test_a_message_with_an_empty_password(
    package: Any, is_async: Any, caplog: pytest.LogCaptureFixture
) -> None:
    """Where a credential is empty, messages stay readable."""
    credentials = {"username": "key", "password": giving("", is_async=is_async)}
    vault = Vault(
        package=package, is_async=is_async, credentials=credentials, kind="basic", log=caplog
    )
    told = vault(read, answer("403 No", '{"message": "not you"}', JSON))
    assert "GET /coins → 403 Forbidden: not you" in told.error


def test_a_key_as_the_user_name(
    package: Any, is_async: Any, caplog: pytest.LogCaptureFixture
) -> None:
    """A user name is a credential, too: where it is a key, it is not repeated."""
    credentials = {"username": SECRET, "password": "other-secret"}
    vault = Vault(
        package=package, is_async=is_async, credentials=credentials, kind="basic", log=caplog
    )
    told = vault(read, answer("403 No", f'{{"message": "not {SECRET}"}}', JSON))
    assert shows(told.error) == []
