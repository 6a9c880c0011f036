"""How the operations of `client.pets` travel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.headers import Cookie, Header
from .._runtime.operation import Fields, Operation, Path, Query, Reply, Whole
from .._runtime.styles import Styled

if TYPE_CHECKING:
    from ..models import Pet

CREATE: Operation[Pet] = Operation(
    name="pets.create",
    method="POST",
    path="/shops/{shop}/rooms/{roomNumber}/pets",
    parameters=(
        Query("dry_run"),
        Path("room_number", "roomNumber"),
        Path("shop"),
        Header("x_trace", "X-Trace"),
        Query("ids", write=Styled("pipeDelimited", explode=False)),
        Query("filter", write=Styled("deepObject")),
        Query("raw", write=Styled(content_type="application/json", allow_reserved=True)),
        Cookie("theme"),
    ),
    body=Fields("application/json", "PetRequest"),
    responses=(Reply("200", "application/json", "Pet"),),
    security=(("token",),),
)

REPLACE: Operation[None] = Operation(
    name="pets.replace",
    method="PUT",
    path="/pets",
    parameters=(),
    body=Whole("application/json", "Pets", required=False),
    accept="*/*",
    responses=(Reply("204"),),
    security=(),
)
