"""A client with credentials of every kind, and a server that repeats what it was sent."""

from __future__ import annotations

import asyncio
import logging
import traceback
from base64 import b64encode
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from types import ModuleType
from typing import Any
from urllib.parse import quote

import pytest

from tests.hostile_server.servers import hostile
from tests.support.clients import each, entered, settled
from tests.support.expected import TESTS
from tests.support.generation import client_of

SECRET = "hush+/hush~42"
BASIC = b64encode(f"ada:{SECRET}".encode()).decode()
OAUTH = {"client_id": "ada", "client_secret": SECRET}
GIVEN: dict[str, dict[str, str]] = {
    "oauth": OAUTH,
    "bearer": {"token": SECRET},
    "header": {"pin": SECRET},
    "query": {"query_pin": SECRET},
    "cookie": {"visit": SECRET},
    "basic": {"username": "ada", "password": SECRET},
}


async def read(client: Any) -> Any:
    return await settled(client.coins.list())


async def watch(client: Any) -> Any:
    async with entered(await settled(client.coins.watch())) as changes:
        return [change async for change in each(changes)]


async def read_log(client: Any) -> Any:
    async with entered(await settled(client.coins.read_log())) as lines:
        return [line async for line in each(lines)]


async def download(client: Any) -> Any:
    async with entered(client.with_streaming_response.coins.download()) as response:
        return await settled(response.read())


def answer(status: str, body: str = "", *headers: str) -> bytes:
    """Write an answer after which the connection is closed."""
    lines = (f"HTTP/1.1 {status}", *headers, f"Content-Length: {len(body)}", "Connection: close")
    return "\r\n".join((*lines, "", body)).encode()


@dataclass(frozen=True, kw_only=True)
class Told:
    """What an error tells in its message, its repr, its request and its traceback, and all logs."""

    error: str
    logs: str


@dataclass(kw_only=True)
class Vault:
    """Calls a server that gives some answers, with a credential, and collects all that is told."""

    package: ModuleType
    is_async: bool
    credentials: dict[str, Any]
    kind: str
    log: pytest.LogCaptureFixture

    @property
    def said(self) -> str:
        """What a server may repeat of what it was sent."""
        return f"{SECRET} {BASIC}" if self.kind == "basic" else SECRET

    def __call__(self, action: Callable[[Any], Any], *answers: bytes, **options: Any) -> Told:
        """Return what can be seen of a call that fails."""
        token = answer(
            "200 OK", f'{{"access_token": "{SECRET}"}}', "Content-Type: application/json"
        )
        script = iter([token, *answers] if self.kind == "oauth" else answers)
        with (
            self.log.at_level(logging.DEBUG),
            hostile(lambda: [next(script)]) as server,
            pytest.raises(self.package.APIError) as caught,
        ):
            asyncio.run(self._call(action, base_url=server.url, max_retries=0, **options))
        error = caught.value
        told = [str(error), repr(error), *traceback.format_exception(error)]
        if response := getattr(error, "response", None):
            request = response.http_request
            told += [repr(response), repr(request), str(request.url), str(request.headers.raw)]
        return Told(error="".join(told), logs=self.log.text)

    async def _call(self, action: Callable[[Any], Any], **options: Any) -> Any:
        kind = self.package.AsyncVaultClient if self.is_async else self.package.VaultClient
        async with entered(kind(**self.credentials, **options)) as client:
            return await action(client)


def shows(told: str) -> list[str]:
    """List the spellings of the secret that a text shows."""
    spellings = (SECRET, SECRET[:-3], quote(SECRET, safe=""), quote(SECRET), BASIC)
    return [spelling for spelling in spellings if spelling in told]


@pytest.fixture(scope="session")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    """Generate and import the client of the folder's document."""
    base = tmp_path_factory.mktemp("redaction")
    with client_of(TESTS / "redaction" / "vault" / "document.yaml", base, "vault") as package:
        yield package


@pytest.fixture(params=["sync", "async"])
def is_async(request: pytest.FixtureRequest) -> bool:
    return bool(request.param == "async")


@pytest.fixture(params=["as a text", "by a function"])
def by_function(request: pytest.FixtureRequest) -> bool:
    return bool(request.param == "by a function")


@pytest.fixture(params=GIVEN)
def vault(
    request: pytest.FixtureRequest,
    package: ModuleType,
    is_async: bool,  # noqa: FBT001 - a fixture
    by_function: bool,  # noqa: FBT001 - a fixture
    caplog: pytest.LogCaptureFixture,
) -> Vault:
    """A client with a credential of each kind, in each way to give it."""
    given = GIVEN[request.param]
    functions = {name: giving(value, is_async=is_async) for name, value in given.items()}
    return Vault(
        package=package,
        is_async=is_async,
        credentials=functions if by_function else given,
        kind=request.param,
        log=caplog,
    )


def giving(value: str, *, is_async: bool) -> Callable[[], Any]:
    """Return a function that gives a value, of the kind that each client takes."""

    async def later() -> str:
        return value

    return later if is_async else lambda: value
