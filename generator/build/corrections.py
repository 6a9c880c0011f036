"""Which operation each correction of the configuration is about."""

from __future__ import annotations

from dataclasses import replace
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from generator.diagnostics import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.corrections import Correction
    from generator.ir.client import EventStream
    from generator.names.operations import OperationNames

    Corrections = Mapping[tuple[str, str], Correction]


def find_corrected(
    corrections: Sequence[Correction],
    paths: Mapping[str, Mapping[str, Mapping[str, Any]]],
    names: OperationNames,
) -> Corrections:
    """Give each correction under the method and path of its operation.

    Raises UsageError where there is no such operation, and where two are about one.
    """
    known: dict[str, tuple[str, str]] = {}
    for path, methods in paths.items():
        for method, declared in methods.items():
            known[names.of(method, path).call] = (method, path)
            known[declared["operationId"]] = (method, path)
    found: dict[tuple[str, str], Correction] = {}
    for one in corrections:
        if one.operation not in known:
            nearest = get_close_matches(one.operation, known, n=1, cutoff=0)[0]
            raise _wrong(one, f"there is no such operation; the nearest is {nearest!r}")
        if known[one.operation] in found:
            raise _wrong(one, "the operation has another correction under its other name")
        found[known[one.operation]] = one
    return found


def corrected_stream(
    correction: Correction | None, stream: EventStream | None
) -> EventStream | None:
    """Make of a stream what the configuration says; a UsageError where there is none."""
    if correction is None or correction.stream is None:
        return stream
    if stream is None:
        raise UsageError("stream: the operation does not stream")
    return replace(stream, end=correction.stream.end, errors=correction.stream.errors)


def named(error: UsageError, correction: Correction | None) -> UsageError:
    """Say of which correction an error speaks."""
    return _wrong(correction, str(error)) if correction else error


def _wrong(correction: Correction, problem: str) -> UsageError:
    return UsageError(f"operations.{correction.operation}: {problem}; nothing was generated")
