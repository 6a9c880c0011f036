"""How the operations of `client.pets` travel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.operation import Operation, Path, Reply

if TYPE_CHECKING:
    from ..models import Pet

RETRIEVE: Operation[Pet] = Operation(
    name="pets.retrieve",
    method="GET",
    path="/shops/{shop_id}/pets",
    parameters=(Path("shop_id"),),
    responses=(Reply("200", "application/json", "Pet"),),
    security=(("token",), ("username", "password"), ("api_key", "tenant_id")),
)
