"""How the operations of `client.items` travel."""

from __future__ import annotations

from .._runtime.headers import Cookie, Header
from .._runtime.operation import Operation, Query, Reply
from .._runtime.styles import write_styled

SEARCH: Operation[None] = Operation(
    name="items.search",
    method="GET",
    path="/items",
    parameters=(
        Query("text"),
        Query("number"),
        Query("is_open", "isOpen"),
        Query("day"),
        Query("since"),
        Query("kind"),
        Query("ids", "ids[]", write=write_styled),
        Query("joined", style="form", explode=False, write=write_styled),
        Query("spaced", style="spaceDelimited", explode=False, write=write_styled),
        Query("piped", style="pipeDelimited", explode=False, write=write_styled),
        Query("range", keys={"from_day": "fromDay", "to_day": "toDay"}, write=write_styled),
        Query(
            "flat",
            style="form",
            explode=False,
            keys={"from_day": "fromDay", "to_day": "toDay"},
            write=write_styled,
        ),
        Query(
            "deep", style="deepObject", explode=True, keys={"made_by": "madeBy"}, write=write_styled
        ),
        Query("path", allow_reserved=True, write=write_styled),
        Query(
            "query", content_type="application/json", keys={"made_by": "madeBy"}, write=write_styled
        ),
        Header("x_number", "X-Number"),
        Header("x_many", "X-Many", write=write_styled),
        Header(
            "x_range",
            "X-Range",
            style="simple",
            explode=True,
            keys={"from_day": "fromDay", "to_day": "toDay"},
            write=write_styled,
        ),
        Header(
            "x_query",
            "X-Query",
            content_type="application/json",
            keys={"from_day": "fromDay", "to_day": "toDay"},
            write=write_styled,
        ),
        Cookie("session"),
        Cookie("many", style="form", explode=False, write=write_styled),
    ),
    responses=(Reply("204"),),
    security=(),
)
