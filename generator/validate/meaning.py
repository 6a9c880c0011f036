"""The findings of openapi-spec-validator's walk as violations at real places."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from openapi_spec_validator.validation.exceptions import (
    DuplicateOperationIDError,
    ParameterDuplicateError,
    UnresolvableParameterError,
)
from referencing.exceptions import Unresolvable

from generator.validate.references import follow
from generator.validate.semantics import Finding, walk
from generator.validate.violations import Path, Violation, shortened, shown, types_in_words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Set as AbstractSet

NAMED = (ParameterDuplicateError, DuplicateOperationIDError, UnresolvableParameterError)
PARAMETER_NAME = re.compile(r"Path parameter '(?P<name>.*)' for '")


def check_meaning(
    root: dict[str, Any], version: str, explained: AbstractSet[Path]
) -> Iterator[Violation]:
    """Find what schemas cannot say; where the walk stumbled is told unless that is explained."""
    defaults = set()
    for finding in walk(root, version):
        path, node = follow(root, finding.path)
        if finding.keyword == "default" and not finding.broken:
            if path not in defaults:
                yield Violation((*path, "default"), _unfit_default(finding.error))
            defaults.add(path)
        elif isinstance(finding.error, NAMED):
            yield from _named(root, finding, path, node)
        elif not any(_related(path, other) for other in explained):
            yield from _unnamed(finding, path)


def _named(root: dict[str, Any], finding: Finding, path: Path, node: Any) -> Iterator[Violation]:
    match finding.error:
        case ParameterDuplicateError():
            yield from _repeated_parameters(root, path, node)
        case DuplicateOperationIDError():
            yield Violation((*path, "operationId"), "this operationId stands a second time")
        case UnresolvableParameterError():
            yield Violation(path, _unmatched(str(finding.path[1]), str(finding.error.message)))


def _unnamed(finding: Finding, path: Path) -> Iterator[Violation]:
    match finding.error:
        case Unresolvable():
            return  # References of this document were looked up already; no other is read here.
        case RecursionError():
            yield Violation(path, "nested too deeply to be checked further")
        case error if finding.broken:
            problem = f"of no form that can be checked further ({type(error).__name__})"
            yield Violation(path, problem)
        case error:
            yield Violation(path, shortened(str(error.message)))


def _unfit_default(error: Any) -> str:
    subject = f"the default {shown(error.instance)}"
    match error.validator, error.validator_value:
        case "type", str() as name:
            return f"{subject} is not {types_in_words([name])}"
        case "type", list() as names:
            return f"{subject} is not {types_in_words(names)}"
        case "enum", options:
            return f"{subject} is not one of {shown(options)[1:-1]}"
    return f"{subject} does not fit its schema"


def _repeated_parameters(
    root: dict[str, Any], path: Path, parameters: list[Any]
) -> Iterator[Violation]:
    """Find the second parameter of a name and location, which the validator does not point at."""
    seen = set()
    for index in range(len(parameters)):
        (_, name), (_, location) = (follow(root, (*path, index, key)) for key in ("name", "in"))
        if (name, location) in seen:
            problem = f"the {location} parameter {shown(name)} stands a second time"
            yield Violation((*path, index), problem)
        seen.add((name, location))


def _unmatched(url: str, message: str) -> str:
    name = PARAMETER_NAME.match(message)
    if name is None:
        return shortened(message)
    placeholder = f"{{{name['name']}}}"
    if placeholder in url:
        return f"{placeholder} in the path has no path parameter"
    return f"the path parameter {shown(name['name'])} has no {placeholder} in the path"


def _related(path: Path, other: Path) -> bool:
    shorter = min(len(path), len(other))
    return path[:shorter] == other[:shorter]
