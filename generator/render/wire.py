"""Wire facts of operations: the data that the runtime turns into requests and answers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, assert_never

from generator.build.parameters import is_idempotency_key
from generator.diagnostics import ClientwrightError
from generator.ir.bodies import FieldsBody, WholeBody
from generator.ir.types import Alias, AnyValue, ObjectModel, Scalar
from generator.render import spelling
from generator.render.docstrings import WIDTH
from generator.render.imports import Code, Import, gathered, import_block
from generator.render.literals import literal, tuple_literal
from generator.render.methods import constant
from generator.render.pages import CLASSES, pages_code
from generator.render.resources import call_path
from generator.render.runtime import is_styled, runtime, writer
from generator.render.spelling import NONE, Scope

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.ir.bodies import Body, PropertyEncoding
    from generator.ir.client import (
        EventStream,
        MediaTypeSelector,
        Operation,
        Parameter,
        Resource,
        Response,
        SecurityAlternative,
    )
    from generator.ir.types import Type

_CONSTRUCTORS = {"path": "Path", "query": "Query", "header": "Header", "cookie": "Cookie"}
_USUAL = {
    "path": ("simple", False),
    "query": ("form", True),
    "header": ("simple", False),
    "cookie": ("form", True),
}
_CLASSES = (
    *("Operation", "PagedOperation", "StreamedOperation", "Fields", "Whole", "Encoding", "Reply"),
    *("Events", *CLASSES, "write_content", "write_form", "write_json_lines", "write_multipart"),
    "write_styled",
    "OneOf",
    "ReadOnly",
    "uuid4",
)
_UUID = Code(text="uuid4", imports=frozenset({Import(module="uuid", name="uuid4")}))
_IMPORTED = frozenset((*_CONSTRUCTORS.values(), *_CLASSES))


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
        return _runtime("StreamedOperation")
    return _runtime("Operation" if operation.pagination is None else "PagedOperation")


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
    yield _series("parameters", [_parameter(item) for item in operation.parameters])
    if operation.other_bodies:
        yield _one_of([_body(item) for item in operation.bodies])
    elif operation.body is not None:
        yield _keyword("body", _body(operation.body))
    yield _series("responses", [_reply(item, operation, scope) for item in operation.responses])
    yield Code(text=f"security={_security(operation.security)}")
    if operation.server is not None:
        yield Code(text=f"server={literal(operation.server)}")
    if operation.selector is not None:
        yield from _selector(operation.selector)
    if operation.pagination is not None:
        yield _keyword("pages", pages_code(operation.pagination))
    if operation.stream is not None:
        yield from _stream(operation.stream, operation, scope)


def _series(name: str, items: list[Code]) -> Code:
    """Spell a tuple as black does: on one line, or with a line for each item."""
    line = f"{name}={tuple_literal(item.text for item in items)}"
    if len(line) <= WIDTH - len("    ,"):
        return Code(text=line, imports=gathered(items))
    listed = "".join(f"        {item.text},\n" for item in items)
    return Code(text=f"{name}=(\n{listed}    )", imports=gathered(items))


def _parameter(parameter: Parameter) -> Code:
    style, explode = _USUAL[parameter.location]
    written = [literal(parameter.python_name)]
    if parameter.wire_name != parameter.python_name:
        written.append(literal(parameter.wire_name))
    if parameter.content_type is not None:
        written.append(f"content_type={literal(parameter.content_type)}")
    elif (parameter.style, parameter.explode) != (style, explode):
        written.append(f"style={literal(parameter.style)}, explode={parameter.explode}")
    if parameter.allow_reserved:
        written.append("allow_reserved=True")
    if parameter.keys:
        keys = ", ".join(f"{literal(key)}: {literal(name)}" for key, name in parameter.keys)
        written.append(f"keys={{{keys}}}")
    written_by = [_runtime("write_styled")] if is_styled(parameter) else []
    written += [f"write={code.text}" for code in written_by]
    made_by = [_UUID] if is_idempotency_key(parameter.location, parameter.wire_name) else []
    written += [f"default={code.text}" for code in made_by]
    code = _runtime(_CONSTRUCTORS[parameter.location], *written)
    return Code(text=code.text, imports=gathered((code, *written_by, *made_by)))


def _one_of(bodies: list[Code]) -> Code:
    """Spell several bodies, a line for each."""
    outer = _runtime("OneOf")
    listed = "".join(f"        {item.text},\n" for item in bodies)
    return Code(text=f"body=OneOf(\n{listed}    )", imports=gathered((outer, *bodies)))


def _body(body: Body) -> Code:
    encodings = {item.wire_name: _encoding(item) for item in body.encoding}
    listed = ", ".join(f"{literal(name)}: {code.text}" for name, code in encodings.items())
    rest = [] if body.required else ["required=False"]
    rest += [f"encoding={{{listed}}}"] if encodings else []
    read_only = _read_only(body)
    rest += [f"exclude={code.text}" for code in read_only]
    written_by = [_runtime(name) for name in filter(None, [writer(body)])]
    rest += [f"write={code.text}" for code in written_by]
    match body:
        case FieldsBody():
            code = _runtime("Fields", literal(body.media_type), literal(body.model), *rest)
        case WholeBody():
            code = _runtime("Whole", literal(body.media_type), literal(body.model), *rest)
        case _:
            assert_never(body)
    return Code(
        text=code.text, imports=gathered((code, *encodings.values(), *read_only, *written_by))
    )


def _read_only(body: Body) -> list[Code]:
    """Name what is left out of the models in a body."""
    models = ", ".join(
        f"{literal(name)}: {tuple_literal(map(literal, fields))}" for name, fields in body.read_only
    )
    return [_runtime("ReadOnly", f"{{{models}}}")] if models else []


def _encoding(encoding: PropertyEncoding) -> Code:
    written = {"content_type": encoding.content_type, "style": encoding.style}
    spelled = [f"{key}={literal(value)}" for key, value in written.items() if value is not None]
    spelled += [] if encoding.explode else ["explode=False"]
    spelled += ["allow_reserved=True"] if encoding.allow_reserved else []
    headers = ", ".join(f"{literal(name)}: {literal(value)}" for name, value in encoding.headers)
    spelled += [f"headers={{{headers}}}"] if headers else []
    code = _runtime("Encoding", *spelled)
    return Code(text=f"Encoding({', '.join(spelled)})", imports=code.imports)


def _reply(response: Response, operation: Operation, scope: Scope) -> Code:
    status = literal(response.status)
    if response.media_type is None:
        return _runtime("Reply", status)
    parsed = _parsed(response.type, operation, scope)
    reply = _runtime("Reply", status, literal(response.media_type), parsed.text)
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
    events = _runtime("Events", *written)
    yield Code(text=f"events={events.text}", imports=gathered((events, event)))


def _runtime(name: str, *written: str) -> Code:
    """Return a name of the runtime, called where there is something to pass."""
    text = f"{name}({', '.join(written)})" if written else name
    return Code(text=text, imports=frozenset({runtime(name)}))


def _keyword(name: str, value: Code) -> Code:
    return Code(text=f"{name}={value.text}", imports=value.imports)
