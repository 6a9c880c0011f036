"""Modules of resources: a synchronous and an asynchronous class each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.render.arguments import arguments
from generator.render.docstrings import docstring
from generator.render.imports import Import, import_block
from generator.render.methods import Method, method
from generator.render.spelling import RUNTIME, STREAMING, Scope

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.ir.client import Operation, Resource

CACHED_PROPERTY = Import(module="functools", name="cached_property")
PREFIXES = {"Resource": "", "AsyncResource": "Async"}
_STREAMING = {"Resource": "StreamingResource", "AsyncResource": "AsyncStreamingResource"}


@dataclass(frozen=True, kw_only=True, slots=True)
class Child:
    """A resource below another one, or below the client."""

    attribute: str
    class_name: str
    module: str
    docstring: str


@dataclass(frozen=True, kw_only=True, slots=True)
class ResourceClass:
    """One class of a resource module."""

    name: str
    base: str
    docstring: str
    children: tuple[Child, ...]
    methods: tuple[Method, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class ResourceModule:
    """What `resources/<module>.py` holds."""

    call: str
    imports: str
    classes: tuple[ResourceClass, ...]


def walk(resources: Iterable[Resource]) -> Iterator[Resource]:
    """Yield resources, each before its children."""
    for resource in resources:
        yield resource
        yield from walk(resource.children)


def call_path(resource: Resource) -> str:
    """Return how a caller reaches a resource: `insights.sharing`."""
    return ".".join(resource.path)


def streams(resource: Resource) -> bool:
    """Tell whether an operation of a resource streams."""
    return any(operation.stream is not None for operation in resource.operations)


def only_streams(operation: Operation) -> bool:
    """Tell whether an operation never answers with anything but a stream."""
    return operation.stream is not None and operation.stream.flag is None


def resource_module(resource: Resource) -> ResourceModule:
    """Return the module of a resource."""
    classes = tuple(_class(resource, base) for base in PREFIXES)
    methods = [item for one in classes for item in one.methods]
    typing_imports = frozenset[Import]().union(*(item.typing_imports for item in methods))
    typing_imports |= {
        Import(module=f".{child.module}", name=child.class_name)
        for one in classes
        for child in one.children
    }
    return ResourceModule(
        call=call_path(resource),
        imports=import_block(_imports(resource, methods), typing_imports),
        classes=classes,
    )


def children(resources: Iterable[Resource], prefix: str) -> tuple[Child, ...]:
    """Return resources as attributes of what holds them."""
    return tuple(
        Child(
            attribute=resource.path[-1],
            class_name=prefix + resource.class_name,
            module=resource.module,
            docstring=docstring(resource_text(resource), indent=8),
        )
        for resource in resources
    )


def resource_text(resource: Resource) -> str:
    """Return the document's first line about a resource, or where its operations are."""
    lines = resource.description.strip().splitlines()
    return lines[0] if lines else f"Operations of `client.{call_path(resource)}`"


def _class(resource: Resource, base: str) -> ResourceClass:
    prefix = PREFIXES[base]
    scope = Scope(
        members=_members(resource),
        module=_module_names(resource),
        operations=_operations_name(resource),
    )
    lines = resource.description.strip().split("\n", 1)
    return ResourceClass(
        name=prefix + resource.class_name,
        base=_bases(resource)[base],
        docstring=docstring(resource_text(resource), "".join(lines[1:]), indent=4),
        children=children(resource.children, prefix),
        methods=tuple(
            method(operation, scope, asynchronous=bool(prefix)) for operation in resource.operations
        ),
    )


def _bases(resource: Resource) -> dict[str, str]:
    """Name the bases of the two classes by their usual ones."""
    return _STREAMING if streams(resource) else dict(zip(PREFIXES, PREFIXES, strict=True))


def _members(resource: Resource) -> frozenset[str]:
    methods = (operation.python_name for operation in resource.operations)
    return frozenset((*methods, *(child.path[-1] for child in resource.children)))


def _module_names(resource: Resource) -> frozenset[str]:
    classes = [resource.class_name, *(child.class_name for child in resource.children)]
    return frozenset((*_bases(resource).values(), *classes, *(f"Async{name}" for name in classes)))


def _operations_name(resource: Resource) -> str:
    passed = {item.name for operation in resource.operations for item in arguments(operation)}
    return "wire_operations" if "operations" in passed else "operations"


def _imports(resource: Resource, methods: list[Method]) -> frozenset[Import]:
    module = STREAMING if streams(resource) else RUNTIME
    needed = {Import(module=module, name=base) for base in _bases(resource).values()}
    if resource.operations:
        alias = _operations_name(resource)
        needed.add(Import(module=".._operations", name=resource.module, alias=alias))
    if resource.children:
        needed.add(CACHED_PROPERTY)
    return frozenset(needed).union(*(item.imports for item in methods))
