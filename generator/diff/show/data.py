"""A comparison for machines, as JSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from generator.characters import escaped_json

if TYPE_CHECKING:
    from pathlib import Path

    from generator.diff.changes import Change
    from generator.diff.report import Report
    from generator.diff.sides import Side

VERSION = 1


def as_json(report: Report, _: Path | None) -> str:
    """Write everything, in an order of its own."""
    suggestion = report.suggestion
    content = {
        "diff": VERSION,
        "old": _side(report.old),
        "new": _side(report.new),
        "suggestion": {"part": suggestion.part, "reasons": list(suggestion.reasons)},
        "changes": [change_data(change) for change in report.changes],
        "accepted": [
            {**change_data(accepted.change), "reason": accepted.reason}
            for accepted in report.accepted
        ],
    }
    return escaped_json(json.dumps(content, indent=1, ensure_ascii=False)) + "\n"


def _side(side: Side) -> dict[str, str]:
    surface = side.surface
    return {
        "label": side.label,
        "title": surface.title,
        "version": surface.version,
        "sha256": surface.document_sha256,
    }


def change_data(change: Change) -> dict[str, Any]:
    """Give a change as plain data."""
    where = change.where
    place = where and {"file": where.file, "line": where.line, "pointer": where.pointer}
    return {
        "kind": change.kind,
        "severity": change.severity,
        "place": change.place,
        "sentence": change.sentence,
        "old": change.old,
        "new": change.new,
        "where": place,
    }
