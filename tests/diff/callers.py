"""Code that uses everything a client's surface has, and what each of its lines is about.

Functions take what they need as parameters: nothing of it runs, it is type-checked.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.diff.reach import read_models
from generator.diff.surface import Alias, Constants, Model
from generator.diff.types import Value, names, read_type

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from generator.diff.surface import Argument, ClientClass, Field, Method, Signature, Surface

Line = tuple[str, str]
"""Code, and the place that it uses."""

_HEAD = """\
from __future__ import annotations
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any, Literal
from uuid import UUID
import httpx2
from httpx2 import ServerSentEvent
"""
_PLAIN = frozenset(
    [
        "Any",
        "None",
        "Mapping",
        "UUID",
        "Decimal",
        "ServerSentEvent",
        "bool",
        "bytes",
        "date",
        "datetime",
        "dict",
        "float",
        "httpx2.AsyncClient",
        "httpx2.Client",
        "httpx2.Timeout",
        "int",
        "list",
        "object",
        "str",
        "time",
        "timedelta",
    ]
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Script:
    """A file of code; `places` has what its lines are about."""

    text: str
    places: dict[int, str] = field(default_factory=dict)


def callers(surface: Surface, package: str, runtime: Mapping[str, str]) -> Script:
    """Write code that uses the whole surface; `runtime` has the modules of what is not exported."""
    head = [(line, "") for line in _HEAD.splitlines()]
    lines = [*head, *_imports(surface, package, runtime), *_models(surface), *_clients(surface)]
    return Script(
        text="".join(f"{code}\n" for code, _ in lines),
        places={number: place for number, (_, place) in enumerate(lines, 1)},
    )


def _imports(surface: Surface, package: str, runtime: Mapping[str, str]) -> Iterator[Line]:
    exported = surface.exports - {"TYPE_CHECKING", "import_module", "cached_property"}
    for name in sorted(exported):
        yield f"from {package} import {name} as exported_{name}", name
    for client in surface.clients:
        yield f"from {package} import {client.name}", client.name
    for name in surface.models:
        yield f"from {package}.models import {name}", f"models.{name}"
    if any(call.startswith("webhooks.") for call in surface.clients[0].methods):
        yield f"from {package} import webhooks", "webhooks"
    for name in sorted(_runtime_names(surface)):
        yield f"from {package}._runtime.{runtime[name]} import {name}", name


def _runtime_names(surface: Surface) -> frozenset[str]:
    annotations = {
        annotation
        for client in surface.clients
        for method in client.methods.values()
        for way in method.signatures
        for annotation in (way.result, *(one.annotation for one in way.arguments))
    }
    used = frozenset[str]().union(*(names(read_type(annotation)) for annotation in annotations))
    return used - _PLAIN - surface.models.keys() - {"Self"}


def _models(surface: Surface) -> Iterator[Line]:
    read = read_models(surface)
    for name, model in surface.models.items():
        match model:
            case Model(fields=fields):
                needed = [one for one in fields.values() if one.is_required]
                yield from _construction("make", name, list(fields.values()))
                yield from _construction("make_least", name, needed)
                if name in read:
                    yield from _reading(name, list(fields.values()))
            case Constants(values=values):
                for constant, value in values.items():
                    place = f"models.{name}.{constant}"
                    yield f"constant_{name}_{constant}: Literal[{value}] = {name}.{constant}", place
            case Alias(annotation=annotation):
                yield from _alias(name, annotation, is_read=name in read)


def _construction(verb: str, name: str, fields: list[Field]) -> Iterator[Line]:
    place = f"models.{name}"
    yield f"def {verb}_{name}(", place
    for one in fields:
        yield f"    a_{one.name}: {one.annotation},", ""
    yield ") -> None:", ""
    yield f"    {name}(", place
    for one in fields:
        yield f"        {one.name}=a_{one.name},", f"{place}.{one.name}"
    yield "    )", ""


def _reading(name: str, fields: list[Field]) -> Iterator[Line]:
    yield f"def read_{name}(value: {name}) -> None:", f"models.{name}"
    yield "    pass", ""
    for one in fields:
        yield f"    a_{one.name}: {one.annotation} = value.{one.name}", f"models.{name}.{one.name}"


def _alias(name: str, annotation: str, *, is_read: bool) -> Iterator[Line]:
    place = f"models.{name}"
    yield f"def give_{name}(value: {annotation}) -> {name}:", place
    yield "    return value", place
    values = sorted(one.text for one in read_type(annotation) if isinstance(one, Value))
    for number, value in enumerate(values):
        yield f"value_{name}_{number}: {name} = {value}", place
    if is_read:
        yield f"def read_{name}(value: {name}) -> {annotation}:", place
        yield "    return value", place


def _clients(surface: Surface) -> Iterator[Line]:
    for client in surface.clients:
        for view in sorted(surface.views):
            yield f"def {client.name}_{view}(client: {client.name}) -> object:", ""
            yield f"    return client.{view}", view
        for method in client.methods.values():
            for number, way in enumerate(method.signatures):
                name = f"{client.name}_{method.call.replace('.', '_')}_{number}"
                needed = [one for one in way.arguments if one.is_required]
                yield from _function(f"{name}_all", surface, client, method, way)
                yield from _call(method.call, way.arguments, by_name=True)
                yield from _function(f"{name}_needed", surface, client, method, way)
                yield from _call(method.call, needed, by_name=False)


def _function(
    name: str, surface: Surface, client: ClientClass, method: Method, way: Signature
) -> Iterator[Line]:
    """Begin a function that is given all arguments, up to the call's opening parenthesis."""
    yield f"async def {name}(", ""
    yield f"    client: {client.name},", ""
    for one in way.arguments:
        yield f"    a_{one.name}: {one.annotation},", ""
    yield ") -> None:", ""
    yield f"    {_result(surface, client, method, way)}(", method.call


def _result(surface: Surface, client: ClientClass, method: Method, way: Signature) -> str:
    """Spell how the call's result is taken, and what is called."""
    if method.call == surface.clients[0].name:
        return client.name
    if method.call.startswith("webhooks."):
        return f"got: {way.result} = {method.call}"
    is_awaited = client.name.startswith("Async") and not way.result.startswith(("Async", "Self"))
    call = f"{'await ' if is_awaited else ''}client.{method.call}"
    result = client.name if way.result == "Self" else way.result
    return call if result == "None" else f"got: {result} = {call}"


def _call(call: str, arguments: Iterable[Argument], *, by_name: bool) -> Iterator[Line]:
    for one in arguments:
        by_position = one.is_positional and not by_name
        name = "" if by_position else f"{one.name}="
        yield f"        {name}a_{one.name},", f"{call}({one.name})"
    yield "    )", ""
