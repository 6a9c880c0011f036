"""What changes touch, for the terminal and as JSON."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any

from generator.characters import escaped_json, visible, visible_line
from generator.diff.changes import SEVERITIES
from generator.diff.show.data import change_data

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from generator.diff.report import Report
    from generator.impact.findings import Finding, Findings

VERSION = 1


def as_text(found: Findings, report: Report) -> str:
    """Write a line for each use that is touched, then what is not decided, then a summary."""
    return visible("\n".join(_lines(found, report)) + "\n")


def _lines(found: Findings, report: Report) -> Iterator[str]:
    yield f"{report.old.label} → {report.new.label}"
    for severity in SEVERITIES:
        touched = [one for one in found.touched if one.change.severity == severity]
        if touched:
            yield from ("", f"{severity} ({len(touched)})")
            yield from (f"  {_told(one)}" for one in touched)
    if found.undecided:
        yield from ("", f"not decided ({len(found.undecided)})")
        told = ((_told(one).rstrip("."), visible_line(one.doubt or "")) for one in found.undecided)
        yield from (f"  {change}; {doubt}" for change, doubt in told)
    if found.unreadable:
        yield from ("", f"not read ({len(found.unreadable)})")
        yield from (f"  {place}  {visible_line(why)}" for place, why in found.unreadable)
    yield from ("", _summary(found, report))


def _told(finding: Finding) -> str:
    change = finding.change
    return visible_line(f"{finding.line}  {change.place}  {change.kind}: {change.sentence}")


def _summary(found: Findings, report: Report) -> str:
    touching = {one.change for one in found.touched}
    doubtful = {one.change for one in found.undecided} - touching
    all_ = Counter(change.severity for change in report.changes)
    broken = Counter(change.severity for change in touching)["breaking"]
    lines = len({one.line for one in found.touched})
    return (
        f"{broken} of {all_['breaking']} breaking changes touch this code;"
        f" lines touched: {lines}, changes not decided: {len(doubtful)},"
        f" files read: {found.files}, the client: {', '.join(found.copies)}"
    )


def as_json(found: Findings, report: Report) -> str:
    """Write everything for machines."""
    content = {
        "impact": VERSION,
        "old": report.old.label,
        "new": report.new.label,
        "touched": [_data(one) for one in found.touched],
        "undecided": [{**_data(one), "why": one.doubt} for one in found.undecided],
        "unreadable": [{"where": place, "why": why} for place, why in found.unreadable],
        "files": found.files,
        "client": list(found.copies),
    }
    return escaped_json(json.dumps(content, indent=1, ensure_ascii=False)) + "\n"


def _data(finding: Finding) -> dict[str, Any]:
    line = finding.line
    return {"file": line.file, "line": line.number, "change": change_data(finding.change)}


FORMATS: Mapping[str, Callable[[Findings, Report], str]] = {"text": as_text, "json": as_json}
