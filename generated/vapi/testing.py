"""Fakes of the Vapi API, and made-up models, for tests."""

from __future__ import annotations

from functools import cached_property

from ._runtime.testing.calls import Call as Call
from ._runtime.testing.fakes import Fake, Stub
from ._runtime.testing.fakes import UnexpectedCallError as UnexpectedCallError
from ._runtime.testing.samples import make as make
from .client import AsyncVapiClient, VapiClient


def fake_vapi() -> FakeVapiClient:
    """Return a fake, to be used in `with`."""
    return FakeVapiClient()


class FakeVapiClient(Fake[VapiClient, AsyncVapiClient]):
    """What the API answers, operation by operation; `client` and `async_client` ask it."""

    def __init__(self) -> None:
        super().__init__(VapiClient, AsyncVapiClient)

    @cached_property
    def insight(self) -> FakeInsight:
        return FakeInsight(self)


class FakeInsight:
    """What the operations of `client.insight` answer."""

    def __init__(self, fake: FakeVapiClient) -> None:
        from ._operations import insight as operations

        self._fake = fake
        self.run = Stub(fake, operations.RUN)
