"""The files of a client: which template makes which, from what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.models.tagged import are_tagged
from generator.render.clients import client_module
from generator.render.environment import templates_folder
from generator.render.guide import guide
from generator.render.packages import models, package
from generator.render.reference import reference
from generator.render.resources import resource_module
from generator.render.runtime import missing, walk
from generator.render.servers import has_servers, server_module
from generator.render.testing import testing_module
from generator.render.views import view_module, views
from generator.render.webhooks import webhooks_module
from generator.render.wire import wire_module

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.ir.client import Client
    from generator.models import ModelPackage


@dataclass(frozen=True, kw_only=True, slots=True)
class Output:
    """One file that a template makes."""

    path: str
    template: str
    values: Mapping[str, object]


def outputs(client: Client, written: ModelPackage) -> Iterator[Output]:
    """Yield every file that is filled in from a template."""
    index = {"models": models(client, written)}
    yield _output("__init__.py", "package.py", package=package(client, written))
    yield _output("client.py", "client.py", module=client_module(client))
    for view in views(client):
        yield _output(f"{view.module}.py", "view.py", module=view_module(client, view))
    yield _output("testing.py", "testing.py", module=testing_module(client))
    yield _output("models/__init__.py", "models_package.py", **index)
    yield _output("models/__init__.pyi", "models_package.pyi", **index)
    yield _output("models/_index.py", "models_index.py", **index)
    if written.renamed:
        yield _output("models/_renamed.py", "models_renamed.py", **index)
    yield _output("resources/__init__.py", "resources_package.py")
    yield _output("_operations/__init__.py", "operations_package.py")
    for resource in walk(client.resources):
        yield _output(
            f"resources/{resource.module}.py", "resource.py", module=resource_module(resource)
        )
        yield _output(
            f"_operations/{resource.module}.py", "operations.py", module=wire_module(resource)
        )
    if has_servers(client):
        yield _output("servers.py", "servers.py", module=server_module(client))
    if client.webhooks:
        yield _output("webhooks.py", "webhooks.py", module=webhooks_module(client))
    yield _output("README.md", "README.md", guide=guide(client))
    yield _output("api.md", "api.md", reference=reference(client, written))


def copies(client: Client, written: ModelPackage) -> Iterator[tuple[str, str]]:
    """Yield every file that comes as it is: the runtime, the models, the marker of typed packages."""
    unneeded = missing(client)
    if not are_tagged(written.sources):
        unneeded |= {"tagged"}
    yield "py.typed", ""
    for module, text in written.sources.items():
        yield f"models/{module}.py", text
    runtime = templates_folder() / "runtime"
    for path in sorted(runtime.rglob("*.py")):
        name = path.relative_to(runtime).as_posix()
        if name.removesuffix(".py").replace("/", ".") not in unneeded:
            yield f"_runtime/{name}", path.read_text(encoding="utf-8")


def _output(path: str, template: str, **values: object) -> Output:
    return Output(path=path, template=f"{template}.jinja", values=values)
