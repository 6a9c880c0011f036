"""How the operations of `client.insights.suggestions` travel."""

from __future__ import annotations

from typing import Any

from .._runtime.operation import Fields, Operation, Path, Query, Reply

RETRIEVE: Operation[Any] = Operation(
    name="insights.suggestions.retrieve",
    method="GET",
    path="/api/environments/{environment_id}/insights/{id}/suggestions/",
    parameters=(Path("environment_id"), Path("id"), Query("format")),
    responses=(
        Reply("200", "application/json", None),
        Reply("429", "application/json", "ErrorResponse"),
        Reply("4XX", "application/json", "ErrorResponse"),
    ),
    security=(("api_key",),),
)

CREATE: Operation[Any] = Operation(
    name="insights.suggestions.create",
    method="POST",
    path="/api/environments/{environment_id}/insights/{id}/suggestions/",
    parameters=(Path("environment_id"), Path("id"), Query("format")),
    body=Fields("application/json", "InsightRequest", required=False),
    responses=(
        Reply("200", "application/json", None),
        Reply("429", "application/json", "ErrorResponse"),
        Reply("4XX", "application/json", "ErrorResponse"),
    ),
    security=(("api_key",),),
)
