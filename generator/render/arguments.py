"""Arguments of a method: their order, annotations, defaults and texts."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, assert_never

from generator.build.bodies import CHOICE, WHOLE
from generator.ir.bodies import BodyField, FieldsBody, WholeBody
from generator.ir.types import Constants, UnionOf
from generator.render import spelling
from generator.render.docstrings import WIDTH
from generator.render.literals import literal
from generator.render.prose import clean, sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.ir.bodies import Body
    from generator.ir.client import Operation, Parameter
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
    """Return what a caller can pass: the path's parameters, then what has to be given, then the rest."""
    payloads = _payloads(operation)
    types = [body.media_type for body in operation.bodies]
    choice = [_choice(types, required=False)] if operation.other_bodies else []
    joined = _joined([passed for passed, _ in payloads])
    return _ordered([*_parameters(operation), *joined, *choice])


def alternatives(operation: Operation) -> tuple[tuple[Argument, ...], ...]:
    """Return what goes together: a list for each way to give the body, the usual one first."""
    if not operation.other_bodies:
        return (arguments(operation),)
    parameters = list(_parameters(operation))
    usual = operation.bodies[0].media_type
    return tuple(
        _ordered([*parameters, *passed, _choice(types, required=usual not in types)])
        for passed, types in _payloads(operation)
    )


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


def _ordered(passed: Iterable[Argument]) -> tuple[Argument, ...]:
    return tuple(sorted(passed, key=lambda item: (not item.positional, not item.required)))


def _payloads(operation: Operation) -> list[tuple[tuple[Argument, ...], list[str]]]:
    """Give the arguments of each body, with the media types that it may have for the same ones."""
    found: dict[tuple[Argument, ...], tuple[tuple[Argument, ...], list[str]]] = {}
    for body in operation.bodies:
        passed = tuple(_body(body))
        key = tuple(replace(item, text="") for item in passed)
        found.setdefault(key, (passed, []))[1].append(body.media_type)
    return list(found.values())


def _joined(lists: list[tuple[Argument, ...]]) -> Iterator[Argument]:
    """Yield each argument once: of any type that one of the lists has, needed if all need it."""
    found: dict[str, list[Argument]] = {}
    for item in (item for passed in lists for item in passed):
        found.setdefault(item.name, []).append(item)
    for same in found.values():
        members = tuple(dict.fromkeys(item.type for item in same))
        type_ = members[0] if len(members) == 1 else UnionOf(members=members)
        is_needed = len(same) == len(lists) and all(item.required for item in same)
        yield replace(same[0], type=type_, required=is_needed)


def _choice(media_types: list[str], *, required: bool) -> Argument:
    return Argument(
        name=CHOICE,
        type=Constants(values=tuple(media_types)),
        required=required,
        positional=False,
        place="header",
        text=f"What the body is sent as; `{media_types[0]}` where it is left out.",
    )


def _body(body: Body) -> Iterator[Argument]:
    match body:
        case FieldsBody(fields=fields, required=required):
            yield from (_field(field, body_required=required) for field in fields)
        case WholeBody():
            yield _whole(body)
        case _:
            assert_never(body)


def _whole(body: WholeBody) -> Argument:
    return Argument(
        name=WHOLE,
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
