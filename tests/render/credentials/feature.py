"""Credentials of every kind, parameters that the client fills in, and a choice of servers."""

from __future__ import annotations

from generator.ir.client import (
    ApiKey,
    BasicPart,
    BearerToken,
    Credential,
    LiftedParameter,
    SecurityAlternative,
    Server,
)
from tests.render import builders as make


def credential(scheme: str, python_name: str, kind: ApiKey | BasicPart | BearerToken) -> Credential:
    """Return a credential with its usual environment variable."""
    return Credential(
        scheme=scheme,
        python_name=python_name,
        environment_variable=f"PET_SHOP_{python_name.upper()}",
        description="",
        kind=kind,
    )


SHOP = make.parameter("shop_id", "path", lifted=True)
RETRIEVE = make.operation(
    path="/shops/{shop_id}/pets",
    parameters=(SHOP,),
    security=(
        SecurityAlternative(credentials=("token",)),
        SecurityAlternative(credentials=("username", "password")),
        SecurityAlternative(credentials=("api_key", "tenant_id")),
    ),
)

CLIENT = make.client(
    make.resource(RETRIEVE),
    description="Everything about pets.\n\nAnd more.",
    credentials=(
        credential("Bearer auth", "token", BearerToken()),
        credential("Basic auth", "username", BasicPart(part="username")),
        credential("Basic auth", "password", BasicPart(part="password")),
        credential("Key", "api_key", ApiKey(location="query", name="key")),
        credential("Tenant", "tenant_id", ApiKey(location="header", name="X-Tenant-Id")),
    ),
    lifted=(
        LiftedParameter(
            python_name="shop_id",
            type=make.STR,
            environment_variable="PET_SHOP_SHOP_ID",
            description="The shop that all calls are about.",
        ),
    ),
    servers=(
        Server(
            url="https://eu.pets.example",
            description="Europe",
            name="europe",
            template="https://eu.pets.example",
        ),
        Server(
            url="https://us.pets.example",
            description="America",
            name="america",
            template="https://us.pets.example",
        ),
    ),
)
MODELS = make.models(Pet="pet")
FILES = ("client.py", "_operations/pets.py", "README.md", "__init__.py")
