"""Modules of resources: a synchronous and an asynchronous class each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.render.arguments import arguments
from generator.render.docstrings import docstring
from generator.render.imports import Import, import_block
from generator.render.methods import Method, method
from generator.render.runtime import runtime, streams
from generator.render.spelling import Scope

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.ir.client import Operation, Resource

CACHED_PROPERTY = Import(module="functools", name="cached_property")
PREFIXES = ("", "Async")
_KINDS = {"StreamingResource": streams}


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
    bases: str
    docstring: str
    children: tuple[Child, ...]
    methods: tuple[Method, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class ResourceModule:
    """What `resources/<module>.py` holds."""

    call: str
    imports: str
    classes: tuple[ResourceClass, ...]


def call_path(resource: Resource) -> str:
    """Return how a caller reaches a resource: `insights.sharing`."""
    return ".".join(resource.path)


def only_streams(operation: Operation) -> bool:
    """Tell whether an operation never answers with anything but a stream."""
    return operation.stream is not None and operation.stream.flag is None


def resource_module(resource: Resource) -> ResourceModule:
    """Return the module of a resource."""
    classes = tuple(_class(resource, prefix) for prefix in PREFIXES)
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


def _class(resource: Resource, prefix: str) -> ResourceClass:
    scope = Scope(
        members=_members(resource),
        module=_module_names(resource),
        operations=_operations_name(resource),
    )
    lines = resource.description.strip().split("\n", 1)
    return ResourceClass(
        name=prefix + resource.class_name,
        bases=", ".join(_bases(resource, prefix)),
        docstring=docstring(resource_text(resource), "".join(lines[1:]), indent=4),
        children=children(resource.children, prefix),
        methods=tuple(
            method(operation, scope, asynchronous=bool(prefix)) for operation in resource.operations
        ),
    )


def _bases(resource: Resource, *prefixes: str) -> list[str]:
    """Name the classes of the runtime that know how to call the operations."""
    kinds = [name for name, needed in _KINDS.items() if any(map(needed, resource.operations))]
    return [f"{prefix}{name}" for prefix in prefixes for name in kinds or ["Resource"]]


def _members(resource: Resource) -> frozenset[str]:
    methods = (operation.python_name for operation in resource.operations)
    return frozenset((*methods, *(child.path[-1] for child in resource.children)))


def _module_names(resource: Resource) -> frozenset[str]:
    classes = [resource.class_name, *(child.class_name for child in resource.children)]
    return frozenset(
        (*_bases(resource, *PREFIXES), *classes, *(f"Async{name}" for name in classes))
    )


def _operations_name(resource: Resource) -> str:
    passed = {item.name for operation in resource.operations for item in arguments(operation)}
    return "wire_operations" if "operations" in passed else "operations"


def _imports(resource: Resource, methods: list[Method]) -> frozenset[Import]:
    needed = {runtime(base) for base in _bases(resource, *PREFIXES)}
    if resource.operations:
        alias = _operations_name(resource)
        needed.add(Import(module=".._operations", name=resource.module, alias=alias))
    if resource.children:
        needed.add(CACHED_PROPERTY)
    return frozenset(needed).union(*(item.imports for item in methods))
