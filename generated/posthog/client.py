"""The clients of the PostHog API."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Literal, Self

from ._runtime.client import AsyncClient, SyncClient
from ._runtime.settings import Bearer, ClientSettings
from ._runtime.values import NOT_GIVEN

if TYPE_CHECKING:
    from collections.abc import Mapping

    import httpx2

    from ._runtime.settings import AsyncCredentialValue, CredentialValue, RetryPolicy
    from ._runtime.values import NotGiven
    from .raw_responses import AsyncPostHogClientWithRawResponse, PostHogClientWithRawResponse
    from .resources.insights import AsyncInsights, Insights

SETTINGS = ClientSettings(
    title="PostHog",
    package=__package__,
    environment_prefix="POSTHOG",
    base_url="https://us.posthog.com",
    user_agent="PostHog/1.0.0 clientwright",
    credentials=(Bearer({"api_key": "POSTHOG_API_KEY"}),),
    lifted={"environment_id": "POSTHOG_ENVIRONMENT_ID"},
    security=(("api_key",),),
)


class PostHogClient(SyncClient):
    """Synchronous client of the PostHog API.

    Insights are the saved charts and queries of a PostHog project: trends, funnels, retention, SQL
    and the rest.

    Args:
        api_key: A personal API key (`phx_...`), made under Settings, Personal API keys, and sent as
            `Authorization: Bearer phx_...`. The key needs the scopes that an operation lists.
            Environment variable: `POSTHOG_API_KEY`.
        environment_id: Id of the environment that holds the insights. Environment variable:
            `POSTHOG_ENVIRONMENT_ID`.
        base_url: Where the API is, `https://us.posthog.com` by default (or
            `https://eu.posthog.com`). Environment variable: `POSTHOG_BASE_URL`.
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
        environment_id: str | None = None,
        base_url: str | None = None,
        timeout: float | httpx2.Timeout | NotGiven | None = NOT_GIVEN,
        max_retries: int | RetryPolicy = 2,
        headers: Mapping[str, str] | None = None,
        validate: Literal["strict", "lenient"] = "strict",
        http_client: httpx2.Client | None = None,
    ) -> None:
        super().__init__(
            credentials={"api_key": api_key},
            lifted={"environment_id": environment_id},
            base_url=base_url,
            timeout=timeout,
            max_retries=max_retries,
            headers=headers,
            validate=validate,
            http_client=http_client,
        )

    @cached_property
    def insights(self) -> Insights:
        """Saved charts and queries, with their sharing, alert thresholds and change history."""
        from .resources.insights import Insights

        return Insights(self)

    @property
    def with_raw_response(self) -> PostHogClientWithRawResponse:
        """The same operations, answering with status, headers and content beside the result."""
        from .raw_responses import PostHogClientWithRawResponse

        return PostHogClientWithRawResponse(self._copy(self._state.changed(raw=True)))

    def with_options(
        self,
        *,
        environment_id: str | NotGiven = NOT_GIVEN,
        timeout: float | httpx2.Timeout | NotGiven | None = NOT_GIVEN,
        max_retries: int | RetryPolicy | NotGiven = NOT_GIVEN,
        headers: Mapping[str, str] | None = None,
        validate: Literal["strict", "lenient"] | NotGiven = NOT_GIVEN,
    ) -> Self:
        """Return a client with other settings, which shares this one's connections."""
        state = self._state.changed(
            {"environment_id": environment_id},
            timeout=timeout,
            max_retries=max_retries,
            headers=headers,
            validate=validate,
        )
        return self._copy(state)


class AsyncPostHogClient(AsyncClient):
    """Asynchronous client of the PostHog API.

    Insights are the saved charts and queries of a PostHog project: trends, funnels, retention, SQL
    and the rest.

    Args:
        api_key: A personal API key (`phx_...`), made under Settings, Personal API keys, and sent as
            `Authorization: Bearer phx_...`. The key needs the scopes that an operation lists.
            Environment variable: `POSTHOG_API_KEY`.
        environment_id: Id of the environment that holds the insights. Environment variable:
            `POSTHOG_ENVIRONMENT_ID`.
        base_url: Where the API is, `https://us.posthog.com` by default (or
            `https://eu.posthog.com`). Environment variable: `POSTHOG_BASE_URL`.
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
        environment_id: str | None = None,
        base_url: str | None = None,
        timeout: float | httpx2.Timeout | NotGiven | None = NOT_GIVEN,
        max_retries: int | RetryPolicy = 2,
        headers: Mapping[str, str] | None = None,
        validate: Literal["strict", "lenient"] = "strict",
        http_client: httpx2.AsyncClient | None = None,
    ) -> None:
        super().__init__(
            credentials={"api_key": api_key},
            lifted={"environment_id": environment_id},
            base_url=base_url,
            timeout=timeout,
            max_retries=max_retries,
            headers=headers,
            validate=validate,
            http_client=http_client,
        )

    @cached_property
    def insights(self) -> AsyncInsights:
        """Saved charts and queries, with their sharing, alert thresholds and change history."""
        from .resources.insights import AsyncInsights

        return AsyncInsights(self)

    @property
    def with_raw_response(self) -> AsyncPostHogClientWithRawResponse:
        """The same operations, answering with status, headers and content beside the result."""
        from .raw_responses import AsyncPostHogClientWithRawResponse

        return AsyncPostHogClientWithRawResponse(self._copy(self._state.changed(raw=True)))

    def with_options(
        self,
        *,
        environment_id: str | NotGiven = NOT_GIVEN,
        timeout: float | httpx2.Timeout | NotGiven | None = NOT_GIVEN,
        max_retries: int | RetryPolicy | NotGiven = NOT_GIVEN,
        headers: Mapping[str, str] | None = None,
        validate: Literal["strict", "lenient"] | NotGiven = NOT_GIVEN,
    ) -> Self:
        """Return a client with other settings, which shares this one's connections."""
        state = self._state.changed(
            {"environment_id": environment_id},
            timeout=timeout,
            max_retries=max_retries,
            headers=headers,
            validate=validate,
        )
        return self._copy(state)
