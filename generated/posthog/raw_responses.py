"""The operations of the clients, answering with status, headers and content beside the result."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ._runtime.client import async_raw_response, raw_response

if TYPE_CHECKING:
    from .client import AsyncPostHogClient, PostHogClient
    from .resources.insights import AsyncInsights, Insights
    from .resources.insights_sharing import AsyncInsightsSharing, InsightsSharing
    from .resources.insights_sharing_passwords import (
        AsyncInsightsSharingPasswords,
        InsightsSharingPasswords,
    )
    from .resources.insights_suggestions import AsyncInsightsSuggestions, InsightsSuggestions
    from .resources.insights_thresholds import AsyncInsightsThresholds, InsightsThresholds


class PostHogClientWithRawResponse:
    """`PostHogClient` with raw responses."""

    def __init__(self, client: PostHogClient) -> None:
        self._client = client

    @cached_property
    def insights(self) -> InsightsWithRawResponse:
        return InsightsWithRawResponse(self._client.insights)


class InsightsWithRawResponse:
    """`Insights` with raw responses."""

    def __init__(self, resource: Insights) -> None:
        self._resource = resource
        self.list = raw_response(resource.list)
        self.create = raw_response(resource.create)
        self.retrieve = raw_response(resource.retrieve)
        self.delete = raw_response(resource.delete)
        self.update = raw_response(resource.update)
        self.activity = raw_response(resource.activity)
        self.analyze = raw_response(resource.analyze)
        self.all_activity = raw_response(resource.all_activity)
        self.bulk_update_tags = raw_response(resource.bulk_update_tags)
        self.cancel = raw_response(resource.cancel)
        self.generate_metadata = raw_response(resource.generate_metadata)

    @cached_property
    def sharing(self) -> InsightsSharingWithRawResponse:
        return InsightsSharingWithRawResponse(self._resource.sharing)

    @cached_property
    def thresholds(self) -> InsightsThresholdsWithRawResponse:
        return InsightsThresholdsWithRawResponse(self._resource.thresholds)

    @cached_property
    def suggestions(self) -> InsightsSuggestionsWithRawResponse:
        return InsightsSuggestionsWithRawResponse(self._resource.suggestions)


class InsightsSharingWithRawResponse:
    """`InsightsSharing` with raw responses."""

    def __init__(self, resource: InsightsSharing) -> None:
        self._resource = resource
        self.list = raw_response(resource.list)
        self.refresh = raw_response(resource.refresh)

    @cached_property
    def passwords(self) -> InsightsSharingPasswordsWithRawResponse:
        return InsightsSharingPasswordsWithRawResponse(self._resource.passwords)


class InsightsSharingPasswordsWithRawResponse:
    """`InsightsSharingPasswords` with raw responses."""

    def __init__(self, resource: InsightsSharingPasswords) -> None:
        self._resource = resource
        self.create = raw_response(resource.create)
        self.delete = raw_response(resource.delete)


class InsightsThresholdsWithRawResponse:
    """`InsightsThresholds` with raw responses."""

    def __init__(self, resource: InsightsThresholds) -> None:
        self._resource = resource
        self.list = raw_response(resource.list)
        self.retrieve = raw_response(resource.retrieve)


class InsightsSuggestionsWithRawResponse:
    """`InsightsSuggestions` with raw responses."""

    def __init__(self, resource: InsightsSuggestions) -> None:
        self._resource = resource
        self.retrieve = raw_response(resource.retrieve)
        self.create = raw_response(resource.create)


class AsyncPostHogClientWithRawResponse:
    """`AsyncPostHogClient` with raw responses."""

    def __init__(self, client: AsyncPostHogClient) -> None:
        self._client = client

    @cached_property
    def insights(self) -> AsyncInsightsWithRawResponse:
        return AsyncInsightsWithRawResponse(self._client.insights)


class AsyncInsightsWithRawResponse:
    """`AsyncInsights` with raw responses."""

    def __init__(self, resource: AsyncInsights) -> None:
        self._resource = resource
        self.list = async_raw_response(resource.list)
        self.create = async_raw_response(resource.create)
        self.retrieve = async_raw_response(resource.retrieve)
        self.delete = async_raw_response(resource.delete)
        self.update = async_raw_response(resource.update)
        self.activity = async_raw_response(resource.activity)
        self.analyze = async_raw_response(resource.analyze)
        self.all_activity = async_raw_response(resource.all_activity)
        self.bulk_update_tags = async_raw_response(resource.bulk_update_tags)
        self.cancel = async_raw_response(resource.cancel)
        self.generate_metadata = async_raw_response(resource.generate_metadata)

    @cached_property
    def sharing(self) -> AsyncInsightsSharingWithRawResponse:
        return AsyncInsightsSharingWithRawResponse(self._resource.sharing)

    @cached_property
    def thresholds(self) -> AsyncInsightsThresholdsWithRawResponse:
        return AsyncInsightsThresholdsWithRawResponse(self._resource.thresholds)

    @cached_property
    def suggestions(self) -> AsyncInsightsSuggestionsWithRawResponse:
        return AsyncInsightsSuggestionsWithRawResponse(self._resource.suggestions)


class AsyncInsightsSharingWithRawResponse:
    """`AsyncInsightsSharing` with raw responses."""

    def __init__(self, resource: AsyncInsightsSharing) -> None:
        self._resource = resource
        self.list = async_raw_response(resource.list)
        self.refresh = async_raw_response(resource.refresh)

    @cached_property
    def passwords(self) -> AsyncInsightsSharingPasswordsWithRawResponse:
        return AsyncInsightsSharingPasswordsWithRawResponse(self._resource.passwords)


class AsyncInsightsSharingPasswordsWithRawResponse:
    """`AsyncInsightsSharingPasswords` with raw responses."""

    def __init__(self, resource: AsyncInsightsSharingPasswords) -> None:
        self._resource = resource
        self.create = async_raw_response(resource.create)
        self.delete = async_raw_response(resource.delete)


class AsyncInsightsThresholdsWithRawResponse:
    """`AsyncInsightsThresholds` with raw responses."""

    def __init__(self, resource: AsyncInsightsThresholds) -> None:
        self._resource = resource
        self.list = async_raw_response(resource.list)
        self.retrieve = async_raw_response(resource.retrieve)


class AsyncInsightsSuggestionsWithRawResponse:
    """`AsyncInsightsSuggestions` with raw responses."""

    def __init__(self, resource: AsyncInsightsSuggestions) -> None:
        self._resource = resource
        self.retrieve = async_raw_response(resource.retrieve)
        self.create = async_raw_response(resource.create)
