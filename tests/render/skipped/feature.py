"""What the client lacks is in the reference, and no text of the document becomes Markdown."""

from __future__ import annotations

from generator.ir.client import SkippedOperation
from tests.render import builders as make

RETRIEVE = make.operation(
    path="/pets/{id}|`x`",
    summary="# Get <b>a pet</b>",
    description=(
        "See [the guide](https://pets.example/guide) or [this](javascript:alert).\n\n"
        "* first `a|b` item\n* second\n\n```json\n{}\n```\n\n# Heading\n\n| a | b |\n|---|---|\n| 1 | 2 |"
    ),
    parameters=(make.parameter("id", "path", description="Id | **number**\n\n<script>"),),
)

CLIENT = make.client(
    make.resource(RETRIEVE),
    skipped=(
        SkippedOperation(
            operation_id="pets_walk",
            method="POST",
            path="/pets/walk",
            where="specs/shop.yaml:7:5  /paths/~1pets~1walk/post",
            reason="the body is <odd>",
        ),
    ),
)
MODELS = make.models(Pet="pet")
FILES = ("api.md", "resources/pets.py")
