"""Wire facts of operations: the data that the runtime turns into requests and answers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.diagnostics import ClientwrightError
from generator.ir.types import Alias, AnyValue, ObjectModel, Scalar
from generator.render import spelling
from generator.render.docstrings import WIDTH
from generator.render.imports import Code, Import, gathered, import_block
from generator.render.literals import literal, tuple_literal
from generator.render.methods import constant
from generator.render.pages import CLASSES, turn_code
from generator.render.requests import (
    CONSTRUCTORS,
    body_code,
    one_of_code,
    parameter_code,
    runtime_code,
)
from generator.render.resources import call_path
from generator.render.spelling import NONE, Scope

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.ir.client import (
        EventStream,
        MediaTypeSelector,
        Operation,
        Resource,
        Response,
        SecurityAlternative,
    )
    from generator.ir.types import Type

_JSON = "application/json"
_CLASSES = (
    *("Operation", "PagedOperation", "StreamedOperation", "Fields", "Whole", "Encoding", "Reply"),
    *("Events", *CLASSES, "Form", "Multipart", "write_content", "write_json_lines"),
    "Styled",
    "OneOf",
    "ReadOnly",
    "uuid4",
)
_IMPORTED = frozenset((*CONSTRUCTORS.values(), *_CLASSES))


@dataclass(frozen=True, kw_only=True, slots=True)
class Wire:
    """What is known of one operation, as expressions."""

    constant: str
    kind: Code
    types: Code
    name: str
    method: str
    path: str
    facts: tuple[Code, ...]

    @property
    def imports(self) -> frozenset[Import]:
        """What the module imports to run."""
        return gathered((self.kind, *self.facts))


@dataclass(frozen=True, kw_only=True, slots=True)
class WireModule:
    """What `_operations/<module>.py` holds."""

    call: str
    imports: str
    operations: tuple[Wire, ...]


def wire_module(resource: Resource) -> WireModule:
    """Return the wire facts of a resource's operations."""
    own = [operation for operation in resource.operations if not operation.same_as]
    scope = Scope(module=_IMPORTED, members=frozenset(map(constant, own)))
    wires = tuple(_wire(resource, operation, scope) for operation in own)
    imports = frozenset[Import]().union(*(wire.imports for wire in wires))
    return WireModule(
        call=call_path(resource),
        imports=import_block(imports, gathered(wire.types for wire in wires)),
        operations=wires,
    )


def _wire(resource: Resource, operation: Operation, scope: Scope) -> Wire:
    return Wire(
        constant=constant(operation),
        kind=_kind(operation),
        types=_types(operation, scope),
        name=literal(f"{call_path(resource)}.{operation.python_name}"),
        method=literal(operation.method.upper()),
        path=literal(operation.path),
        facts=tuple(_facts(operation, scope)),
    )


def _kind(operation: Operation) -> Code:
    if operation.stream is not None:
        return runtime_code("StreamedOperation")
    return runtime_code("Operation" if operation.pagination is None else "PagedOperation")


def _types(operation: Operation, scope: Scope) -> Code:
    """Spell the type arguments of an operation: what it returns, or the items and the page."""
    if operation.stream is not None:
        event, plain = spelling.event(operation.stream, scope), _result(operation.result, scope)
        return Code(text=f"{event.text}, {plain.text}", imports=gathered((event, plain)))
    if operation.pagination is None:
        return spelling.union(_result(item, scope) for item in _results(operation))
    item = _result(operation.pagination.item, scope)
    page = _result(operation.pagination.page, scope)
    return Code(text=f"{item.text}, {page.text}", imports=gathered((item, page)))


def _results(operation: Operation) -> Iterator[Type | None]:
    if operation.selector is None:
        yield operation.result
    else:
        yield from (choice.result for choice in operation.selector.choices)


def _result(type_: Type | None, scope: Scope) -> Code:
    return NONE if type_ is None else spelling.result(type_, scope)


