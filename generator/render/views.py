"""Views of a client: the same operations, each answering in another way."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.names.reserved import RAW_SUFFIX, STREAMING_SUFFIX
from generator.render.imports import Import, import_block
from generator.render.resources import CACHED_PROPERTY, PREFIXES, Child, children, only_streams
from generator.render.runtime import downloads, operations, runtime, walk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.ir.client import Client, Resource


@dataclass(frozen=True, kw_only=True, slots=True)
class View:
    """One way of answering: where it is, and what makes a method answer so."""

    module: str
    attribute: str
    suffix: str
    function: str
    text: str
    answers: str
    """What the property of the client says about it."""
    client: str
    """The client whose methods it has."""


RAW = View(
    module="raw_responses",
    attribute="with_raw_response",
    suffix=RAW_SUFFIX,
    function="raw_response",
    text="with raw responses",
    answers="answering with status, headers and content beside the result",
    client="self._copy(self._state.changed(raw=True))",
)
STREAMING = View(
    module="streaming_responses",
    attribute="with_streaming_response",
    suffix=STREAMING_SUFFIX,
    function="streaming_response",
    text="with responses that are read bit by bit",
    answers="each to be used in `with`, answering before the body is read",
    client="self",
)


@dataclass(frozen=True, kw_only=True, slots=True)
class ViewClass:
    """A client or resource class whose methods answer in the way of the view."""

    name: str
    module: str
    argument: str
    function: str
    methods: tuple[str, ...]
    children: tuple[Child, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class ViewModule:
    """What the module of a view holds."""

    view: View
    imports: str
    classes: tuple[ViewClass, ...]


def views(client: Client) -> tuple[View, ...]:
    """Return the views that a client has: open responses only where there is something to download."""
    return (RAW, STREAMING) if any(map(downloads, operations(client))) else (RAW,)


def view_module(client: Client, view: View) -> ViewModule:
    """Return the module of a view."""
    classes = tuple(_classes(client, view))
    wrapped = (Import(module=one.module, name=one.name) for one in classes)
    return ViewModule(
        view=view, imports=import_block(_imports(classes), tuple(wrapped)), classes=classes
    )


def _classes(client: Client, view: View) -> Iterator[ViewClass]:
    for prefix in PREFIXES:
        function = f"{prefix.lower()}_{view.function}" if prefix else view.function
        yield ViewClass(
            name=client.async_class_name if prefix else client.class_name,
            module=".client",
            argument="client",
            function=function,
            methods=(),
            children=children(client.resources, prefix),
        )
        for resource in walk(client.resources):
            yield _resource_class(resource, prefix, function)


def _resource_class(resource: Resource, prefix: str, function: str) -> ViewClass:
    return ViewClass(
        name=prefix + resource.class_name,
        module=f".resources.{resource.module}",
        argument="resource",
        function=function,
        methods=tuple(
            operation.python_name
            for operation in resource.operations
            if not only_streams(operation)
        ),
        children=children(resource.children, prefix),
    )


def _imports(classes: tuple[ViewClass, ...]) -> set[Import]:
    functions = {one.function for one in classes if one.methods}
    cached = {CACHED_PROPERTY} if any(one.children for one in classes) else set()
    return cached | {runtime(name, level=1) for name in functions}
