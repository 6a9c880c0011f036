"""Methods of a resource class, ready to be written: definition, overloads, docstring and call."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.ir.types import Constants, Nullable
from generator.render import spelling
from generator.render.arguments import (
    MARGIN,
    Annotated,
    Argument,
    annotated,
    arguments,
    definition,
)
from generator.render.docstrings import Entry, Section, docstring
from generator.render.imports import Code, Import, gathered
from generator.render.literals import literal
from generator.render.prose import one_line, sentence
from generator.render.runtime import runtime
from generator.render.spelling import NONE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.ir.client import EventStream, MediaTypeChoice, MediaTypeSelector, Operation
    from generator.ir.types import Type
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


@dataclass(frozen=True, kw_only=True, slots=True)
class _Variant:
    """The method's own signature, or an overload's."""

    parts: tuple[Annotated, ...]
    returns: Code

    @property
    def imports(self) -> frozenset[Import]:
        return gathered((self.returns, *(part.annotation for part in self.parts)))


def method(operation: Operation, scope: Scope, *, asynchronous: bool) -> Method:
    """Return the method of an operation."""
    parameters = arguments(operation)
    returns = returned(operation, scope, asynchronous=asynchronous)
    own = _Variant(parts=tuple(annotated(item, scope) for item in parameters), returns=returns)
    overloads = tuple(_overloads(operation, parameters, scope, asynchronous=asynchronous))
    awaited = asynchronous and operation.pagination is None
    head = f"{'async ' if awaited else ''}def {operation.python_name}"
    return Method(
        overloads=tuple(
            definition(head, variant.parts, variant.returns, tail=": ...") for variant in overloads
        ),
        decorators=_decorators(operation),
        definition=definition(head, own.parts, own.returns, tail=":"),
        docstring=method_docstring(operation, parameters),
        call=_call(operation, scope, awaited=awaited),
        typing_imports=own.imports.union(*(variant.imports for variant in overloads)),
        imports=_imports(operation, parameters, overloaded=bool(overloads)),
    )


def constant(operation: Operation) -> str:
    """Return the name of an operation's wire facts."""
    return operation.python_name.upper()


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
    condition = "" if stream.flag is None else f" with `{stream.flag}=True`"
    return f"A stream of events{condition}: iterate over it, and close it or use it in `with`."


def _decorators(operation: Operation) -> tuple[str, ...]:
    return (f"deprecated({literal(summary(operation))})",) if operation.deprecated else ()


def _call(operation: Operation, scope: Scope, *, awaited: bool) -> str:
    call = f"self.{_function(operation)}({scope.operations}.{constant(operation)}, locals())"
    return f"await {call}" if awaited else call


def _function(operation: Operation) -> str:
    if operation.stream is not None:
        return "_stream" if operation.stream.flag is None else "_call_or_stream"
    return "_call" if operation.pagination is None else "_call_pages"


def _imports(
    operation: Operation, parameters: Sequence[Argument], *, overloaded: bool
) -> frozenset[Import]:
    optional = not all(item.required for item in parameters)
    needs = ((_NOT_GIVEN, optional), (_OVERLOAD, overloaded), (_DEPRECATED, operation.deprecated))
    return frozenset(item for item, needed in needs if needed)


def returned(operation: Operation, scope: Scope, *, asynchronous: bool = False) -> Code:
    """Spell what a call returns, whatever its arguments are."""
    selector, stream = operation.selector, operation.stream
    streamed = [] if stream is None else [_streamed(stream, scope, asynchronous=asynchronous)]
    if stream is not None and stream.flag is None:
        return streamed[0]
    results = [choice.result for choice in selector.choices] if selector else [operation.result]
    plain = (_returned(operation, result, scope, asynchronous=asynchronous) for result in results)
    return spelling.union((*streamed, *plain))


def _streamed(stream: EventStream, scope: Scope, *, asynchronous: bool) -> Code:
    outer = spelling.name("AsyncStream" if asynchronous else "Stream", scope)
    return spelling.subscripted(outer, spelling.event(stream, scope))


def _returned(
    operation: Operation, result: Type | None, scope: Scope, *, asynchronous: bool
) -> Code:
    """Spell one result; asynchronous pages are not awaited, so that `async for` takes them as they are."""
    plain = NONE if result is None else spelling.result(result, scope)
    pages = operation.pagination
    if pages is None:
        return plain
    if result in (pages.page, Nullable(of=pages.page)):
        item = spelling.result(pages.item, scope)
        outer = spelling.name("AsyncPages" if asynchronous else "Page", scope)
        return spelling.subscripted(outer, item, spelling.result(pages.page, scope))
    if asynchronous:
        return spelling.subscripted(spelling.name("Awaitable", scope), plain)
    return plain


def _overloads(
    operation: Operation, parameters: Sequence[Argument], scope: Scope, *, asynchronous: bool
) -> Iterator[_Variant]:
    """Yield an overload for each result that the selecting parameter can lead to."""
    selector, stream = operation.selector, operation.stream
    if stream is not None:
        yield from _flagged(operation, parameters, scope, asynchronous=asynchronous)
    if selector is None:
        return
    for choices in _by_result(selector):
        optional = selector.choices[0] in choices
        chosen = Constants(values=tuple(choice.value for choice in choices))
        parts = (
            (
                replace(item, type=chosen, required=item.required or not optional)
                if item.name == selector.python_name
                else item
            )
            for item in parameters
        )
        yield _Variant(
            parts=tuple(annotated(item, scope) for item in parts),
            returns=_returned(operation, choices[0].result, scope, asynchronous=asynchronous),
        )


def _flagged(
    operation: Operation, parameters: Sequence[Argument], scope: Scope, *, asynchronous: bool
) -> Iterator[_Variant]:
    """Yield an overload for a call that streams and one for a call that does not."""
    stream = operation.stream
    if stream is None or stream.flag is None:
        return
    plain = _returned(operation, operation.result, scope, asynchronous=asynchronous)
    streamed = _streamed(stream, scope, asynchronous=asynchronous)
    for value, returns in ((True, streamed), (False, plain)):
        parts = (
            _chosen(item, value=value) if item.name == stream.flag else item for item in parameters
        )
        yield _Variant(parts=tuple(annotated(item, scope) for item in parts), returns=returns)


def _chosen(flag: Argument, *, value: bool) -> Argument:
    """Return the argument that decides about streaming, decided; to stream it must be given."""
    takes_null = isinstance(flag.type, Nullable) and not value
    chosen = Constants(values=(value, None) if takes_null else (value,))
    return replace(flag, type=chosen, required=flag.required or value)


def _by_result(selector: MediaTypeSelector) -> list[list[MediaTypeChoice]]:
    """Group the values that give the same type."""
    results = dict.fromkeys(choice.result for choice in selector.choices)
    return [[item for item in selector.choices if item.result == result] for result in results]
