"""Fakes of the LangSmith API, and made-up models, for tests."""

from __future__ import annotations

from functools import cached_property

from ._runtime.testing.calls import Call as Call
from ._runtime.testing.fakes import Fake, Stub
from ._runtime.testing.fakes import UnexpectedCallError as UnexpectedCallError
from ._runtime.testing.samples import make as make
from .client import AsyncLangSmithClient, LangSmithClient


def fake_langsmith() -> FakeLangSmithClient:
    """Return a fake, to be used in `with`."""
    return FakeLangSmithClient()


class FakeLangSmithClient(Fake[LangSmithClient, AsyncLangSmithClient]):
    """What the API answers, operation by operation; `client` and `async_client` ask it."""

    def __init__(self) -> None:
        super().__init__(LangSmithClient, AsyncLangSmithClient)

    @cached_property
    def tracer_sessions(self) -> FakeTracerSessions:
        return FakeTracerSessions(self)


class FakeTracerSessions:
    """What the operations of `client.tracer_sessions` answer."""

    def __init__(self, fake: FakeLangSmithClient) -> None:
        from ._operations import tracer_sessions as operations

        self._fake = fake
        self.create_insights_job = Stub(fake, operations.CREATE_INSIGHTS_JOB)
