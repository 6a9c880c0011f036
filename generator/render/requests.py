"""Wire facts of what a request carries: its parameters and bodies."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from generator.build.parameters import is_idempotency_key
from generator.ir.bodies import FieldsBody, WholeBody
from generator.render.imports import Code, Import, gathered
from generator.render.literals import literal, tuple_literal
from generator.render.runtime import is_styled, runtime, writer

if TYPE_CHECKING:
    from generator.ir.bodies import Body, PropertyEncoding
    from generator.ir.client import Parameter

CONSTRUCTORS = {"path": "Path", "query": "Query", "header": "Header", "cookie": "Cookie"}
_UUID = Code(text="uuid4", imports=frozenset({Import(module="uuid", name="uuid4")}))


def runtime_code(name: str, *written: str) -> Code:
    """Return a name of the runtime, called where there is something to pass."""
    text = f"{name}({', '.join(written)})" if written else name
    return Code(text=text, imports=frozenset({runtime(name)}))


def parameter_code(parameter: Parameter) -> Code:
    """Spell a parameter."""
    written = [literal(parameter.python_name)]
    if parameter.wire_name != parameter.python_name:
        written.append(literal(parameter.wire_name))
    written_by = [_styled(parameter)] if is_styled(parameter) else []
    written += [f"write={code.text}" for code in written_by]
    made_by = [_UUID] if is_idempotency_key(parameter.location, parameter.wire_name) else []
    written += [f"default={code.text}" for code in made_by]
    code = runtime_code(CONSTRUCTORS[parameter.location], *written)
    return Code(text=code.text, imports=gathered((code, *written_by, *made_by)))


def _styled(parameter: Parameter) -> Code:
    """Spell what writes a parameter that is no plain value; what is usual in a query is left out."""
    is_bare = parameter.location in ("path", "header")
    written = []
    if parameter.content_type is not None:
        style = [literal("simple")] if is_bare else []
        written += [*style, f"content_type={literal(parameter.content_type)}"]
    else:
        written += [] if parameter.style == "form" else [literal(parameter.style)]
        written += [] if parameter.explode else ["explode=False"]
    written += ["allow_reserved=True"] if parameter.allow_reserved else []
    if parameter.keys:
        keys = ", ".join(f"{literal(key)}: {literal(name)}" for key, name in parameter.keys)
        written.append(f"keys={{{keys}}}")
    code = runtime_code("Styled", *written)
    return Code(text=f"Styled({', '.join(written)})", imports=code.imports)


def one_of_code(bodies: list[Code]) -> Code:
    """Spell several bodies, a line for each."""
    outer = runtime_code("OneOf")
    listed = "".join(f"        {item.text},\n" for item in bodies)
    return Code(text=f"body=OneOf(\n{listed}    )", imports=gathered((outer, *bodies)))


def body_code(body: Body) -> Code:
    """Spell a body."""
    written_as = writer(body)
    is_form = written_as in ("Form", "Multipart")
    encodings = {item.wire_name: _encoding(item) for item in body.encoding if is_form}
    listed = ", ".join(f"{literal(name)}: {code.text}" for name, code in encodings.items())
    rest = [] if body.required else ["required=False"]
    read_only = _read_only(body)
    rest += [f"exclude={code.text}" for code in read_only]
    written_by = [_writer(written_as, listed)] if written_as is not None else []
    rest += [f"write={code.text}" for code in written_by]
    match body:
        case FieldsBody():
            code = runtime_code("Fields", literal(body.media_type), literal(body.model), *rest)
        case WholeBody():
            code = runtime_code("Whole", literal(body.media_type), literal(body.model), *rest)
        case _:
            assert_never(body)
    return Code(
        text=code.text, imports=gathered((code, *encodings.values(), *read_only, *written_by))
    )


def _writer(name: str, encodings: str) -> Code:
    """Name what writes a body; the class of a form is told how its properties are written."""
    written = [f"{{{encodings}}}"] if encodings else []
    called = f"{name}({', '.join(written)})" if name in ("Form", "Multipart") else name
    return Code(text=called, imports=frozenset({runtime(name)}))


def _read_only(body: Body) -> list[Code]:
    """Name what is left out of the models in a body."""
    models = ", ".join(
        f"{literal(name)}: {tuple_literal(map(literal, fields))}" for name, fields in body.read_only
    )
    return [runtime_code("ReadOnly", f"{{{models}}}")] if models else []


def _encoding(encoding: PropertyEncoding) -> Code:
    written = {"content_type": encoding.content_type, "style": encoding.style}
    spelled = [f"{key}={literal(value)}" for key, value in written.items() if value is not None]
    spelled += [] if encoding.explode else ["explode=False"]
    spelled += ["allow_reserved=True"] if encoding.allow_reserved else []
    headers = ", ".join(f"{literal(name)}: {literal(value)}" for name, value in encoding.headers)
    spelled += [f"headers={{{headers}}}"] if headers else []
    code = runtime_code("Encoding", *spelled)
    return Code(text=f"Encoding({', '.join(spelled)})", imports=code.imports)
