"""The operations of `client.insights.sharing`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from .._operations import insights_sharing as operations
from .._runtime.client import AsyncResource, Resource
from .._runtime.values import NOT_GIVEN

if TYPE_CHECKING:
    from .._runtime.values import NotGiven
    from ..models import InsightsSharingListResponse, SharingConfiguration
    from .insights_sharing_passwords import AsyncInsightsSharingPasswords, InsightsSharingPasswords


class InsightsSharing(Resource):
    """Operations of `client.insights.sharing`."""

    @cached_property
    def passwords(self) -> InsightsSharingPasswords:
        """Operations of `client.insights.sharing.passwords`."""
        from .insights_sharing_passwords import InsightsSharingPasswords

        return InsightsSharingPasswords(self._client)

    def list(self, insight_id: int) -> InsightsSharingListResponse:
        """List sharing configurations.

        Return how the insight is shared outside PostHog: whether sharing is on, the token of its
        public link, and the passwords that open it.

        The answer is a plain list and does not page.

        Args:
            insight_id: Numeric id of the insight that this belongs to, not its short id.

        Returns:
            The sharing configurations of the insight.
        """
        return self._call(operations.LIST, locals())

    def refresh(
        self,
        insight_id: int,
        *,
        enabled: bool | NotGiven = NOT_GIVEN,
        settings: Any | NotGiven = NOT_GIVEN,
        password_required: bool | NotGiven = NOT_GIVEN,
    ) -> SharingConfiguration:
        """Replace the sharing token.

        Give the shared insight a new access token and return the sharing configuration.

        Links and embeds made with the previous token stop working.

        Args:
            insight_id: Numeric id of the insight that this belongs to, not its short id.
            enabled: Whether the public link is to work.
            settings: Display options of the shared page, an object or null. PostHog does not
                document them.
            password_required: Whether visitors are to enter one of the passwords.

        Returns:
            The sharing configuration with its new token.
        """
        return self._call(operations.REFRESH, locals())


class AsyncInsightsSharing(AsyncResource):
    """Operations of `client.insights.sharing`."""

    @cached_property
    def passwords(self) -> AsyncInsightsSharingPasswords:
        """Operations of `client.insights.sharing.passwords`."""
        from .insights_sharing_passwords import AsyncInsightsSharingPasswords

        return AsyncInsightsSharingPasswords(self._client)

    async def list(self, insight_id: int) -> InsightsSharingListResponse:
        """List sharing configurations.

        Return how the insight is shared outside PostHog: whether sharing is on, the token of its
        public link, and the passwords that open it.

        The answer is a plain list and does not page.

        Args:
            insight_id: Numeric id of the insight that this belongs to, not its short id.

        Returns:
            The sharing configurations of the insight.
        """
        return await self._call(operations.LIST, locals())

    async def refresh(
        self,
        insight_id: int,
        *,
        enabled: bool | NotGiven = NOT_GIVEN,
        settings: Any | NotGiven = NOT_GIVEN,
        password_required: bool | NotGiven = NOT_GIVEN,
    ) -> SharingConfiguration:
        """Replace the sharing token.

        Give the shared insight a new access token and return the sharing configuration.

        Links and embeds made with the previous token stop working.

        Args:
            insight_id: Numeric id of the insight that this belongs to, not its short id.
            enabled: Whether the public link is to work.
            settings: Display options of the shared page, an object or null. PostHog does not
                document them.
            password_required: Whether visitors are to enter one of the passwords.

        Returns:
            The sharing configuration with its new token.
        """
        return await self._call(operations.REFRESH, locals())
