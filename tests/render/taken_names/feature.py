"""Models, methods and classes whose names mean something else where they are needed."""

from __future__ import annotations

from generator.ir.types import ArrayOf, MapOf, ObjectModel, Scalar
from tests.render import builders as make

PAGE, PETS, ANY = ObjectModel(name="Page"), ObjectModel(name="Pets"), ObjectModel(name="Any")
LIST = make.operation(
    "list",
    parameters=(make.parameter("since", type_=Scalar(name="date")),),
    result=ArrayOf(items=make.PET),
    responses=(),
)
DATE = make.operation("date", result=MapOf(values=Scalar(name="date")), responses=())
STR = make.operation("str", result=make.STR, responses=(make.response(type_=make.STR),))
RETRIEVE = make.operation(result=PAGE, responses=(make.response(type_=PAGE),))
CREATE = make.operation(
    "create",
    result=PETS,
    responses=(make.response(type_=PETS),),
    parameters=(make.parameter("any", type_=ANY), make.parameter("operations")),
)

CLIENT = make.client(make.resource(LIST, DATE, STR, RETRIEVE, CREATE))
MODELS = make.models(Pet="pet", Page="page", Pets="pets", Any="any_")
FILES = ("resources/pets.py", "_operations/pets.py", "models/__init__.pyi")
