"""A credential that the caller set as a header, and what shows local variables."""

from __future__ import annotations

import asyncio
import traceback
from typing import Any

import pytest

from tests.redaction.conftest import SECRET, Vault, answer, read, shows
from tests.redaction.test_echoes import JSON
from tests.support.clients import entered
from tests.support.server import RecordingServer


@pytest.mark.parametrize("header", ["Authorization", "X-Vault-Pin"])
def test_a_header_of_the_caller(
    package: Any, is_async: Any, caplog: pytest.LogCaptureFixture, header: str
) -> None:
    """A header under the name of a credential is one, and does not come back in an error."""
    value = f"Bearer {SECRET}" if header == "Authorization" else SECRET
    credentials = {"headers": {header: value}}
    vault = Vault(
        package=package, is_async=is_async, credentials=credentials, kind="bearer", log=caplog
    )
    told = vault(read, answer("403 No", f'{{"message": "not {SECRET}"}}', JSON))
    assert shows(told.error) == []


@pytest.mark.parametrize("credential", ["query_pin", "pin", "visit", "token"])
def test_local_variables(package: Any, is_async: Any, credential: str) -> None:
    """A traceback with local variables, as error trackers take it, has none of a credential."""

    async def run(url: str) -> None:
        kind = package.AsyncVaultClient if is_async else package.VaultClient
        async with entered(kind(**{credential: SECRET}, base_url=url)) as client:
            await read(client)

    with RecordingServer() as server:
        server.reply(403, json={"message": "no"})
        with pytest.raises(package.PermissionDeniedError) as caught:
            asyncio.run(run(server.url))
    frames = traceback.TracebackException.from_exception(caught.value, capture_locals=True).stack
    [folder] = package.__path__
    ours = [str(frame.locals) for frame in frames if frame.filename.startswith(folder)]
    assert ours
    assert shows("".join(ours)) == []
