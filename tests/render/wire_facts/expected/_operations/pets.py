"""How the operations of `client.pets` travel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.forms import Form
from .._runtime.operation import Fields, Operation, Reply
from .._runtime.styles import Encoding

if TYPE_CHECKING:
    from ..models import Pet

CREATE: Operation[Pet] = Operation(
    name="pets.create",
    method="POST",
    path="/pets",
    parameters=(),
    body=Fields(
        "application/x-www-form-urlencoded",
        "Pet",
        write=Form(
            {
                "name": Encoding(),
                "owner": Encoding(style="deepObject"),
                "tags": Encoding(
                    content_type="text/plain", style="form", explode=False, allow_reserved=True
                ),
            }
        ),
    ),
    responses=(Reply("200", "application/json", "Pet"),),
    security=(("token",),),
    server="https://uploads.pets.example",
)
