"""Arguments of a method: their order, annotations, defaults and texts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, assert_never

from generator.ir.client import BodyField, FieldsBody, Operation, Parameter, WholeBody
from generator.render import spelling
from generator.render.docstrings import WIDTH
from generator.render.literals import literal
from generator.render.prose import clean, sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.ir.types import Constant, Type
    from generator.render.imports import Code
    from generator.render.spelling import Scope

MARGIN = " " * 4


@dataclass(frozen=True, kw_only=True, slots=True)
class Argument:
    """One argument of a method, free of how it travels."""

    name: str
    type: Type
    required: bool
    positional: bool
    place: str
    """Where it goes, for `api.md`: `path`, `query`, `body`."""
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Annotated:
    """An argument with its annotation in one place."""

    argument: Argument
    annotation: Code


def annotated(argument: Argument, scope: Scope) -> Annotated:
    """Spell what may be passed."""
    spell = spelling.argument if argument.required else spelling.optional
    return Annotated(argument=argument, annotation=spell(argument.type, scope))


def arguments(operation: Operation) -> tuple[Argument, ...]:
    """Return what a caller passes: the path's parameters, then what has to be given, then the rest."""
    every = [*_parameters(operation), *_body(operation)]
    return tuple(sorted(every, key=lambda item: (not item.positional, not item.required)))


def definition(head: str, parts: Iterable[Annotated], returns: Code, *, tail: str) -> str:
    """Lay out a method: on one line, with all arguments on the next, or with a line for each."""
    declared = list(_declared(list(parts)))
    inner = ", ".join(declared)
    end = f") -> {returns.text}{tail}"
    line = f"{head}({inner}{end}"
    if len(MARGIN) + len(line) <= WIDTH:
        return line
    if len(MARGIN) + 4 + len(inner) <= WIDTH:
        return f"{head}(\n{MARGIN}    {inner}\n{MARGIN}{end}"
    listed = "".join(f"{MARGIN}    {argument},\n" for argument in declared)
    return f"{head}(\n{listed}{MARGIN}{end}"


def _declared(parts: list[Annotated]) -> Iterator[str]:
    yield "self"
    yield from (_spelled(part) for part in parts if part.argument.positional)
    keywords = [_spelled(part) for part in parts if not part.argument.positional]
    yield from ("*", *keywords) if keywords else ()


def _spelled(part: Annotated) -> str:
    default = "" if part.argument.required else " = NOT_GIVEN"
    return f"{part.argument.name}: {part.annotation.text}{default}"


def _parameters(operation: Operation) -> Iterator[Argument]:
    """Yield the parameters that the client does not fill in itself, those of the path in its order."""
    places = re.findall(r"\{([^{}]*)\}", operation.path)
    order = {name: position for position, name in reversed(list(enumerate(places)))}
    for parameter in sorted(operation.parameters, key=lambda item: _position(item, order)):
        if not parameter.lifted:
            yield Argument(
                name=parameter.python_name,
                type=parameter.type,
                required=parameter.required,
                positional=parameter.location == "path",
                place=parameter.location,
                text=_text(
                    parameter.description, parameter.default, deprecated=parameter.deprecated
                ),
            )


def _position(parameter: Parameter, order: dict[str, int]) -> int:
    unplaced = len(order)
    return order.get(parameter.wire_name, unplaced) if parameter.location == "path" else unplaced


def _body(operation: Operation) -> Iterator[Argument]:
    match operation.body:
        case None:
            return
        case FieldsBody(fields=fields, required=required):
            yield from (_field(field, body_required=required) for field in fields)
        case WholeBody():
            yield _whole(operation.body)
        case _:
            assert_never(operation.body)


def _whole(body: WholeBody) -> Argument:
    return Argument(
        name="body",
        type=body.type,
        required=body.required,
        positional=False,
        place="body",
        text=clean(body.description),
    )


def _field(field: BodyField, *, body_required: bool) -> Argument:
    return Argument(
        name=field.python_name,
        type=field.type,
        required=field.required and body_required,
        positional=False,
        place="body",
        text=_text(field.description, field.default, deprecated=field.deprecated),
    )


def _text(description: str, default: Constant, *, deprecated: bool) -> str:
    text = clean(description).strip()
    several_lines = "\n" in text
    parts = [
        "Deprecated." if deprecated else "",
        text if several_lines else sentence(text),
        "" if default is None else f"Server default: `{literal(default)}`.",
    ]
    return ("\n\n" if several_lines else " ").join(part for part in parts if part)
