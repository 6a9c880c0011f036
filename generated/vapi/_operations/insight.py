"""How the operations of `client.insight` travel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.operation import Fields, Operation, Path, Reply

if TYPE_CHECKING:
    from ..models import InsightRunResponse

RUN: Operation[InsightRunResponse] = Operation(
    name="insight.run",
    method="POST",
    path="/reporting/insight/{id}/run",
    parameters=(Path("id"),),
    body=Fields("application/json", "InsightRunDTO", required=False),
    responses=(Reply("200", "application/json", "InsightRunResponse"),),
    security=(("token",),),
)
