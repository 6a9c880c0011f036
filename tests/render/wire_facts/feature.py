"""How the properties of a form are written, and an operation that is elsewhere than the rest."""

from __future__ import annotations

from generator.ir.bodies import FieldsBody, PropertyEncoding
from tests.render import builders as make

AS_IT_IS = PropertyEncoding(
    wire_name="name", content_type=None, style=None, explode=True, allow_reserved=False
)
CREATE = make.operation(
    "create",
    method="POST",
    body=FieldsBody(
        media_type="application/x-www-form-urlencoded",
        model="Pet",
        required=True,
        fields=(make.field("name"), make.field("owner"), make.field("tags")),
        encoding=(
            AS_IT_IS,
            PropertyEncoding(
                wire_name="owner",
                content_type=None,
                style="deepObject",
                explode=True,
                allow_reserved=False,
            ),
            PropertyEncoding(
                wire_name="tags",
                content_type="text/plain",
                style="form",
                explode=False,
                allow_reserved=True,
            ),
        ),
    ),
    server="https://uploads.pets.example",
)

CLIENT = make.client(make.resource(CREATE))
MODELS = make.models(Pet="pet")
FILES = ("_operations/pets.py",)
