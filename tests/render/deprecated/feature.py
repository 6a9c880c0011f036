"""A deprecated operation warns, and its docstring and the reference say so."""

from __future__ import annotations

from tests.render import builders as make

DELETE = make.operation(
    "delete",
    method="DELETE",
    path="/pets/{id}",
    deprecated=True,
    summary="Always refused; update with deleted=True instead",
    description="Nothing is removed for good.",
    parameters=(make.parameter("id", "path", make.INT),),
    result=None,
    responses=(make.response("405", None, description="Pets stay."),),
)

CLIENT = make.client(make.resource(DELETE))
MODELS = make.models()
FILES = ("resources/pets.py", "api.md", "models/_index.py", "models/__init__.pyi")
