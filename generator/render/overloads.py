"""Overloads of a method: what can be passed together, and what that returns."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.ir.types import Constants, Nullable
from generator.render.arguments import Annotated, Argument, alternatives, annotated
from generator.render.imports import Code, Import, gathered
from generator.render.returns import returned, returned_as, streamed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.ir.client import MediaTypeChoice, MediaTypeSelector, Operation
    from generator.render.spelling import Scope


@dataclass(frozen=True, kw_only=True, slots=True)
class Variant:
    """The method's own signature, or an overload's."""

    parts: tuple[Annotated, ...]
    returns: Code

    @property
    def imports(self) -> frozenset[Import]:
        """What its annotations need."""
        return gathered((self.returns, *(part.annotation for part in self.parts)))


def variant(passed: Iterable[Argument], returns: Code, scope: Scope) -> Variant:
    """Spell a signature."""
    return Variant(parts=tuple(annotated(item, scope) for item in passed), returns=returns)


def overloads(operation: Operation, scope: Scope, *, asynchronous: bool) -> tuple[Variant, ...]:
    """Return an overload for each body and each result; none where there is one way to call."""
    every = tuple(
        variant(passed, returns, scope)
        for body in alternatives(operation)
        for passed, returns in _by_answer(operation, body, scope, asynchronous=asynchronous)
    )
    return every if len(every) > 1 else ()


def _by_answer(
    operation: Operation, passed: Sequence[Argument], scope: Scope, *, asynchronous: bool
) -> Iterator[tuple[Sequence[Argument], Code]]:
    """Yield the arguments of a call once for each answer that they can lead to."""
    selector, stream = operation.selector, operation.stream
    flag = stream.flag if stream else None
    plain = returned_as(operation, operation.result, scope, asynchronous=asynchronous)
    if selector is not None:
        for choices in _by_result(selector):
            result = choices[0].result
            returns = returned_as(operation, result, scope, asynchronous=asynchronous)
            yield _selected(passed, selector, choices), returns
    elif stream is not None and flag is not None:
        answers = {True: streamed(stream, scope, asynchronous=asynchronous), False: plain}
        if not any(item.name == flag for item in passed):
            answers = {stream.is_usual: answers[stream.is_usual]}
        for value, returns in answers.items():
            usual = value is stream.is_usual
            yield [_flagged(item, flag, value=value, usual=usual) for item in passed], returns
    else:
        yield passed, returned(operation, scope, asynchronous=asynchronous)


def _selected(
    passed: Sequence[Argument], selector: MediaTypeSelector, choices: list[MediaTypeChoice]
) -> list[Argument]:
    """Return the arguments with the one decided that selects the answer's media type."""
    is_usual = selector.choices[0] in choices
    chosen = Constants(values=tuple(choice.value for choice in choices))
    return [
        (
            replace(item, type=chosen, required=item.required or not is_usual)
            if item.name == selector.python_name
            else item
        )
        for item in passed
    ]


def _flagged(item: Argument, flag: str, *, value: bool, usual: bool) -> Argument:
    """Return the argument that decides about streaming, decided; the usual value may be left out."""
    if item.name != flag:
        return item
    takes_null = isinstance(item.type, Nullable) and usual
    chosen = Constants(values=(value, None) if takes_null else (value,))
    return replace(item, type=chosen, required=item.required or not usual)


def _by_result(selector: MediaTypeSelector) -> list[list[MediaTypeChoice]]:
    """Group the values that give the same type."""
    results = dict.fromkeys(choice.result for choice in selector.choices)
    return [[item for item in selector.choices if item.result == result] for result in results]
