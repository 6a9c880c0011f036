"""Clients, resources and operations by hand: whatever a test does not care about has a default."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from generator.ir.bodies import BodyField
from generator.ir.client import (
    BearerToken,
    Client,
    Credential,
    Operation,
    Parameter,
    Resource,
    Response,
    SecurityAlternative,
    Server,
)
from generator.ir.types import ObjectModel, Scalar, Type
from generator.models import ModelPackage

STR = Scalar(name="str")
INT = Scalar(name="int")
BOOL = Scalar(name="bool")
PET = ObjectModel(name="Pet")

_STYLES = {
    "path": ("simple", False),
    "query": ("form", True),
    "header": ("simple", False),
    "cookie": ("form", True),
}


def parameter(name: str, location: Any = "query", type_: Type = STR, **changes: Any) -> Parameter:
    """Return a parameter of the usual style; one in the path is required."""
    style, explode = _STYLES[location]
    usual = Parameter(
        wire_name=name,
        python_name=name,
        location=location,
        type=type_,
        required=location == "path",
        description="",
        style=style,
        explode=explode,
    )
    return replace(usual, **changes)


def field(name: str, type_: Type = STR, **changes: Any) -> BodyField:
    """Return an optional field of a body."""
    usual = BodyField(wire_name=name, python_name=name, type=type_, required=False, description="")
    return replace(usual, **changes)


def response(status: str = "200", type_: Type | None = PET, **changes: Any) -> Response:
    """Return a JSON answer; without a type, one without content."""
    media_type = None if type_ is None else "application/json"
    usual = Response(status=status, media_type=media_type, type=type_, description="")
    return replace(usual, **changes)


def operation(name: str = "retrieve", **changes: Any) -> Operation:
    """Return an operation that answers with a pet."""
    usual = Operation(
        operation_id=f"pets_{name}",
        method="GET",
        path="/pets",
        pointer="/paths/~1pets/get",
        python_name=name,
        summary="",
        description="",
        deprecated=False,
        parameters=(),
        body=None,
        responses=(response(),),
        result=PET,
        security=(SecurityAlternative(credentials=("token",)),),
    )
    return replace(usual, **changes)


def resource(*operations: Operation, **changes: Any) -> Resource:
    """Return the resource `pets`."""
    usual = Resource(
        path=("pets",),
        class_name="Pets",
        module="pets",
        description="Pets of the shop.",
        operations=operations,
        children=(),
    )
    return replace(usual, **changes)


def client(*resources: Resource, **changes: Any) -> Client:
    """Return a client of a pet shop with one token."""
    token = Credential(
        scheme="bearer",
        python_name="token",
        environment_variable="PET_SHOP_TOKEN",
        description="",
        kind=BearerToken(),
    )
    usual = Client(
        package="pet_shop",
        title="Pet Shop",
        class_name="PetShopClient",
        async_class_name="AsyncPetShopClient",
        environment_prefix="PET_SHOP",
        version="1.0.0",
        description="",
        servers=(Server(url="https://pets.example", description=""),),
        credentials=(token,),
        lifted=(),
        resources=resources,
        skipped=(),
    )
    return replace(usual, **changes)


def models(**modules: str) -> ModelPackage:
    """Return models by name with their modules; each is an empty class."""
    sources: dict[str, str] = {}
    for name, module in modules.items():
        head = sources.setdefault(module, "from .._runtime.models import Model\n")
        sources[module] = f"{head}\n\nclass {name}(Model):\n    pass\n"
    return ModelPackage(sources=sources, modules=modules)
