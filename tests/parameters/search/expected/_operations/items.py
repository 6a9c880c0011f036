"""How the operations of `client.items` travel."""

from __future__ import annotations

from .._runtime.headers import Cookie, Header
from .._runtime.operation import Operation, Query, Reply
from .._runtime.styles import Styled

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
        Query("ids", "ids[]", write=Styled()),
        Query("joined", write=Styled(explode=False)),
        Query("spaced", write=Styled("spaceDelimited", explode=False)),
        Query("piped", write=Styled("pipeDelimited", explode=False)),
        Query("range", write=Styled(keys={"from_day": "fromDay", "to_day": "toDay"})),
        Query("flat", write=Styled(explode=False, keys={"from_day": "fromDay", "to_day": "toDay"})),
        Query("deep", write=Styled("deepObject", keys={"made_by": "madeBy"})),
        Query("path", write=Styled(allow_reserved=True)),
        Query("query", write=Styled(content_type="application/json", keys={"made_by": "madeBy"})),
        Header("x_number", "X-Number"),
        Header("x_many", "X-Many", write=Styled("simple", explode=False)),
        Header(
            "x_range",
            "X-Range",
            write=Styled("simple", keys={"from_day": "fromDay", "to_day": "toDay"}),
        ),
        Header(
            "x_query",
            "X-Query",
            write=Styled(
                "simple",
                content_type="application/json",
                keys={"from_day": "fromDay", "to_day": "toDay"},
            ),
        ),
        Cookie("session"),
        Cookie("many", write=Styled(explode=False)),
    ),
    accept="*/*",
    responses=(Reply("204"),),
    security=(),
)