def _facts(operation: Operation, scope: Scope) -> Iterator[Code]:
    yield _series("parameters", [parameter_code(item) for item in operation.parameters])
    if operation.other_bodies:
        yield one_of_code([body_code(item) for item in operation.bodies])
    elif operation.body is not None:
        yield _keyword("body", body_code(operation.body))
    accept = _accept(operation)
    if accept != _JSON:
        yield Code(text=f"accept={literal(accept)}")
    yield _series("responses", [_reply(item, operation, scope) for item in operation.responses])
    yield Code(text=f"security={_security(operation.security)}")
    if operation.server is not None:
        yield Code(text=f"server={literal(operation.server)}")
    if operation.selector is not None:
        yield from _selector(operation.selector)
    if operation.pagination is not None:
        yield Code(text=f"items={literal(operation.pagination.items)}")
        yield _keyword("turn", turn_code(operation.pagination))
    if operation.stream is not None:
        yield from _stream(operation.stream, operation, scope)


def _series(name: str, items: list[Code]) -> Code:
    """Spell a tuple as black does: on one line, or with a line for each item."""
    line = f"{name}={tuple_literal(item.text for item in items)}"
    if len(line) <= WIDTH - len("    ,"):
        return Code(text=line, imports=gathered(items))
    listed = "".join(f"        {item.text},\n" for item in items)
    return Code(text=f"{name}=(\n{listed}    )", imports=gathered(items))


def _accept(operation: Operation) -> str:
    """Return the media types of the answer: those of success, else those of failure."""
    stream = operation.stream
    is_chosen = operation.selector is not None or (stream is not None and stream.flag is not None)
    told = [item for item in operation.responses if item.media_type is not None]
    succeeding = [item for item in told if item.status.startswith("2")]
    types = list(dict.fromkeys(str(item.media_type) for item in succeeding or told))
    return ", ".join(types[:1] if is_chosen else types) or "*/*"


def _reply(response: Response, operation: Operation, scope: Scope) -> Code:
    status = literal(response.status)
    if response.media_type is None:
        return runtime_code("Reply", status)
    parsed = _parsed(response.type, operation, scope)
    reply = runtime_code("Reply", status, literal(response.media_type), parsed.text)
    return Code(text=reply.text, imports=gathered((reply, parsed)))


def _parsed(type_: Type | None, operation: Operation, scope: Scope) -> Code:
    """Name what an answer is parsed into: a model by its name, a Python type by itself."""
    match type_:
        case None | AnyValue():
            return NONE
        case ObjectModel() | Alias():
            return Code(text=literal(type_.name))
        case Scalar():
            return spelling.name(type_.name, scope)
        case _:
            raise ClientwrightError(
                f"{operation.pointer}  an answer has a type without a name, which no stage should let"
                " through: please report this as a mistake of clientwright"
            )


def _security(alternatives: tuple[SecurityAlternative, ...]) -> str:
    return tuple_literal(
        tuple_literal(literal(name) for name in alternative.credentials)
        for alternative in alternatives
    )


def _selector(selector: MediaTypeSelector) -> Iterator[Code]:
    choices = ", ".join(
        f"{literal(item.value)}: {literal(item.media_type)}" for item in selector.choices
    )
    yield Code(text=f"selector={literal(selector.python_name)}")
    yield Code(text=f"choices={{{choices}}}")


def _stream(stream: EventStream, operation: Operation, scope: Scope) -> Iterator[Code]:
    if stream.flag is not None:
        yield Code(text=f"selector={literal(stream.flag)}")
        values = ("true", "") if stream.is_usual else ("true",)
        choices = ", ".join(f"{literal(item)}: {literal(stream.media_type)}" for item in values)
        yield Code(text=f"choices={{{choices}}}")
    event = NONE if stream.event is None else _parsed(stream.event, operation, scope)
    written = [literal(stream.media_type), *([] if event == NONE else [event.text])]
    if stream.fields:
        written.append(f"fields={tuple_literal(map(literal, stream.fields))}")
    written += ["is_text=True"] if stream.is_text else []
    written += [] if stream.end is None else [f"end={literal(stream.end)}"]
    if stream.errors is not None:
        written.append(f"errors={tuple_literal(map(literal, stream.errors))}")
    events = runtime_code("Events", *written)
    yield Code(text=f"events={events.text}", imports=gathered((events, event)))


def _keyword(name: str, value: Code) -> Code:
    return Code(text=f"{name}={value.text}", imports=value.imports)
