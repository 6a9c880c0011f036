"""The package and its lazy package of models."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.render.clients import api_name
from generator.render.docstrings import docstring
from generator.render.imports import Import, import_block
from generator.render.resources import streams, walk

if TYPE_CHECKING:
    from generator.ir.client import Client
    from generator.models import ModelPackage

_RUNTIME = (
    "NOT_GIVEN",
    "APIConnectionError",
    "APIError",
    "APIResponseValidationError",
    "APIStatusError",
    "APITimeoutError",
    "AsyncPage",
    "AuthenticationError",
    "BadRequestError",
    "ConfigurationError",
    "ConflictError",
    "File",
    "InternalServerError",
    "MissingCredentialsError",
    "NotFoundError",
    "NotGiven",
    "Page",
    "PaginationError",
    "PermissionDeniedError",
    "RateLimitError",
    "RawResponse",
    "UnprocessableEntityError",
)
_STREAMING = {"APIStreamError": "events", "AsyncStream": "streaming", "Stream": "streaming"}


@dataclass(frozen=True, kw_only=True, slots=True)
class Package:
    """What `__init__.py` holds."""

    docstring: str
    imports: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Models:
    """What the files of `models/` hold, but for the models themselves."""

    docstring: str
    imports: str
    modules: tuple[tuple[str, str], ...]
    shared: tuple[str, ...]
    """Names that the package shows as its own."""
    hidden: str
    """Names that mean something else there."""


def package(client: Client) -> Package:
    """Return the package's own module."""
    runtime = {Import(module="._runtime", name=name, public=True) for name in _RUNTIME}
    clients = {
        Import(module=".client", name=name, public=True)
        for name in (client.class_name, client.async_class_name)
    }
    if any(map(streams, walk(client.resources))):
        runtime |= {
            Import(module=f"._runtime.{module}", name=name, public=True)
            for name, module in _STREAMING.items()
        }
    return Package(
        docstring=docstring(f"A typed client of {api_name(client)}", indent=0),
        imports=import_block(runtime | clients),
    )


def models(client: Client, written: ModelPackage) -> Models:
    """Return the index and the typed view of the models."""
    streaming = _STREAMING if any(map(streams, walk(client.resources))) else ()
    taken = {*_RUNTIME, *streaming, client.class_name, client.async_class_name}
    names = sorted(written.modules)
    return Models(
        docstring=docstring(f"The models of {api_name(client)}, each loaded when needed", indent=0),
        imports=import_block(
            Import(module=f".{module}", name=name, public=True)
            for name, module in written.modules.items()
        ),
        modules=tuple((name, written.modules[name]) for name in names),
        shared=tuple(name for name in names if name not in taken),
        hidden=", ".join(name for name in names if name in taken),
    )
