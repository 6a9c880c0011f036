"""`api.md` of a client: every operation with its call, arguments, answer and errors."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.render import spelling
from generator.render.arguments import arguments
from generator.render.docstrings import WIDTH
from generator.render.examples import renamed_calls
from generator.render.markdown import cell, code, inline, prose
from generator.render.methods import description, summary
from generator.render.pages import pages_text
from generator.render.resources import call_path, resource_text
from generator.render.returns import returned
from generator.render.runtime import walk
from generator.render.spelling import Scope
from generator.render.webhooks import parsed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.ir.client import Client, Operation, Resource
    from generator.models import ModelPackage
    from generator.render.arguments import Argument

_SCOPE = Scope()


@dataclass(frozen=True, kw_only=True, slots=True)
class ArgumentRow:
    """An argument in a table."""

    name: str
    type: str
    place: str
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class ErrorRow:
    """A status that a call raises."""

    status: str
    type: str
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """One operation."""

    title: str
    call: str
    result: str
    request: str
    text: str
    arguments: tuple[ArgumentRow, ...]
    errors: tuple[ErrorRow, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Part:
    """One resource."""

    call: str
    text: str
    operations: tuple[Entry, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class WebhookRow:
    """A function that parses what the API sends."""

    call: str
    result: str
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class SkippedRow:
    """An operation of the document that the client does not have."""

    request: str
    place: str
    reason: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Reference:
    """What `api.md` shows."""

    title: str
    parts: tuple[Part, ...]
    webhooks: tuple[WebhookRow, ...]
    left_out: str
    skipped: tuple[SkippedRow, ...]
    renamed: tuple[tuple[str, str], ...]
    """Former names, which end in a warning, with the present ones."""


def reference(client: Client, written: ModelPackage) -> Reference:
    """Return the contents of a client's `api.md`."""
    return Reference(
        title=inline(client.title),
        parts=tuple(_part(resource) for resource in walk(client.resources)),
        webhooks=tuple(
            WebhookRow(
                call=f"{webhook.python_name}(payload)",
                result=code(payload.name),
                text=cell(inline(webhook.summary or webhook.name)),
            )
            for webhook, payload in parsed(client).items()
        ),
        left_out=(
            "Operations of the document that this client lacks:" if client.skipped else "Nothing."
        ),
        skipped=tuple(
            SkippedRow(
                request=code(f"{item.method.upper()} {item.path}"),
                place=code(item.where),
                reason=inline(item.reason),
            )
            for item in client.skipped
        ),
        renamed=(
            *((f"client.{old}", f"client.{new}") for old, new in renamed_calls(client).items()),
            *((f"models.{old}", f"models.{new}") for old, new in written.renamed.items()),
        ),
    )


def _part(resource: Resource) -> Part:
    return Part(
        call=f"client.{call_path(resource)}",
        text=inline(resource_text(resource)),
        operations=tuple(
            _entry(resource, item) for item in resource.operations if item.renamed_to is None
        ),
    )


def _entry(resource: Resource, operation: Operation) -> Entry:
    passed = arguments(operation)
    notice = "**Deprecated by the API.**\n\n" if operation.deprecated else ""
    pages = pages_text(operation.pagination) if operation.pagination else ""
    text = "\n\n".join(part for part in (summary(operation), description(operation)) if part)
    return Entry(
        title=operation.python_name,
        call=_call(f"client.{call_path(resource)}.{operation.python_name}", passed),
        result=code(returned(operation, _SCOPE).text),
        request=code(f"{operation.method.upper()} {operation.path}"),
        text=notice + prose(text) + (f"\n\n{pages}" if pages else ""),
        arguments=tuple(_row(item) for item in passed),
        errors=tuple(_errors(operation)),
    )


def _call(function: str, passed: tuple[Argument, ...]) -> str:
    shown = [_shown(item) for item in passed]
    line = f"{function}({', '.join(shown)})"
    if len(line) <= WIDTH:
        return line
    return "\n".join((f"{function}(", *(f"    {item}," for item in shown), ")"))


def _shown(argument: Argument) -> str:
    """Show positional arguments by name, the others as they are passed."""
    return argument.name if argument.positional else f"{argument.name}=..."


def _row(argument: Argument) -> ArgumentRow:
    required = "" if argument.required else ", optional"
    return ArgumentRow(
        name=argument.name,
        type=cell(code(spelling.argument(argument.type, _SCOPE).text)),
        place=argument.place + required,
        text=cell(inline(argument.text)),
    )


def _errors(operation: Operation) -> Iterator[ErrorRow]:
    for response in operation.responses:
        if not response.status.startswith(("1", "2", "3")):
            body = spelling.result(response.type, _SCOPE).text if response.type else ""
            yield ErrorRow(
                status=cell(inline(response.status)),
                type=cell(code(body)),
                text=cell(inline(response.description)),
            )
