"""The report of a run, for machines: the sums of all clients, and each client by its name."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.diagnostics import Diagnostic
    from generator.ir.client import SkippedOperation
    from generator.runs import RunResult


def report_text(results: Sequence[RunResult]) -> str:
    """Return the report as JSON."""
    clients = {result.client: _report([result]) for result in results}
    return f"{json.dumps({**_report(results), 'clients': clients}, indent=2)}\n"


def _report(results: Sequence[RunResult]) -> dict[str, Any]:
    found = [item for result in results for item in result.diagnostics]
    return {
        "operations": {
            "total": sum(result.operations for result in results),
            "generated": sum(result.generated for result in results),
            "skipped": [_skipped(item) for result in results for item in result.skipped],
        },
        "schemas": {
            "total": sum(result.schemas for result in results),
            "generated": sum(result.models for result in results),
        },
        "pagination": [
            {"call": call, **facts} for result in results for call, facts in result.paged.items()
        ],
        "repairs": [_diagnostic(item) for item in found if item.kind == "repair"],
        "violations": [_diagnostic(item) for item in found if item.kind == "violation"],
        "files": _files(results),
        "seconds": _seconds(results),
    }


def _skipped(operation: SkippedOperation) -> dict[str, str]:
    return {
        "id": operation.operation_id,
        "method": operation.method.upper(),
        "path": operation.path,
        "where": operation.where,
        "reason": operation.reason,
    }


def _diagnostic(diagnostic: Diagnostic) -> dict[str, Any]:
    return {
        "rule": diagnostic.rule,
        "where": str(diagnostic.place),
        "line": diagnostic.place.line,
        "message": f"{diagnostic.problem}; {diagnostic.consequence}",
    }


def _files(results: Sequence[RunResult]) -> dict[str, int]:
    files = [result.files for result in results if result.files]
    return {
        "written": sum(len(item.written) for item in files),
        "unchanged": sum(len(item.unchanged) for item in files),
        "removed": sum(len(item.removed) for item in files),
    }


def _seconds(results: Sequence[RunResult]) -> dict[str, float]:
    total: Counter[str] = Counter()
    for result in results:
        total.update(result.seconds)
    return {stage: round(seconds, 3) for stage, seconds in total.items()}
