"""`testing.py` of a client: a fake with a stub for each operation."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.render.clients import api_name
from generator.render.docstrings import docstring
from generator.render.imports import Import, import_block
from generator.render.methods import constant
from generator.render.resources import CACHED_PROPERTY, Child, call_path, children
from generator.render.runtime import pages, runtime, streams, walk

if TYPE_CHECKING:
    from generator.ir.client import Client, Operation, Resource

_OWN = frozenset({"async_client", "async_http_client", "calls", "client", "http_client"})


@dataclass(frozen=True, kw_only=True, slots=True)
class Stub:
    """The stub of one operation."""

    method: str
    kind: str
    constant: str


@dataclass(frozen=True, kw_only=True, slots=True)
class FakeResource:
    """A class with the stubs of a resource."""

    name: str
    call: str
    module: str
    stubs: tuple[Stub, ...]
    children: tuple[Child, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class TestingModule:
    """What `testing.py` holds."""

    docstring: str
    imports: str
    function: str
    name: str
    clients: str
    children: tuple[Child, ...]
    classes: tuple[FakeResource, ...]


def testing_module(client: Client) -> TestingModule:
    """Return the module of the fake."""
    classes = tuple(_class(resource) for resource in walk(client.resources))
    return TestingModule(
        docstring=docstring(
            f"Fakes of {api_name(client)}, and made-up models, for tests", indent=0
        ),
        imports=import_block(_imports(client, classes)),
        function=f"fake_{client.package}",
        name=f"Fake{client.class_name}",
        clients=f"{client.class_name}, {client.async_class_name}",
        children=tuple(map(_apart, children(client.resources, ""))),
        classes=classes,
    )


def _apart(child: Child) -> Child:
    """Keep a resource apart from what the fake has itself."""
    return replace(child, attribute=f"{child.attribute}_") if child.attribute in _OWN else child


def _class(resource: Resource) -> FakeResource:
    return FakeResource(
        name=resource.class_name,
        call=call_path(resource),
        module=resource.module,
        stubs=tuple(_stub(operation) for operation in resource.operations),
        children=children(resource.children, ""),
    )


def _stub(operation: Operation) -> Stub:
    kind = "StreamStub" if streams(operation) else "PagesStub" if pages(operation) else "Stub"
    return Stub(method=operation.python_name, kind=kind, constant=constant(operation))


def _imports(client: Client, classes: tuple[FakeResource, ...]) -> set[Import]:
    used = {stub.kind for one in classes for stub in one.stubs} | {"Fake"}
    cached = {CACHED_PROPERTY} if client.resources else set()
    shown = {
        runtime(name, level=1, public=True) for name in ("Call", "UnexpectedCallError", "make")
    }
    clients = (client.class_name, client.async_class_name)
    return (
        cached
        | shown
        | {runtime(name, level=1) for name in used}
        | {Import(module=".client", name=name) for name in clients}
    )
