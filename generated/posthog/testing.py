"""Fakes of the PostHog API, and made-up models, for tests."""

from __future__ import annotations

from functools import cached_property

from ._runtime.testing.calls import Call as Call
from ._runtime.testing.fake_pages import PagesStub
from ._runtime.testing.fakes import Fake, Stub
from ._runtime.testing.fakes import UnexpectedCallError as UnexpectedCallError
from ._runtime.testing.samples import make as make
from .client import AsyncPostHogClient, PostHogClient


def fake_posthog() -> FakePostHogClient:
    """Return a fake, to be used in `with`."""
    return FakePostHogClient()


class FakePostHogClient(Fake[PostHogClient, AsyncPostHogClient]):
    """What the API answers, operation by operation; `client` and `async_client` ask it."""

    def __init__(self) -> None:
        super().__init__(PostHogClient, AsyncPostHogClient)

    @cached_property
    def insights(self) -> FakeInsights:
        return FakeInsights(self)


class FakeInsights:
    """What the operations of `client.insights` answer."""

    def __init__(self, fake: FakePostHogClient) -> None:
        from ._operations import insights as operations

        self._fake = fake
        self.list = PagesStub(fake, operations.LIST)
        self.create = Stub(fake, operations.CREATE)
        self.retrieve = Stub(fake, operations.RETRIEVE)
        self.delete = Stub(fake, operations.DELETE)
        self.update = Stub(fake, operations.UPDATE)
        self.activity = PagesStub(fake, operations.ACTIVITY)
        self.analyze = Stub(fake, operations.ANALYZE)
        self.all_activity = PagesStub(fake, operations.ALL_ACTIVITY)
        self.bulk_update_tags = Stub(fake, operations.BULK_UPDATE_TAGS)
        self.cancel = Stub(fake, operations.CANCEL)
        self.generate_metadata = Stub(fake, operations.GENERATE_METADATA)

    @cached_property
    def sharing(self) -> FakeInsightsSharing:
        return FakeInsightsSharing(self._fake)

    @cached_property
    def thresholds(self) -> FakeInsightsThresholds:
        return FakeInsightsThresholds(self._fake)

    @cached_property
    def suggestions(self) -> FakeInsightsSuggestions:
        return FakeInsightsSuggestions(self._fake)


class FakeInsightsSharing:
    """What the operations of `client.insights.sharing` answer."""

    def __init__(self, fake: FakePostHogClient) -> None:
        from ._operations import insights_sharing as operations

        self._fake = fake
        self.list = Stub(fake, operations.LIST)
        self.refresh = Stub(fake, operations.REFRESH)

    @cached_property
    def passwords(self) -> FakeInsightsSharingPasswords:
        return FakeInsightsSharingPasswords(self._fake)


class FakeInsightsSharingPasswords:
    """What the operations of `client.insights.sharing.passwords` answer."""

    def __init__(self, fake: FakePostHogClient) -> None:
        from ._operations import insights_sharing_passwords as operations

        self._fake = fake
        self.create = Stub(fake, operations.CREATE)
        self.delete = Stub(fake, operations.DELETE)


class FakeInsightsThresholds:
    """What the operations of `client.insights.thresholds` answer."""

    def __init__(self, fake: FakePostHogClient) -> None:
        from ._operations import insights_thresholds as operations

        self._fake = fake
        self.list = PagesStub(fake, operations.LIST)
        self.retrieve = Stub(fake, operations.RETRIEVE)


class FakeInsightsSuggestions:
    """What the operations of `client.insights.suggestions` answer."""

    def __init__(self, fake: FakePostHogClient) -> None:
        from ._operations import insights_suggestions as operations

        self._fake = fake
        self.retrieve = Stub(fake, operations.RETRIEVE)
        self.create = Stub(fake, operations.CREATE)
