"""How the operations of `client.insights.sharing.passwords` travel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.operation import Fields, Operation, Path, Reply

if TYPE_CHECKING:
    from ..models import SharingConfiguration

CREATE: Operation[SharingConfiguration] = Operation(
    name="insights.sharing.passwords.create",
    method="POST",
    path="/api/environments/{environment_id}/insights/{insight_id}/sharing/passwords/",
    parameters=(Path("environment_id"), Path("insight_id")),
    body=Fields("application/json", "SharingConfigurationRequest", required=False),
    responses=(
        Reply("200", "application/json", "SharingConfiguration"),
        Reply("429", "application/json", "ErrorResponse"),
        Reply("4XX", "application/json", "ErrorResponse"),
    ),
    security=(("api_key",),),
)

DELETE: Operation[None] = Operation(
    name="insights.sharing.passwords.delete",
    method="DELETE",
    path="/api/environments/{environment_id}/insights/{insight_id}/sharing/passwords/{password_id}/",
    parameters=(Path("environment_id"), Path("insight_id"), Path("password_id")),
    responses=(
        Reply("204"),
        Reply("429", "application/json", "ErrorResponse"),
        Reply("4XX", "application/json", "ErrorResponse"),
    ),
    security=(("api_key",),),
)
