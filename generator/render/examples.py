"""Calls to show in the documentation, with the real names of the client."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from generator.ir.types import (
    Alias,
    AnyValue,
    ArrayOf,
    Constants,
    MapOf,
    Nullable,
    ObjectModel,
    Scalar,
    UnionOf,
)
from generator.render.arguments import alternatives
from generator.render.literals import literal
from generator.render.resources import call_path, only_streams
from generator.render.runtime import downloads, walk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.ir.client import Client, Operation, Resource
    from generator.ir.types import Type

_SCALARS = {
    "int": "1",
    "float": "1.5",
    "bool": "True",
    "bytes": 'b"..."',
    "UUID": 'UUID("5f0c0e0f-7d4b-4b43-8a3f-2f7a1d7c2b11")',
    "datetime": "datetime(2026, 1, 31, 12, tzinfo=UTC)",
    "date": "date(2026, 1, 31)",
    "time": "time(12, 30)",
    "timedelta": "timedelta(hours=1)",
    "Decimal": 'Decimal("1.5")',
}
_IMPORTS = {
    "UUID": "from uuid import UUID",
    "datetime": "from datetime import UTC, datetime",
    "date": "from datetime import date",
    "time": "from datetime import time",
    "timedelta": "from datetime import timedelta",
    "Decimal": "from decimal import Decimal",
}
Call = tuple["Resource", "Operation"]


def calls(client: Client) -> Iterator[Call]:
    """Yield every operation with its resource, under its present name only."""
    for resource in walk(client.resources):
        for operation in resource.operations:
            if operation.renamed_to is None:
                yield resource, operation


def renamed_calls(client: Client) -> dict[str, str]:
    """Give the present call of every operation that has a former one, by that."""
    return {
        f"{call_path(resource)}.{operation.python_name}": operation.renamed_to
        for resource in walk(client.resources)
        for operation in resource.operations
        if operation.renamed_to is not None
    }


def called(call: Call) -> str:
    """Return the attributes that lead from the client to an operation: `insights.sharing.list`."""
    resource, operation = call
    return f"{call_path(resource)}.{operation.python_name}"


def spelled(call: Call, *, streams: bool = False) -> str:
    """Return a call with every required argument, and with a flag where that decides."""
    stream, asked = call[1].stream, [one for one in alternatives(call[1])[0] if one.required]
    flag = stream.flag if stream else None
    is_told = any(one.name == flag for one in asked) or (stream and stream.is_usual is not streams)
    told = [f"{flag}={streams}"] if flag and is_told else []
    passed = (
        (
            _value(item.type, item.name)
            if item.positional
            else f"{item.name}={_value(item.type, item.name)}"
        )
        for item in asked
        if item.name != flag
    )
    return f"client.{called(call)}({', '.join([*passed, *told])})"


def imported(call: str) -> tuple[str, ...]:
    """Return the imports of the standard library that a spelled call needs."""
    return tuple(text for name, text in _IMPORTS.items() if _SCALARS[name] in call)


def first_call(client: Client) -> Call | None:
    """Choose the call that a reader should try first: one that reads and asks for little."""
    whole = (call for call in calls(client) if not only_streams(call[1]))
    return min(whole, key=_effort, default=None)


def paged_call(client: Client) -> Call | None:
    """Choose a call that returns pages."""
    paged = (call for call in calls(client) if call[1].pagination is not None)
    return min(paged, key=_effort, default=None)


def streamed_call(client: Client) -> str:
    """Spell a call that streams; nothing where none does."""
    streaming = (call for call in calls(client) if call[1].stream is not None)
    chosen = min(streaming, key=_effort, default=None)
    return "" if chosen is None else spelled(chosen, streams=True)


def download_call(client: Client) -> str:
    """Spell a call that downloads; nothing where none does."""
    downloading = (call for call in calls(client) if downloads(call[1]))
    chosen = min(downloading, key=_effort, default=None)
    return "" if chosen is None else spelled(chosen)


def _effort(call: Call) -> tuple[bool, bool, bool, int]:
    _, operation = call
    required = sum(item.required for item in alternatives(operation)[0])
    writes = operation.method.upper() != "GET"
    return operation.deprecated, operation.result is None, writes, required


def _value(type_: Type, name: str) -> str:
    """Return a value of a type as a reader would write it."""
    match type_:
        case Scalar(name=scalar):
            value = _SCALARS.get(scalar, literal(name.replace("_", "-").strip("-")))
        case Constants(values=values):
            value = literal(values[0])
        case Nullable(of=of):
            value = _value(of, name)
        case UnionOf(members=members):
            value = _value(members[0], name)
        case ArrayOf(items=items):
            value = f"[{_value(items, name)}]"
        case ObjectModel() | MapOf() | AnyValue():
            value = "{...}"
        case Alias(target=target):
            value = "..." if target is None else _value(target, name)
        case _:
            assert_never(type_)
    return value
