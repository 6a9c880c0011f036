"""How the operations of `client.papers` travel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.choices import OneOf
from .._runtime.multipart import Multipart
from .._runtime.operation import Fields, Operation, Path, Reply, Whole
from .._runtime.styles import Encoding
from .._runtime.uploads import write_content, write_json_lines

if TYPE_CHECKING:
    from ..models import Paper

CREATE: Operation[Paper] = Operation(
    name="papers.create",
    method="POST",
    path="/papers",
    parameters=(),
    body=OneOf(
        Fields("application/json", "Paper"),
        Fields(
            "multipart/form-data",
            "PaperWithFiles",
            write=Multipart(
                {
                    "cover": Encoding(content_type="image/png"),
                    "author": Encoding(content_type="application/vnd.author+json"),
                    "editor": Encoding(style="deepObject"),
                }
            ),
        ),
    ),
    responses=(Reply("200", "application/json", "Paper"),),
    security=(),
)

UPDATE: Operation[None] = Operation(
    name="papers.update",
    method="PATCH",
    path="/papers",
    parameters=(),
    body=OneOf(
        Fields("application/merge-patch+json", "Changes"),
        Whole("application/json-patch+json", "PapersUpdateRequest"),
    ),
    accept="*/*",
    responses=(Reply("204"),),
    security=(),
)

SCAN_PAPER: Operation[None] = Operation(
    name="papers.scan_paper",
    method="PUT",
    path="/papers/{id}/scan",
    parameters=(Path("id"),),
    body=OneOf(
        Whole("image/png", None, write=write_content),
        Whole("image/jpeg", None, write=write_content),
    ),
    accept="*/*",
    responses=(Reply("204"),),
    security=(),
)

WRITE_PAPER: Operation[None] = Operation(
    name="papers.write_paper",
    method="PUT",
    path="/papers/{id}/text",
    parameters=(Path("id"),),
    body=OneOf(
        Fields("application/json", "PapersWritePaperRequest", required=False),
        Whole("text/markdown", None, required=False, write=write_content),
    ),
    accept="*/*",
    responses=(Reply("204"),),
    security=(),
)

IMPORT_: Operation[None] = Operation(
    name="papers.import_",
    method="POST",
    path="/papers/import",
    parameters=(),
    body=Whole("application/x-ndjson", "Paper", write=write_json_lines),
    accept="*/*",
    responses=(Reply("204"),),
    security=(),
)
