"""The clients of the LangSmith API."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Literal, Self

from ._runtime.api_keys import ApiKey
from ._runtime.client import AsyncClient, SyncClient
from ._runtime.settings import Bearer, ClientSettings
from ._runtime.values import NOT_GIVEN

if TYPE_CHECKING:
    from collections.abc import Mapping

    import httpx2

    from ._runtime.settings import AsyncCredentialValue, CredentialValue, RetryPolicy
    from ._runtime.values import NotGiven
    from .raw_responses import AsyncLangSmithClientWithRawResponse, LangSmithClientWithRawResponse
    from .resources.tracer_sessions import AsyncTracerSessions, TracerSessions

SETTINGS = ClientSettings(
    title="LangSmith",
    package=__package__,
    environment_prefix="LANGSMITH",
    base_url="https://api.smith.langchain.com",
    user_agent="LangSmith/0.1.0 clientwright",
    credentials=(
        ApiKey({"api_key": "LANGSMITH_API_KEY"}, location="header", name="X-API-Key"),
        ApiKey({"tenant_id": "LANGSMITH_TENANT_ID"}, location="header", name="X-Tenant-Id"),
        Bearer({"token": "LANGSMITH_TOKEN"}),
    ),
    lifted={},
    security=(("api_key",), ("token", "tenant_id")),
)


class LangSmithClient(SyncClient):
    """Synchronous client of the LangSmith API.

    The LangSmith API is used to programmatically create and manage LangSmith resources.

    Args:
        api_key: Key, sent as header `X-API-Key`. Environment variable: `LANGSMITH_API_KEY`.
        tenant_id: Key, sent as header `X-Tenant-Id`. Environment variable: `LANGSMITH_TENANT_ID`.
        token: Bearer tokens are used to authenticate from the UI. Must also specify x-tenant-id or
            x-organization-id (for org scoped apis). Environment variable: `LANGSMITH_TOKEN`.
        base_url: Where the API is, `https://api.smith.langchain.com` by default. Environment
            variable: `LANGSMITH_BASE_URL`.
        timeout: Seconds that a call may take, or an `httpx2.Timeout`; None waits for ever.
        max_retries: How often a call that failed in passing is sent again, or a `RetryPolicy`.
        headers: Headers to send with every call.
        validate: With `"lenient"`, an answer that does not fit its model is returned as it came.
        http_client: A client of your own, which you close yourself.
    """

    _settings = SETTINGS

    def __init__(
        self,
        *,
        api_key: CredentialValue | None = None,
        tenant_id: CredentialValue | None = None,
        token: CredentialValue | None = None,
        base_url: str | None = None,
        timeout: float | httpx2.Timeout | NotGiven | None = NOT_GIVEN,
        max_retries: int | RetryPolicy = 2,
        headers: Mapping[str, str] | None = None,
        validate: Literal["strict", "lenient"] = "strict",
        http_client: httpx2.Client | None = None,
    ) -> None:
        super().__init__(
            credentials={"api_key": api_key, "tenant_id": tenant_id, "token": token},
            lifted={},
            base_url=base_url,
            timeout=timeout,
            max_retries=max_retries,
            headers=headers,
            validate=validate,
            http_client=http_client,
        )

    @cached_property
    def tracer_sessions(self) -> TracerSessions:
        """Operations of `client.tracer_sessions`."""
        from .resources.tracer_sessions import TracerSessions

        return TracerSessions(self)

    @property
    def with_raw_response(self) -> LangSmithClientWithRawResponse:
        """The same operations, answering with status, headers and content beside the result."""
        from .raw_responses import LangSmithClientWithRawResponse

        return LangSmithClientWithRawResponse(self._copy(self._state.changed(raw=True)))

    def with_options(
        self,
        *,
        timeout: float | httpx2.Timeout | NotGiven | None = NOT_GIVEN,
        max_retries: int | RetryPolicy | NotGiven = NOT_GIVEN,
        headers: Mapping[str, str] | None = None,
        validate: Literal["strict", "lenient"] | NotGiven = NOT_GIVEN,
    ) -> Self:
        """Return a client with other settings, which shares this one's connections."""
        state = self._state.changed(
            {},
            timeout=timeout,
            max_retries=max_retries,
            headers=headers,
            validate=validate,
        )
        return self._copy(state)


class AsyncLangSmithClient(AsyncClient):
    """Asynchronous client of the LangSmith API.

    The LangSmith API is used to programmatically create and manage LangSmith resources.

    Args:
        api_key: Key, sent as header `X-API-Key`. Environment variable: `LANGSMITH_API_KEY`.
        tenant_id: Key, sent as header `X-Tenant-Id`. Environment variable: `LANGSMITH_TENANT_ID`.
        token: Bearer tokens are used to authenticate from the UI. Must also specify x-tenant-id or
            x-organization-id (for org scoped apis). Environment variable: `LANGSMITH_TOKEN`.
        base_url: Where the API is, `https://api.smith.langchain.com` by default. Environment
            variable: `LANGSMITH_BASE_URL`.
        timeout: Seconds that a call may take, or an `httpx2.Timeout`; None waits for ever.
        max_retries: How often a call that failed in passing is sent again, or a `RetryPolicy`.
        headers: Headers to send with every call.
        validate: With `"lenient"`, an answer that does not fit its model is returned as it came.
        http_client: A client of your own, which you close yourself.
    """

    _settings = SETTINGS

    def __init__(
        self,
        *,
        api_key: AsyncCredentialValue | None = None,
        tenant_id: AsyncCredentialValue | None = None,
        token: AsyncCredentialValue | None = None,
        base_url: str | None = None,
        timeout: float | httpx2.Timeout | NotGiven | None = NOT_GIVEN,
        max_retries: int | RetryPolicy = 2,
        headers: Mapping[str, str] | None = None,
        validate: Literal["strict", "lenient"] = "strict",
        http_client: httpx2.AsyncClient | None = None,
    ) -> None:
        super().__init__(
            credentials={"api_key": api_key, "tenant_id": tenant_id, "token": token},
            lifted={},
            base_url=base_url,
            timeout=timeout,
            max_retries=max_retries,
            headers=headers,
            validate=validate,
            http_client=http_client,
        )

    @cached_property
    def tracer_sessions(self) -> AsyncTracerSessions:
        """Operations of `client.tracer_sessions`."""
        from .resources.tracer_sessions import AsyncTracerSessions

        return AsyncTracerSessions(self)

    @property
    def with_raw_response(self) -> AsyncLangSmithClientWithRawResponse:
        """The same operations, answering with status, headers and content beside the result."""
        from .raw_responses import AsyncLangSmithClientWithRawResponse

        return AsyncLangSmithClientWithRawResponse(self._copy(self._state.changed(raw=True)))

    def with_options(
        self,
        *,
        timeout: float | httpx2.Timeout | NotGiven | None = NOT_GIVEN,
        max_retries: int | RetryPolicy | NotGiven = NOT_GIVEN,
        headers: Mapping[str, str] | None = None,
        validate: Literal["strict", "lenient"] | NotGiven = NOT_GIVEN,
    ) -> Self:
        """Return a client with other settings, which shares this one's connections."""
        state = self._state.changed(
            {},
            timeout=timeout,
            max_retries=max_retries,
            headers=headers,
            validate=validate,
        )
        return self._copy(state)
