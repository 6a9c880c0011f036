"""Arguments of every kind: the path's first, what has to be given next, then the rest."""

from __future__ import annotations

from generator.ir.bodies import FieldsBody, WholeBody
from generator.ir.types import Alias, AnyValue, ArrayOf, Constants, MapOf, Nullable, Scalar, UnionOf
from tests.render import builders as make

OWNER = Alias(name="Owner", target=UnionOf(members=(make.PET, make.STR)))
CREATE = make.operation(
    "create",
    method="POST",
    path="/shops/{shop}/rooms/{roomNumber}/pets",
    summary="Add a pet",
    description="Add a pet to a room:\n\n- the room must be free\n- the shop\n  must be open\n\n    curl -X POST",
    parameters=(
        make.parameter("dry_run", type_=make.BOOL, default=False, description="Only check"),
        make.parameter(
            "roomNumber", "path", make.INT, python_name="room_number", description="The room."
        ),
        make.parameter("shop", "path", UnionOf(members=(make.INT, make.STR))),
        make.parameter("X-Trace", "header", python_name="x_trace", required=True),
        make.parameter("ids", type_=ArrayOf(items=make.INT), style="pipeDelimited", explode=False),
        make.parameter("filter", type_=MapOf(values=AnyValue()), style="deepObject"),
        make.parameter("raw", content_type="application/json", allow_reserved=True),
        make.parameter("theme", "cookie", Constants(values=("dark", 'li"ght', 1.5, None))),
    ),
    body=FieldsBody(
        media_type="application/json",
        model="PetRequest",
        required=True,
        fields=(
            make.field("bornOn", Nullable(of=Scalar(name="date")), python_name="born_on"),
            make.field("name", required=True, description="How the pet is called."),
            make.field(
                "mother", Nullable(of=make.PET), description="A pet, or null.\n\nOr nothing."
            ),
            make.field("owner", OWNER),
            make.field("kind", Alias(name="Kind"), default="dog", deprecated=True),
            make.field("tags", ArrayOf(items=make.STR)),
            make.field("toys", MapOf(values=make.PET)),
        ),
    ),
)
REPLACE = make.operation(
    "replace",
    method="PUT",
    body=WholeBody(
        media_type="application/json",
        type=ArrayOf(items=make.PET),
        model="Pets",
        required=False,
        description="All pets.",
    ),
    result=None,
    responses=(make.response("204", None),),
    security=(),
)

CLIENT = make.client(make.resource(CREATE, REPLACE))
MODELS = make.models(Pet="pet", Owner="owner", Kind="kind", PetRequest="pet_request", Pets="pets")
FILES = ("resources/pets.py", "_operations/pets.py")
