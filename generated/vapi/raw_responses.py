"""The operations of the clients, answering with status, headers and content beside the result."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ._runtime.client import async_raw_response, raw_response

if TYPE_CHECKING:
    from .client import AsyncVapiClient, VapiClient
    from .resources.insight import AsyncInsight, Insight


class VapiClientWithRawResponse:
    """`VapiClient` with raw responses."""

    def __init__(self, client: VapiClient) -> None:
        self._client = client

    @cached_property
    def insight(self) -> InsightWithRawResponse:
        return InsightWithRawResponse(self._client.insight)


class InsightWithRawResponse:
    """`Insight` with raw responses."""

    def __init__(self, resource: Insight) -> None:
        self._resource = resource
        self.run = raw_response(resource.run)


class AsyncVapiClientWithRawResponse:
    """`AsyncVapiClient` with raw responses."""

    def __init__(self, client: AsyncVapiClient) -> None:
        self._client = client

    @cached_property
    def insight(self) -> AsyncInsightWithRawResponse:
        return AsyncInsightWithRawResponse(self._client.insight)


class AsyncInsightWithRawResponse:
    """`AsyncInsight` with raw responses."""

    def __init__(self, resource: AsyncInsight) -> None:
        self._resource = resource
        self.run = async_raw_response(resource.run)
