"""A token of OAuth 2 is fetched for answers that stay open, too."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import pytest

from tests.redaction.conftest import OAUTH, download, read_log, watch
from tests.support.clients import entered
from tests.support.server import Recorded, RecordingServer, Reply, make_reply

ANSWERS = {
    "/oauth/token": make_reply(json={"access_token": "t"}),
    "/coins/changes": make_reply(
        chunks=[b'data: {"value": 1}\n\n'], content_type="text/event-stream"
    ),
    "/coins/log": make_reply(chunks=[b'{"value": 1}\n'], content_type="application/jsonl"),
    "/coins/picture": make_reply(body=b"PNG", content_type="image/png"),
}


@pytest.mark.parametrize("action", [watch, read_log, download])
def test_a_token_is_read_whole(package: Any, is_async: Any, action: Callable[[Any], Any]) -> None:
    """The token's own answer is read at once, whatever becomes of the answer that it is for."""

    def respond(request: Recorded) -> Reply:
        return ANSWERS[request.path]

    async def run(url: str) -> Any:
        kind = package.AsyncVaultClient if is_async else package.VaultClient
        async with entered(kind(**OAUTH, base_url=url)) as client:
            return await action(client)

    with RecordingServer() as server:
        server.respond(respond)
        assert asyncio.run(run(server.url))
        assert server.requests[-1].headers["authorization"] == "Bearer t"
