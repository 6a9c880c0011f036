"""What the client offers: attributes, results and arguments, by its old surface."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.diff.surface import Alias, Model
from generator.diff.types import Named, Type, names, read_type
from generator.impact.values import (
    ClientType,
    Data,
    Giving,
    Method,
    ModelType,
    Package,
    Resource,
    Value,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.diff.surface import Argument, Surface

_ITEMS = frozenset(
    {"AsyncPages", "AsyncPage", "AsyncStream", "Page", "SequenceNotStr", "Stream", "list"}
)
_RAW = "RawResponse"


def member_of(package: Package, name: str, surface: Surface) -> Value | None:
    """Give what a name of the client's package, or of a module in it, stands for."""
    for index, client in enumerate(surface.clients):
        if client.name == name:
            return ClientType(index)
    if name in surface.models:
        return ModelType(name)
    is_module = not package.inner and name in ("client", "models", "resources")
    return Package((name,)) if is_module else None


def attribute_of(resource: Resource, name: str, surface: Surface) -> Value | None:
    """Give a resource, a method, or the client that is made of this one."""
    if not resource.path and name in surface.views:
        return Resource(resource.index, raw=True)
    if not resource.path and name in ("with_options", "__enter__", "__aenter__"):
        return Giving(resource)
    path = (*resource.path, name)
    call = ".".join(path)
    methods = surface.clients[resource.index].methods
    if call in methods:
        return Method(resource.index, call, resource.raw)
    is_resource = any(other.startswith(f"{call}.") for other in methods)
    return Resource(resource.index, path, resource.raw) if is_resource else None


def result_of(method: Method, surface: Surface) -> Value | None:
    """Give what a call gives; whether it is awaited makes no difference here."""
    ways = surface.clients[method.index].methods[method.call].signatures
    found: Type = frozenset[Named]().union(*(members(way.result) for way in ways))
    return Data(frozenset({Named(_RAW, (found,))}) if method.raw else found)


def arguments_of(index: int, call: str, surface: Surface) -> tuple[Argument, ...]:
    """Give the arguments of a method, or of the client's constructor."""
    client = surface.clients[index]
    method = client.methods.get(call)
    ways = method.signatures if method else ()
    return tuple({one.name: one for way in ways for one in way.arguments}.values())


def named_types(annotation: str) -> frozenset[str]:
    """Give every name in an annotation."""
    return names(read_type(annotation))


def members(annotation: str) -> frozenset[Named]:
    """Give the classes and aliases that an annotation is a union of."""
    return frozenset(one for one in read_type(annotation) if isinstance(one, Named))


def fields_of(data: Data, name: str, surface: Surface) -> Iterator[tuple[str, str]]:
    """Yield the models that have a field, with its annotation."""
    for member in plain(data.type, surface):
        model = surface.models.get(member.name)
        if isinstance(model, Model) and name in model.fields:
            yield member.name, model.fields[name].annotation


def parsed(data: Data, name: str) -> Value | None:
    """Give the method of a raw response that parses it."""
    raw = next((one for one in data.type if isinstance(one, Named) and one.name == _RAW), None)
    return Giving(Data(raw.arguments[0])) if raw and name == "parse" else None


def item_of(data: Data, surface: Surface, *, by_key: bool) -> Data | None:
    """Give what iterating yields, or what stands at an index or key."""
    for member in plain(data.type, surface):
        if member.name in _ITEMS and member.arguments:
            return Data(member.arguments[0])
        if by_key and member.name in ("Mapping", "dict") and member.arguments[1:]:
            return Data(member.arguments[1])
    return None


def plain(type_: Type, surface: Surface, depth: int = 5) -> Iterator[Named]:
    """Yield the members of a type, with what aliases stand for."""
    for member in sorted(
        (one for one in type_ if isinstance(one, Named)), key=lambda one: one.name
    ):
        alias = surface.models.get(member.name)
        if isinstance(alias, Alias) and depth:
            yield from plain(read_type(alias.annotation), surface, depth - 1)
        else:
            yield member
