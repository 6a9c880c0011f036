"""The operations of `client.insights.thresholds`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._operations import insights_thresholds as operations
from .._runtime.client import AsyncResource, Resource
from .._runtime.pagination import AsyncPages, Page
from .._runtime.values import NOT_GIVEN

if TYPE_CHECKING:
    from uuid import UUID

    from .._runtime.pagination import AsyncPages, Page
    from .._runtime.values import NotGiven
    from ..models import PaginatedThresholdList, Threshold


class InsightsThresholds(Resource):
    """Operations of `client.insights.thresholds`."""

    def list(
        self,
        insight_id: int,
        *,
        limit: int | NotGiven = NOT_GIVEN,
        offset: int | NotGiven = NOT_GIVEN,
    ) -> Page[Threshold, PaginatedThresholdList]:
        """List alert thresholds.

        Return the thresholds that alerts on this insight compare its values with, a page at a time.

        Args:
            insight_id: Numeric id of the insight that this belongs to, not its short id.
            limit: How many entries to return in one page.
            offset: How many entries to skip before the page begins.

        Returns:
            One page of thresholds.
        """
        return Page.first(self._client, operations.LIST, locals())

    def retrieve(self, insight_id: int, id: UUID) -> Threshold:
        """Retrieve an alert threshold.

        Return one threshold of the insight with its bounds and the alerts that use it.

        Args:
            insight_id: Numeric id of the insight that this belongs to, not its short id.
            id: Id of the threshold, a UUID.

        Returns:
            The threshold.
        """
        return self._call(operations.RETRIEVE, locals())


class AsyncInsightsThresholds(AsyncResource):
    """Operations of `client.insights.thresholds`."""

    def list(
        self,
        insight_id: int,
        *,
        limit: int | NotGiven = NOT_GIVEN,
        offset: int | NotGiven = NOT_GIVEN,
    ) -> AsyncPages[Threshold, PaginatedThresholdList]:
        """List alert thresholds.

        Return the thresholds that alerts on this insight compare its values with, a page at a time.

        Args:
            insight_id: Numeric id of the insight that this belongs to, not its short id.
            limit: How many entries to return in one page.
            offset: How many entries to skip before the page begins.

        Returns:
            One page of thresholds.
        """
        return AsyncPages(self._client, operations.LIST, locals())

    async def retrieve(self, insight_id: int, id: UUID) -> Threshold:
        """Retrieve an alert threshold.

        Return one threshold of the insight with its bounds and the alerts that use it.

        Args:
            insight_id: Numeric id of the insight that this belongs to, not its short id.
            id: Id of the threshold, a UUID.

        Returns:
            The threshold.
        """
        return await self._call(operations.RETRIEVE, locals())
