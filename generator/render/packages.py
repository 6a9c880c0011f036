"""The package and its lazy package of models."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.render.clients import api_name
from generator.render.docstrings import docstring
from generator.render.imports import Import, import_block
from generator.render.runtime import runtime, shown

if TYPE_CHECKING:
    from generator.ir.client import Client
    from generator.models import ModelPackage


@dataclass(frozen=True, kw_only=True, slots=True)
class Package:
    """What `__init__.py` holds."""

    docstring: str
    imports: str
    has_renamed: bool
    """Whether models have former names."""


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
    renamed: tuple[tuple[str, str], ...]
    """Former names with the present ones."""


def package(client: Client, written: ModelPackage) -> Package:
    """Return the package's own module."""
    from_runtime = {runtime(name, level=1, public=True) for name in shown(client)}
    clients = {
        Import(module=".client", name=name, public=True)
        for name in (client.class_name, client.async_class_name)
    }
    return Package(
        docstring=docstring(f"A typed client of {api_name(client)}", indent=0),
        imports=import_block(from_runtime | clients),
        has_renamed=bool(written.renamed),
    )


def models(client: Client, written: ModelPackage) -> Models:
    """Return the index and the typed view of the models."""
    taken = {*shown(client), client.class_name, client.async_class_name}
    modules = {**written.modules, **written.constants}
    names = sorted(modules)
    everything = sorted({*names, *written.renamed})
    return Models(
        docstring=docstring(f"The models of {api_name(client)}, each loaded when needed", indent=0),
        imports=import_block(
            Import(module=f".{module}", name=name, public=True) for name, module in modules.items()
        ),
        modules=tuple((name, modules[name]) for name in names),
        shared=tuple(name for name in everything if name not in taken),
        hidden=", ".join(name for name in everything if name in taken),
        renamed=tuple(sorted(written.renamed.items())),
    )
