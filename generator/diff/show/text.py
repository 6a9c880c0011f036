"""A comparison for the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.characters import visible, visible_line
from generator.diff.changes import SEVERITIES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from generator.diff.changes import Change
    from generator.diff.report import Report


def as_text(report: Report, _: Path | None) -> str:
    """Write every change with its place, kind and line; the suggestion comes last."""
    return visible("\n".join(_lines(report)) + "\n")


def _lines(report: Report) -> Iterator[str]:
    yield f"{report.old.label} → {report.new.label}"
    for severity in SEVERITIES:
        found = [change for change in report.changes if change.severity == severity]
        if found:
            yield from ("", f"{severity} ({len(found)})")
            for change in found:
                yield from _change(change)
    if report.accepted:
        yield from ("", f"accepted ({len(report.accepted)})")
        for accepted in report.accepted:
            change = accepted.change
            yield f"  {change.place}  {change.kind}: {visible_line(accepted.reason)}"
    yield from ("", f"suggested version: {report.suggestion}")


def _change(change: Change) -> Iterator[str]:
    where = f"  {change.where.location}" if change.where else ""
    yield visible_line(f"  {change.place}  {change.kind}{where}")
    yield visible_line(f"      {change.sentence}")
