"""How the operations of `client.insights.sharing` travel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.operation import Fields, Operation, Path, Reply

if TYPE_CHECKING:
    from ..models import InsightsSharingListResponse, SharingConfiguration

LIST: Operation[InsightsSharingListResponse] = Operation(
    name="insights.sharing.list",
    method="GET",
    path="/api/environments/{environment_id}/insights/{insight_id}/sharing/",
    parameters=(Path("environment_id"), Path("insight_id")),
    responses=(
        Reply("200", "application/json", "InsightsSharingListResponse"),
        Reply("429", "application/json", "ErrorResponse"),
        Reply("4XX", "application/json", "ErrorResponse"),
    ),
    security=(("api_key",),),
)

REFRESH: Operation[SharingConfiguration] = Operation(
    name="insights.sharing.refresh",
    method="POST",
    path="/api/environments/{environment_id}/insights/{insight_id}/sharing/refresh/",
    parameters=(Path("environment_id"), Path("insight_id")),
    body=Fields("application/json", "SharingConfigurationRequest", required=False),
    responses=(
        Reply("200", "application/json", "SharingConfiguration"),
        Reply("429", "application/json", "ErrorResponse"),
        Reply("4XX", "application/json", "ErrorResponse"),
    ),
    security=(("api_key",),),
)
