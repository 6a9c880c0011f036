"""Fakes of the Shop API, and made-up models, for tests."""

from __future__ import annotations

from functools import cached_property

from ._runtime.testing.calls import Call as Call
from ._runtime.testing.fake_pages import PagesStub
from ._runtime.testing.fake_streams import StreamStub
from ._runtime.testing.fakes import Fake, Stub
from ._runtime.testing.fakes import UnexpectedCallError as UnexpectedCallError
from ._runtime.testing.samples import make as make
from .client import AsyncShopClient, ShopClient


def fake_shop() -> FakeShopClient:
    """Return a fake, to be used in `with`."""
    return FakeShopClient()


class FakeShopClient(Fake[ShopClient, AsyncShopClient]):
    """What the API answers, operation by operation; `client` and `async_client` ask it."""

    def __init__(self) -> None:
        super().__init__(ShopClient, AsyncShopClient)

    @cached_property
    def animals(self) -> FakeAnimals:
        return FakeAnimals(self)

    @cached_property
    def client_(self) -> FakeClientResource:
        return FakeClientResource(self)


class FakeAnimals:
    """What the operations of `client.animals` answer."""

    def __init__(self, fake: FakeShopClient) -> None:
        from ._operations import animals as operations

        self._fake = fake
        self.list = PagesStub(fake, operations.LIST)
        self.create = Stub(fake, operations.CREATE)
        self.retrieve = Stub(fake, operations.RETRIEVE)
        self.delete = Stub(fake, operations.DELETE)
        self.photo = Stub(fake, operations.PHOTO)
        self.watch = StreamStub(fake, operations.WATCH)
        self.search = Stub(fake, operations.SEARCH)
        self.loops = Stub(fake, operations.LOOPS)
        self.chains = Stub(fake, operations.CHAINS)


class FakeClientResource:
    """What the operations of `client.client` answer."""

    def __init__(self, fake: FakeShopClient) -> None:
        from ._operations import client as operations

        self._fake = fake
        self.prices = Stub(fake, operations.PRICES)
