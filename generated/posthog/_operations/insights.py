"""How the operations of `client.insights` travel."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._runtime.operation import Fields, Operation, Path, Query, Reply
from .._runtime.pagination import NextLink, PagedOperation

if TYPE_CHECKING:
    from ..models import (
        ActivityLogEntry,
        ActivityLogPage,
        BulkUpdateTagsResponse,
        Insight,
        PaginatedInsightList,
    )

LIST: PagedOperation[Insight, PaginatedInsightList] = PagedOperation(
    name="insights.list",
    method="GET",
    path="/api/environments/{environment_id}/insights/",
    parameters=(
        Path("environment_id"),
        Query("basic"),
        Query("created_by"),
        Query("created_date_from"),
        Query("created_date_to"),
        Query("dashboards"),
        Query("date_from"),
        Query("date_to"),
        Query("favorited"),
        Query("format"),
        Query("insight"),
        Query("last_viewed_date_from"),
        Query("last_viewed_date_to"),
        Query("limit"),
        Query("offset"),
        Query("refresh"),
        Query("saved"),
        Query("search"),
        Query("short_id"),
        Query("tags"),
        Query("user"),
    ),
    responses=(
        Reply("200", "application/json", "PaginatedInsightList"),
        Reply("200", "text/csv", str),
        Reply("429", "application/json", "ErrorResponse"),
        Reply("4XX", "application/json", "ErrorResponse"),
    ),
    security=(("api_key",),),
    selector="format",
    choices={"json": "application/json", "csv": "text/csv"},
    items="results",
    turn=NextLink(next="next"),
)

CREATE: Operation[Insight | str] = Operation(
    name="insights.create",
    method="POST",
    path="/api/environments/{environment_id}/insights/",
    parameters=(Path("environment_id"), Query("format")),
    body=Fields("application/json", "InsightRequest"),
    responses=(
        Reply("201", "application/json", "Insight"),
        Reply("201", "text/csv", str),
        Reply("429", "application/json", "ErrorResponse"),
        Reply("4XX", "application/json", "ErrorResponse"),
    ),
    security=(("api_key",),),
    selector="format",
    choices={"json": "application/json", "csv": "text/csv"},
)

RETRIEVE: Operation[Insight | str] = Operation(
    name="insights.retrieve",
    method="GET",
    path="/api/environments/{environment_id}/insights/{id}/",
    parameters=(
        Path("environment_id"),
        Path("id"),
        Query("filters_override"),
        Query("format"),
        Query("from_dashboard"),
        Query("refresh"),
        Query("variables_override"),
    ),
    responses=(
        Reply("200", "application/json", "Insight"),
        Reply("200", "text/csv", str),
        Reply("429", "application/json", "ErrorResponse"),
        Reply("4XX", "application/json", "ErrorResponse"),
    ),
    security=(("api_key",),),
    selector="format",
    choices={"json": "application/json", "csv": "text/csv"},
)

DELETE: Operation[None] = Operation(
    name="insights.delete",
    method="DELETE",
    path="/api/environments/{environment_id}/insights/{id}/",
    parameters=(Path("environment_id"), Path("id"), Query("format")),
    responses=(
        Reply("405"),
        Reply("429", "application/json", "ErrorResponse"),
        Reply("4XX", "application/json", "ErrorResponse"),
    ),
    security=(("api_key",),),
)

UPDATE: Operation[Insight | str] = Operation(
    name="insights.update",
    method="PATCH",
    path="/api/environments/{environment_id}/insights/{id}/",
    parameters=(Path("environment_id"), Path("id"), Query("format")),
    body=Fields("application/json", "InsightRequest"),
    responses=(
        Reply("200", "application/json", "Insight"),
        Reply("200", "text/csv", str),
        Reply("429", "application/json", "ErrorResponse"),
        Reply("4XX", "application/json", "ErrorResponse"),
    ),
    security=(("api_key",),),
    selector="format",
    choices={"json": "application/json", "csv": "text/csv"},
)

ACTIVITY: PagedOperation[ActivityLogEntry, ActivityLogPage] = PagedOperation(
    name="insights.activity",
    method="GET",
    path="/api/environments/{environment_id}/insights/{id}/activity/",
    parameters=(Path("environment_id"), Path("id"), Query("format"), Query("limit"), Query("page")),
    responses=(
        Reply("200", "application/json", "ActivityLogPage"),
        Reply("200", "text/csv", str),
        Reply("429", "application/json", "ErrorResponse"),
        Reply("4XX", "application/json", "ErrorResponse"),
    ),
    security=(("api_key",),),
    selector="format",
    choices={"json": "application/json", "csv": "text/csv"},
    items="results",
    turn=NextLink(next="next"),
)

ANALYZE: Operation[Any] = Operation(
    name="insights.analyze",
    method="GET",
    path="/api/environments/{environment_id}/insights/{id}/analyze/",
    parameters=(Path("environment_id"), Path("id"), Query("format")),
    responses=(
        Reply("200", "application/json", None),
        Reply("429", "application/json", "ErrorResponse"),
        Reply("4XX", "application/json", "ErrorResponse"),
    ),
    security=(("api_key",),),
)

ALL_ACTIVITY: PagedOperation[ActivityLogEntry, ActivityLogPage] = PagedOperation(
    name="insights.all_activity",
    method="GET",
    path="/api/environments/{environment_id}/insights/activity/",
    parameters=(Path("environment_id"), Query("format"), Query("limit"), Query("page")),
    responses=(
        Reply("200", "application/json", "ActivityLogPage"),
        Reply("200", "text/csv", str),
        Reply("429", "application/json", "ErrorResponse"),
        Reply("4XX", "application/json", "ErrorResponse"),
    ),
    security=(("api_key",),),
    selector="format",
    choices={"json": "application/json", "csv": "text/csv"},
    items="results",
    turn=NextLink(next="next"),
)

BULK_UPDATE_TAGS: Operation[BulkUpdateTagsResponse | str] = Operation(
    name="insights.bulk_update_tags",
    method="POST",
    path="/api/environments/{environment_id}/insights/bulk_update_tags/",
    parameters=(Path("environment_id"), Query("format")),
    body=Fields("application/json", "BulkUpdateTagsRequest"),
    responses=(
        Reply("200", "application/json", "BulkUpdateTagsResponse"),
        Reply("200", "text/csv", str),
        Reply("429", "application/json", "ErrorResponse"),
        Reply("4XX", "application/json", "ErrorResponse"),
    ),
    security=(("api_key",),),
    selector="format",
    choices={"json": "application/json", "csv": "text/csv"},
)

CANCEL: Operation[Any] = Operation(
    name="insights.cancel",
    method="POST",
    path="/api/environments/{environment_id}/insights/cancel/",
    parameters=(Path("environment_id"), Query("format")),
    body=Fields("application/json", "InsightRequest", required=False),
    responses=(
        Reply("200", "application/json", None),
        Reply("429", "application/json", "ErrorResponse"),
        Reply("4XX", "application/json", "ErrorResponse"),
    ),
    security=(("api_key",),),
)

GENERATE_METADATA: Operation[Any] = Operation(
    name="insights.generate_metadata",
    method="POST",
    path="/api/environments/{environment_id}/insights/generate_metadata/",
    parameters=(Path("environment_id"), Query("format")),
    body=Fields("application/json", "InsightRequest", required=False),
    responses=(
        Reply("200", "application/json", None),
        Reply("429", "application/json", "ErrorResponse"),
        Reply("4XX", "application/json", "ErrorResponse"),
    ),
    security=(("api_key",),),
)
