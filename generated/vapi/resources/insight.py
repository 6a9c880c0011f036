"""The operations of `client.insight`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._operations import insight as operations
from .._runtime.client import AsyncResource, Resource
from .._runtime.values import NOT_GIVEN

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .._runtime.values import NotGiven
    from ..models import InsightRunFormatPlan, InsightRunResponse, InsightTimeRangeWithStep


class Insight(Resource):
    """Operations of `client.insight`."""

    def run(
        self,
        id: str,
        *,
        format_plan: InsightRunFormatPlan | Mapping[str, Any] | NotGiven = NOT_GIVEN,
        time_range_override: InsightTimeRangeWithStep | Mapping[str, Any] | NotGiven = NOT_GIVEN,
    ) -> InsightRunResponse:
        """Run Insight.

        Args:
            time_range_override: This is the optional time range override for the insight. If
                provided, overrides every field in the insight's timeRange. If this is provided with
                missing fields, defaults will be used, not the insight's timeRange. start default -
                "-7d" end default - "now" step default - "day" For Pie and Text Insights, step will
                be ignored even if provided.
        """
        return self._call(operations.RUN, locals())


class AsyncInsight(AsyncResource):
    """Operations of `client.insight`."""

    async def run(
        self,
        id: str,
        *,
        format_plan: InsightRunFormatPlan | Mapping[str, Any] | NotGiven = NOT_GIVEN,
        time_range_override: InsightTimeRangeWithStep | Mapping[str, Any] | NotGiven = NOT_GIVEN,
    ) -> InsightRunResponse:
        """Run Insight.

        Args:
            time_range_override: This is the optional time range override for the insight. If
                provided, overrides every field in the insight's timeRange. If this is provided with
                missing fields, defaults will be used, not the insight's timeRange. start default -
                "-7d" end default - "now" step default - "day" For Pie and Text Insights, step will
                be ignored even if provided.
        """
        return await self._call(operations.RUN, locals())
