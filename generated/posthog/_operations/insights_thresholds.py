"""How the operations of `client.insights.thresholds` travel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.operation import Operation, Path, Query, Reply
from .._runtime.pagination import NextLink, PagedOperation

if TYPE_CHECKING:
    from ..models import PaginatedThresholdList, Threshold

LIST: PagedOperation[Threshold, PaginatedThresholdList] = PagedOperation(
    name="insights.thresholds.list",
    method="GET",
    path="/api/environments/{environment_id}/insights/{insight_id}/thresholds/",
    parameters=(Path("environment_id"), Path("insight_id"), Query("limit"), Query("offset")),
    responses=(
        Reply("200", "application/json", "PaginatedThresholdList"),
        Reply("429", "application/json", "ErrorResponse"),
        Reply("4XX", "application/json", "ErrorResponse"),
    ),
    security=(("api_key",),),
    items="results",
    turn=NextLink(next="next"),
)

RETRIEVE: Operation[Threshold] = Operation(
    name="insights.thresholds.retrieve",
    method="GET",
    path="/api/environments/{environment_id}/insights/{insight_id}/thresholds/{id}/",
    parameters=(Path("environment_id"), Path("insight_id"), Path("id")),
    responses=(
        Reply("200", "application/json", "Threshold"),
        Reply("429", "application/json", "ErrorResponse"),
        Reply("4XX", "application/json", "ErrorResponse"),
    ),
    security=(("api_key",),),
)
