"""How the operations of `client.pets` travel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.operation import Operation, Query, Reply
from .._runtime.styles import Styled

if TYPE_CHECKING:
    from datetime import date

    from ..models import Page as PageModel
    from ..models import Pet, Pets

LIST: Operation[list[Pet]] = Operation(
    name="pets.list",
    method="GET",
    path="/pets",
    parameters=(Query("since"),),
    accept="*/*",
    responses=(),
    security=(("token",),),
)

DATE: Operation[dict[str, date]] = Operation(
    name="pets.date",
    method="GET",
    path="/pets",
    parameters=(),
    accept="*/*",
    responses=(),
    security=(("token",),),
)

STR: Operation[str] = Operation(
    name="pets.str",
    method="GET",
    path="/pets",
    parameters=(),
    responses=(Reply("200", "application/json", str),),
    security=(("token",),),
)

RETRIEVE: Operation[PageModel] = Operation(
    name="pets.retrieve",
    method="GET",
    path="/pets",
    parameters=(),
    responses=(Reply("200", "application/json", "Page"),),
    security=(("token",),),
)

CREATE: Operation[Pets] = Operation(
    name="pets.create",
    method="GET",
    path="/pets",
    parameters=(Query("any", write=Styled()), Query("operations")),
    responses=(Reply("200", "application/json", "Pets"),),
    security=(("token",),),
)
