"""The module of raw responses: a class for each client and resource class."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.render.imports import Import, import_block
from generator.render.resources import (
    CACHED_PROPERTY,
    PREFIXES,
    Child,
    children,
    only_streams,
)
from generator.render.runtime import runtime, walk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.ir.client import Client, Resource

_FUNCTIONS = {"": "raw_response", "Async": "async_raw_response"}


@dataclass(frozen=True, kw_only=True, slots=True)
class RawClass:
    """A class whose methods return raw responses."""

    name: str
    module: str
    argument: str
    function: str
    methods: tuple[str, ...]
    children: tuple[Child, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class RawModule:
    """What `raw_responses.py` holds."""

    imports: str
    classes: tuple[RawClass, ...]


def raw_module(client: Client) -> RawModule:
    """Return the module of raw responses."""
    classes = tuple(_classes(client))
    wrapped = (Import(module=one.module, name=one.name) for one in classes)
    return RawModule(
        imports=import_block(_imports(classes), tuple(wrapped)),
        classes=classes,
    )


def _classes(client: Client) -> Iterator[RawClass]:
    for prefix in PREFIXES:
        yield _client_class(client, prefix)
        for resource in walk(client.resources):
            yield _resource_class(resource, prefix)


def _client_class(client: Client, prefix: str) -> RawClass:
    return RawClass(
        name=client.async_class_name if prefix else client.class_name,
        module=".client",
        argument="client",
        function=_FUNCTIONS[prefix],
        methods=(),
        children=children(client.resources, prefix),
    )


def _resource_class(resource: Resource, prefix: str) -> RawClass:
    return RawClass(
        name=prefix + resource.class_name,
        module=f".resources.{resource.module}",
        argument="resource",
        function=_FUNCTIONS[prefix],
        methods=tuple(
            operation.python_name
            for operation in resource.operations
            if not only_streams(operation)
        ),
        children=children(resource.children, prefix),
    )


def _imports(classes: tuple[RawClass, ...]) -> set[Import]:
    functions = {one.function for one in classes if one.methods}
    cached = {CACHED_PROPERTY} if any(one.children for one in classes) else set()
    used = {runtime(name, level=1) for name in functions}
    return cached | used
