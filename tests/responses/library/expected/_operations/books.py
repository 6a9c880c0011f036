"""How the operations of `client.books` travel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.operation import Fields, Operation, Path, Reply

if TYPE_CHECKING:
    from ..models import Book, Receipt

GET: Operation[Book] = Operation(
    name="books.get",
    method="GET",
    path="/books/{id}",
    parameters=(Path("id"),),
    accept="application/vnd.library+json",
    responses=(
        Reply("200", "application/vnd.library+json", "Book"),
        Reply("4XX", "application/json", "Problem"),
        Reply("default", "application/json", "Failure"),
    ),
    security=(),
)

REPLACE: Operation[Book | Receipt | None] = Operation(
    name="books.replace",
    method="PUT",
    path="/books/{id}",
    parameters=(Path("id"),),
    body=Fields("application/json", "Book"),
    responses=(
        Reply("200", "application/json", "Book"),
        Reply("201", "application/json", "Receipt"),
        Reply("202"),
    ),
    security=(),
)

DELETE: Operation[None] = Operation(
    name="books.delete",
    method="DELETE",
    path="/books/{id}",
    parameters=(Path("id"),),
    accept="*/*",
    responses=(Reply("204"),),
    security=(),
)

CHECK: Operation[None] = Operation(
    name="books.check",
    method="HEAD",
    path="/books/{id}",
    parameters=(Path("id"),),
    accept="*/*",
    responses=(Reply("200"),),
    security=(),
)

DOWNLOAD_SCAN: Operation[bytes] = Operation(
    name="books.download_scan",
    method="GET",
    path="/books/{id}/scan",
    parameters=(Path("id"),),
    accept="application/pdf, image/tiff",
    responses=(
        Reply("200", "application/pdf", bytes),
        Reply("200", "image/tiff", bytes),
        Reply("404", "application/json", "Problem"),
    ),
    security=(),
)

GET_COVER: Operation[Receipt | bytes] = Operation(
    name="books.get_cover",
    method="GET",
    path="/books/{id}/cover",
    parameters=(Path("id"),),
    accept="application/json, image/png",
    responses=(Reply("200", "application/json", "Receipt"), Reply("200", "image/png", bytes)),
    security=(),
)
