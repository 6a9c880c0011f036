"""The operations of the clients, each to be used in `with`, answering before the body is read."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ._runtime.downloads import async_streaming_response, streaming_response

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


class PostHogClientWithStreamingResponse:
    """`PostHogClient` with responses that are read bit by bit."""

    def __init__(self, client: PostHogClient) -> None:
        self._client = client

    @cached_property
    def insights(self) -> InsightsWithStreamingResponse:
        return InsightsWithStreamingResponse(self._client.insights)


class InsightsWithStreamingResponse:
    """`Insights` with responses that are read bit by bit."""

    def __init__(self, resource: Insights) -> None:
        self._resource = resource
        self.list = streaming_response(resource.list)
        self.create = streaming_response(resource.create)
        self.retrieve = streaming_response(resource.retrieve)
        self.delete = streaming_response(resource.delete)
        self.update = streaming_response(resource.update)
        self.activity = streaming_response(resource.activity)
        self.analyze = streaming_response(resource.analyze)
        self.all_activity = streaming_response(resource.all_activity)
        self.bulk_update_tags = streaming_response(resource.bulk_update_tags)
        self.cancel = streaming_response(resource.cancel)
        self.generate_metadata = streaming_response(resource.generate_metadata)

    @cached_property
    def sharing(self) -> InsightsSharingWithStreamingResponse:
        return InsightsSharingWithStreamingResponse(self._resource.sharing)

    @cached_property
    def thresholds(self) -> InsightsThresholdsWithStreamingResponse:
        return InsightsThresholdsWithStreamingResponse(self._resource.thresholds)

    @cached_property
    def suggestions(self) -> InsightsSuggestionsWithStreamingResponse:
        return InsightsSuggestionsWithStreamingResponse(self._resource.suggestions)


class InsightsSharingWithStreamingResponse:
    """`InsightsSharing` with responses that are read bit by bit."""

    def __init__(self, resource: InsightsSharing) -> None:
        self._resource = resource
        self.list = streaming_response(resource.list)
        self.refresh = streaming_response(resource.refresh)

    @cached_property
    def passwords(self) -> InsightsSharingPasswordsWithStreamingResponse:
        return InsightsSharingPasswordsWithStreamingResponse(self._resource.passwords)


class InsightsSharingPasswordsWithStreamingResponse:
    """`InsightsSharingPasswords` with responses that are read bit by bit."""

    def __init__(self, resource: InsightsSharingPasswords) -> None:
        self._resource = resource
        self.create = streaming_response(resource.create)
        self.delete = streaming_response(resource.delete)


class InsightsThresholdsWithStreamingResponse:
    """`InsightsThresholds` with responses that are read bit by bit."""

    def __init__(self, resource: InsightsThresholds) -> None:
        self._resource = resource
        self.list = streaming_response(resource.list)
        self.retrieve = streaming_response(resource.retrieve)


class InsightsSuggestionsWithStreamingResponse:
    """`InsightsSuggestions` with responses that are read bit by bit."""

    def __init__(self, resource: InsightsSuggestions) -> None:
        self._resource = resource
        self.retrieve = streaming_response(resource.retrieve)
        self.create = streaming_response(resource.create)


class AsyncPostHogClientWithStreamingResponse:
    """`AsyncPostHogClient` with responses that are read bit by bit."""

    def __init__(self, client: AsyncPostHogClient) -> None:
        self._client = client

    @cached_property
    def insights(self) -> AsyncInsightsWithStreamingResponse:
        return AsyncInsightsWithStreamingResponse(self._client.insights)


class AsyncInsightsWithStreamingResponse:
    """`AsyncInsights` with responses that are read bit by bit."""

    def __init__(self, resource: AsyncInsights) -> None:
        self._resource = resource
        self.list = async_streaming_response(resource.list)
        self.create = async_streaming_response(resource.create)
        self.retrieve = async_streaming_response(resource.retrieve)
        self.delete = async_streaming_response(resource.delete)
        self.update = async_streaming_response(resource.update)
        self.activity = async_streaming_response(resource.activity)
        self.analyze = async_streaming_response(resource.analyze)
        self.all_activity = async_streaming_response(resource.all_activity)
        self.bulk_update_tags = async_streaming_response(resource.bulk_update_tags)
        self.cancel = async_streaming_response(resource.cancel)
        self.generate_metadata = async_streaming_response(resource.generate_metadata)

    @cached_property
    def sharing(self) -> AsyncInsightsSharingWithStreamingResponse:
        return AsyncInsightsSharingWithStreamingResponse(self._resource.sharing)

    @cached_property
    def thresholds(self) -> AsyncInsightsThresholdsWithStreamingResponse:
        return AsyncInsightsThresholdsWithStreamingResponse(self._resource.thresholds)

    @cached_property
    def suggestions(self) -> AsyncInsightsSuggestionsWithStreamingResponse:
        return AsyncInsightsSuggestionsWithStreamingResponse(self._resource.suggestions)


class AsyncInsightsSharingWithStreamingResponse:
    """`AsyncInsightsSharing` with responses that are read bit by bit."""

    def __init__(self, resource: AsyncInsightsSharing) -> None:
        self._resource = resource
        self.list = async_streaming_response(resource.list)
        self.refresh = async_streaming_response(resource.refresh)

    @cached_property
    def passwords(self) -> AsyncInsightsSharingPasswordsWithStreamingResponse:
        return AsyncInsightsSharingPasswordsWithStreamingResponse(self._resource.passwords)


class AsyncInsightsSharingPasswordsWithStreamingResponse:
    """`AsyncInsightsSharingPasswords` with responses that are read bit by bit."""

    def __init__(self, resource: AsyncInsightsSharingPasswords) -> None:
        self._resource = resource
        self.create = async_streaming_response(resource.create)
        self.delete = async_streaming_response(resource.delete)


class AsyncInsightsThresholdsWithStreamingResponse:
    """`AsyncInsightsThresholds` with responses that are read bit by bit."""

    def __init__(self, resource: AsyncInsightsThresholds) -> None:
        self._resource = resource
        self.list = async_streaming_response(resource.list)
        self.retrieve = async_streaming_response(resource.retrieve)


class AsyncInsightsSuggestionsWithStreamingResponse:
    """`AsyncInsightsSuggestions` with responses that are read bit by bit."""

    def __init__(self, resource: AsyncInsightsSuggestions) -> None:
        self._resource = resource
        self.retrieve = async_streaming_response(resource.retrieve)
        self.create = async_streaming_response(resource.create)
