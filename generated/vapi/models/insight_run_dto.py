from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field
from typing_extensions import TypeAliasType

from .._runtime.models import Model


class InsightRunDTO(Model):
    format_plan: Annotated[InsightRunFormatPlan | None, Field(alias="formatPlan")] = None
    time_range_override: Annotated[
        InsightTimeRangeWithStep | None, Field(alias="timeRangeOverride")
    ] = None
    """This is the optional time range override for the insight. If provided, overrides every field
    in the insight's timeRange. If this is provided with missing fields, defaults will be used,
    not the insight's timeRange. start default - "-7d" end default - "now" step default - "day"
    For Pie and Text Insights, step will be ignored even if provided.
    """


class InsightRunFormatPlan(Model):
    format: InsightRunFormatPlanFormat | None = None
    """This is the format of the data to return. If not provided, defaults to "raw". Raw provides
    the data as fetched from the database, with formulas evaluated. Recharts provides the data in
    a format that can is ready to be used by recharts.js to render charts.
    """


InsightRunFormatPlanFormat = TypeAliasType("InsightRunFormatPlanFormat", Literal["raw", "recharts"])
"""This is the format of the data to return. If not provided, defaults to "raw". Raw provides the
data as fetched from the database, with formulas evaluated. Recharts provides the data in a
format that can is ready to be used by recharts.js to render charts.
"""


class InsightTimeRangeWithStep(Model):
    step: InsightTimeRangeWithStepStep | None = None
    """This is the group by step for aggregation.

    If not provided, defaults to group by day.
    """

    start: InsightTimeRangeWithStepStart | None = None
    """This is the start date for the time range.

    Should be a valid ISO 8601 date-time string or relative time string. If not provided, defaults
    to the 7 days ago.

    Relative time strings of the format "-{number}{unit}" are allowed.

    Valid units are:
    - d: days
    - h: hours
    - w: weeks
    - m: months
    - y: years
    """

    end: InsightTimeRangeWithStepEnd | None = None
    """This is the end date for the time range.

    Should be a valid ISO 8601 date-time string or relative time string. If not provided, defaults
    to now.

    Relative time strings of the format "-{number}{unit}" are allowed.

    Valid units are:
    - d: days
    - h: hours
    - w: weeks
    - m: months
    - y: years
    """

    timezone: str | None = None
    """This is the timezone you want to set for the query.

    If not provided, defaults to UTC.
    """


InsightTimeRangeWithStepEnd = TypeAliasType("InsightTimeRangeWithStepEnd", str)
"""This is the end date for the time range.

Should be a valid ISO 8601 date-time string or relative time string. If not provided, defaults to
now.

Relative time strings of the format "-{number}{unit}" are allowed.

Valid units are:
- d: days
- h: hours
- w: weeks
- m: months
- y: years
"""


InsightTimeRangeWithStepStart = TypeAliasType("InsightTimeRangeWithStepStart", str)
"""This is the start date for the time range.

Should be a valid ISO 8601 date-time string or relative time string. If not provided, defaults to
the 7 days ago.

Relative time strings of the format "-{number}{unit}" are allowed.

Valid units are:
- d: days
- h: hours
- w: weeks
- m: months
- y: years
"""


InsightTimeRangeWithStepStep = TypeAliasType(
    "InsightTimeRangeWithStepStep",
    Literal["minute", "hour", "day", "week", "month", "quarter", "year"],
)
"""This is the group by step for aggregation.

If not provided, defaults to group by day.
"""
