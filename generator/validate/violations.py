"""A schema validator's errors as places and short sentences."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from jsonschema_rs import ValidationError
from jsonschema_rs import ValidationErrorKind as Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

SHOWN_LENGTH = 80
TELLING = (("in",), ("type",))
"""Last keys of paths by which alternatives are told apart."""

SENTENCES = {
    "falseSchema": "not allowed in this combination",
    "not": "not allowed in this combination",
    "oneOf": "fits several forms of which only one may fit",
}
TYPES_IN_WORDS = {
    "array": "a list",
    "boolean": "true or false",
    "integer": "a whole number",
    "null": "null",
    "number": "a number",
    "object": "a mapping",
    "string": "a text",
}


Path = tuple[str | int, ...]


class Violation(NamedTuple):
    """A path into the document, and what is wrong there."""

    path: Path
    problem: str


def explain(error: ValidationError) -> Iterator[Violation]:
    """Put an error in words; of alternatives that all fail, the one that nearly fits counts."""
    path = tuple(error.instance_path)
    match error.kind:
        case Kind.AnyOf(alternatives) | Kind.OneOfNotValid(alternatives) if any(alternatives):
            yield from _nearest(alternatives)
        case Kind.AdditionalProperties(names) | Kind.UnevaluatedProperties(names):
            for name in names:
                yield Violation((*path, name), f"the key {shown(name)} is not allowed here")
        case Kind.PropertyNames(inner):
            assert isinstance(inner, ValidationError)
            name = str(inner.instance)
            yield Violation((*path, name), f"the name {_sentence(inner)}")
        case _:
            yield Violation(path, _sentence(error))


def types_in_words(types: Sequence[str]) -> str:
    """Name JSON types as people do."""
    return " or ".join(TYPES_IN_WORDS.get(name, name) for name in types)


def shown(value: object) -> str:
    """Write a value as JSON, cut where it is long."""
    return shortened(json.dumps(value, ensure_ascii=False))


def shortened(text: str) -> str:
    """Cut a text where it is long, and at its first line's end."""
    line = text.partition("\n")[0]
    return line if len(line) <= SHOWN_LENGTH else f"{line[:SHOWN_LENGTH]}…"


def _nearest(alternatives: Sequence[Sequence[ValidationError]]) -> list[Violation]:
    explained = [
        [violation for error in errors for violation in explain(error)] for errors in alternatives
    ]
    return min(explained, key=_distance)


def _distance(violations: Sequence[Violation]) -> tuple[int, int, int]:
    """Rank an alternative: of another kind, then by how deep it fails, then by how often."""
    other_kind = sum(
        violation.path[-1:] in TELLING or violation.problem == _missing("$ref")
        for violation in violations
    )
    depth = max((len(violation.path) for violation in violations), default=0)
    return other_kind, -depth, len(violations)


def _sentence(error: ValidationError) -> str:  # noqa: PLR0911 - one line a kind of violation
    subject = shown(error.instance)
    match error.kind:
        case Kind.Required(name):
            return _missing(name)
        case Kind.Type(types):
            return f"{subject} is not {types_in_words(types)}"
        case Kind.Enum(options):
            return f"{subject} is not one of {shown(options)[1:-1]}"
        case Kind.Constant(expected):
            return f"{subject} is not {shown(expected)}"
        case Kind.Pattern(pattern):
            return f"{subject} does not match {pattern}"
        case Kind.MinItems(limit) | Kind.MinProperties(limit) | Kind.MinLength(limit):
            return f"{subject} has less than {limit}"
        case Kind.UniqueItems():
            return f"{shown(_repeated(error.instance))} stands a second time in the list"
        case Kind.Format(name):
            return f"{subject} is not a valid {name}"
    return SENTENCES.get(error.kind.name) or shortened(error.message)


def _repeated(items: Any) -> Any:
    return next(item for index, item in enumerate(items) if item in items[:index])


def _missing(name: str) -> str:
    return f"the key {shown(name)} is missing"
