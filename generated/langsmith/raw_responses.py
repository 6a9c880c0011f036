"""The operations of the clients, answering with status, headers and content beside the result."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ._runtime.client import async_raw_response, raw_response

if TYPE_CHECKING:
    from .client import AsyncLangSmithClient, LangSmithClient
    from .resources.tracer_sessions import AsyncTracerSessions, TracerSessions


class LangSmithClientWithRawResponse:
    """`LangSmithClient` with raw responses."""

    def __init__(self, client: LangSmithClient) -> None:
        self._client = client

    @cached_property
    def tracer_sessions(self) -> TracerSessionsWithRawResponse:
        return TracerSessionsWithRawResponse(self._client.tracer_sessions)


class TracerSessionsWithRawResponse:
    """`TracerSessions` with raw responses."""

    def __init__(self, resource: TracerSessions) -> None:
        self._resource = resource
        self.create_insights_job = raw_response(resource.create_insights_job)


class AsyncLangSmithClientWithRawResponse:
    """`AsyncLangSmithClient` with raw responses."""

    def __init__(self, client: AsyncLangSmithClient) -> None:
        self._client = client

    @cached_property
    def tracer_sessions(self) -> AsyncTracerSessionsWithRawResponse:
        return AsyncTracerSessionsWithRawResponse(self._client.tracer_sessions)


class AsyncTracerSessionsWithRawResponse:
    """`AsyncTracerSessions` with raw responses."""

    def __init__(self, resource: AsyncTracerSessions) -> None:
        self._resource = resource
        self.create_insights_job = async_raw_response(resource.create_insights_job)
