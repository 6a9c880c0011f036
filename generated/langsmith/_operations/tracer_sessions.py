"""How the operations of `client.tracer_sessions` travel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.operation import Fields, Operation, Path, Reply

if TYPE_CHECKING:
    from ..models import CreateRunClusteringJobResponse

CREATE_INSIGHTS_JOB: Operation[CreateRunClusteringJobResponse] = Operation(
    name="tracer_sessions.create_insights_job",
    method="POST",
    path="/api/v1/sessions/{session_id}/insights",
    parameters=(Path("session_id"),),
    body=Fields("application/json", "CreateRunClusteringJobRequest"),
    responses=(
        Reply("200", "application/json", "CreateRunClusteringJobResponse"),
        Reply("422", "application/json", "HTTPValidationError"),
    ),
    security=(("api_key",), ("token", "tenant_id")),
)
