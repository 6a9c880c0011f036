"""Methods of a resource class, ready to be written: definition, overloads, docstring and call."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.render.arguments import MARGIN, Argument, arguments, definition
from generator.render.docstrings import Entry, Section, docstring
from generator.render.imports import Import
from generator.render.literals import literal
from generator.render.overloads import overloads, variant
from generator.render.prose import one_line, sentence
from generator.render.returns import returned
from generator.render.runtime import runtime

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.ir.client import EventStream, Operation
    from generator.render.spelling import Scope

_SAYS_NOTHING = frozenset({"", "ok", "success", "successful response", "successful operation"})
_DEPRECATED = Import(module="typing_extensions", name="deprecated")
_OVERLOAD = Import(module="typing", name="overload")
_NOT_GIVEN = runtime("NOT_GIVEN")


@dataclass(frozen=True, kw_only=True, slots=True)
class Method:
    """A method as the template writes it, with imports for annotations and for running."""

    overloads: tuple[str, ...]
    decorators: tuple[str, ...]
    definition: str
    docstring: str
    call: str
    typing_imports: frozenset[Import]
    imports: frozenset[Import]


def method(operation: Operation, scope: Scope, *, asynchronous: bool) -> Method:
    """Return the method of an operation."""
    parameters = arguments(operation)
    own = variant(parameters, returned(operation, scope, asynchronous=asynchronous), scope)
    others = overloads(operation, scope, asynchronous=asynchronous)
    awaited = asynchronous and operation.pagination is None
    head = f"{'async ' if awaited else ''}def {operation.python_name}"
    return Method(
        overloads=tuple(
            definition(head, other.parts, other.returns, tail=": ...") for other in others
        ),
        decorators=_decorators(operation),
        definition=definition(head, own.parts, own.returns, tail=":"),
        docstring=method_docstring(operation, parameters),
        call=_call(operation, scope, asynchronous=asynchronous),
        typing_imports=own.imports.union(*(other.imports for other in others)),
        imports=_imports(operation, parameters, overloaded=bool(others), asynchronous=asynchronous),
    )


def constant(operation: Operation) -> str:
    """Return the name of an operation's wire facts."""
    return (operation.same_as or operation.python_name).upper()


def summary(operation: Operation) -> str:
    """Say in one sentence what an operation does; its method and path, if the document is silent."""
    first_line = operation.description.strip().split("\n", 1)[0]
    text = one_line(operation.summary) or one_line(first_line)
    return sentence(text or f"Send `{operation.method} {operation.path}`")


def description(operation: Operation) -> str:
    """Return what there is to say beyond the summary."""
    text = operation.description.strip()
    first_line, _, rest = text.partition("\n")
    return rest.strip() if sentence(first_line) == summary(operation) else text


def method_docstring(operation: Operation, parameters: Sequence[Argument]) -> str:
    """Return the docstring of an operation's method."""
    if operation.renamed_to:
        return docstring(_renamed(operation.renamed_to), indent=2 * len(MARGIN))
    texts = [Entry(name=item.name, text=item.text) for item in parameters if item.text]
    returned = result_text(operation)
    sections = [Section(title="Args", entries=texts)] if texts else []
    sections += [Section(title="Returns", text=returned)] if returned else []
    notice = "Deprecated by the API.\n\n" if operation.deprecated else ""
    return docstring(
        summary(operation), notice + description(operation), sections, indent=2 * len(MARGIN)
    )


def result_text(operation: Operation) -> str:
    """Return what the document says about the answer, unless it only says that all went well."""
    texts = (item.description for item in operation.responses if item.status.startswith("2"))
    text = one_line(next(texts, ""))
    said = "" if text.lower().rstrip(".") in _SAYS_NOTHING else sentence(text)
    return " ".join(part for part in (said, _stream_text(operation.stream)) if part)


def _stream_text(stream: EventStream | None) -> str:
    if stream is None:
        return ""
    asked = f" unless `{stream.flag}=False`" if stream.is_usual else f" with `{stream.flag}=True`"
    condition = "" if stream.flag is None else asked
    return f"A stream of events{condition}: iterate over it, and close it or use it in `with`."


def _decorators(operation: Operation) -> tuple[str, ...]:
    if operation.renamed_to:
        return (f"deprecated({literal(_renamed(operation.renamed_to))})",)
    return (f"deprecated({literal(summary(operation))})",) if operation.deprecated else ()


def _renamed(call: str) -> str:
    return f"Renamed: use `client.{call}`."


def _call(operation: Operation, scope: Scope, *, asynchronous: bool) -> str:
    told = f"{scope.operations}.{constant(operation)}, locals()"
    if operation.pagination is not None:
        return f"{_paged(asynchronous=asynchronous)[1]}(self._client, {told})"
    call = f"self.{_function(operation)}({told})"
    return f"await {call}" if asynchronous else call


def _paged(*, asynchronous: bool) -> tuple[str, str]:
    """Name the class of the runtime that asks for pages, and what of it does so."""
    return ("AsyncPages", "AsyncPages") if asynchronous else ("Page", "Page.first")


def _function(operation: Operation) -> str:
    if operation.stream is None:
        return "_call"
    return "_stream" if operation.stream.flag is None else "_call_or_stream"


def _imports(
    operation: Operation, parameters: Sequence[Argument], *, overloaded: bool, asynchronous: bool
) -> frozenset[Import]:
    optional = not all(item.required for item in parameters)
    needs = (
        *((_NOT_GIVEN, optional), (_OVERLOAD, overloaded), (_DEPRECATED, operation.deprecated)),
        (runtime(_paged(asynchronous=asynchronous)[0]), operation.pagination is not None),
    )
    return frozenset(item for item, needed in needs if needed)
