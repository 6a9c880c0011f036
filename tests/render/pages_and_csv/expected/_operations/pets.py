"""How the operations of `client.pets` travel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.operation import Operation, Path, Query, Reply
from .._runtime.pagination import NextLink, PagedOperation

if TYPE_CHECKING:
    from ..models import Pet, PetPage

LIST: PagedOperation[Pet, PetPage] = PagedOperation(
    name="pets.list",
    method="GET",
    path="/pets",
    parameters=(),
    responses=(Reply("200", "application/json", "PetPage"),),
    security=(("token",),),
    items="results",
    turn=NextLink(next="next"),
)

EXPORT: PagedOperation[Pet, PetPage] = PagedOperation(
    name="pets.export",
    method="GET",
    path="/pets",
    parameters=(Query("format"),),
    responses=(Reply("200", "application/json", "PetPage"), Reply("200", "text/csv", str)),
    security=(("token",),),
    selector="format",
    choices={"json": "application/json", "csv": "text/csv"},
    items="results",
    turn=NextLink(next="next"),
)

RETRIEVE: Operation[Pet | str] = Operation(
    name="pets.retrieve",
    method="GET",
    path="/pets/{id}",
    parameters=(Path("id"), Query("format")),
    responses=(Reply("200", "application/json", "Pet"), Reply("200", "text/csv", str)),
    security=(("token",),),
    selector="format",
    choices={"json": "application/json", "csv": "text/csv"},
)
