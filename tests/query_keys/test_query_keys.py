"""A key in the query goes along wherever the client goes on within its API's own origin."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest

from tests.support.clients import each, entered, settled
from tests.support.expected import TESTS
from tests.support.generation import client_of
from tests.support.server import RecordingServer

KEY = "a/b"
PETS = [{"id": 1}]


@dataclass(frozen=True, kw_only=True)
class Shop:
    """Runs an action with a client that has a key, as a text or by a function."""

    package: Any
    server: RecordingServer
    is_async: bool
    key: Any

    def __call__(self, action: Callable[[Any], Awaitable[Any]]) -> list[list[tuple[str, str]]]:
        """Return the queries that arrived."""
        asyncio.run(self._run(action))
        return [one.pairs for one in self.server.requests]

    async def _run(self, action: Callable[[Any], Awaitable[Any]]) -> None:
        kind = self.package.AsyncShopClient if self.is_async else self.package.ShopClient
        async with entered(kind(key=self.key, base_url=self.server.url)) as client:
            await action(client)


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    base = tmp_path_factory.mktemp("query_keys")
    with client_of(TESTS / "query_keys" / "shop" / "document.yaml", base, "shop") as package:
        yield package


@pytest.fixture(params=["sync", "async"])
def is_async(request: pytest.FixtureRequest) -> Any:
    return request.param == "async"


@pytest.fixture(params=[KEY, lambda: KEY], ids=["as a text", "by a function"])
def shop(request: pytest.FixtureRequest, package: Any, is_async: Any) -> Iterator[Shop]:
    with RecordingServer() as server:
        yield Shop(package=package, server=server, is_async=is_async, key=request.param)


async def read_all(client: Any) -> None:
    async for _ in each(client.pets.list(limit=1)):
        pass


async def get(client: Any) -> None:
    await settled(client.pets.get(1))


def test_the_next_page(shop: Shop) -> None:
    """A link to the next page that does not repeat the key is followed with it."""
    shop.server.reply(json={"results": PETS, "next": "/pets?from=2"}).reply(json={"results": PETS})
    assert shop(read_all) == [[("limit", "1"), ("key", KEY)], [("from", "2"), ("key", KEY)]]


def test_a_link_that_has_the_key(shop: Shop) -> None:
    """A link that repeats the key has it once."""
    shop.server.reply(json={"results": PETS, "next": "/pets?from=2&key=a%2Fb"})
    shop.server.reply(json={"results": PETS})
    assert sorted(shop(read_all)[1]) == [("from", "2"), ("key", KEY)]


def test_a_redirect(shop: Shop) -> None:
    """A redirect within the origin is followed with the key."""
    shop.server.reply(302, headers={"Location": "/pets/2"}).reply(json={"id": 2})
    assert shop(get) == [[("key", KEY)]] * 2
