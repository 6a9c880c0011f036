"""A comparison as one HTML page, which needs nothing else: no network, no server."""

from __future__ import annotations

import os
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from generator.characters import visible_line
from generator.diff.changes import SEVERITIES
from generator.render.environment import templates_folder

if TYPE_CHECKING:
    from generator.diagnostics import Place
    from generator.diff.changes import Change, Severity
    from generator.diff.report import Report

_NONE = "\N{EM DASH}"


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """One change as the page shows it."""

    severity: Severity
    resource: str
    place: str
    kind: str
    sentence: list[str]
    """In parts: every second one is code."""
    values: bool
    old: str
    new: str
    where: str
    link: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Page:
    """What the template needs."""

    title: str
    old: str
    new: str
    part: str
    reasons: str
    counts: list[tuple[Severity, int]]
    resources: list[str]
    rows: list[Row]


def as_page(report: Report, output: Path | None) -> str:
    """Write the page; links to lines of documents are relative to its place."""
    folder = output.parent if output else Path()
    rows = [_row(change, "", folder) for change in report.changes]
    rows += [_row(one.change, f" Accepted: {one.reason}", folder) for one in report.accepted]
    counts = Counter(row.severity for row in rows)
    page = Page(
        title=visible_line(report.title),
        old=visible_line(report.old.label),
        new=visible_line(report.new.label),
        part=report.suggestion.part,
        reasons=", ".join(report.suggestion.reasons),
        counts=[(severity, counts[severity]) for severity in SEVERITIES],
        resources=sorted({row.resource for row in rows}),
        rows=rows,
    )
    return _environment().get_template("diff.html.jinja").render(page=page)


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(templates_folder()),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _row(change: Change, addition: str, folder: Path) -> Row:
    return Row(
        severity=change.severity,
        resource=resource_of(change.place),
        place=visible_line(change.place),
        kind=change.kind,
        sentence=visible_line(change.sentence + addition).split("`"),
        values=change.old is not None or change.new is not None,
        old=visible_line(change.old or _NONE),
        new=visible_line(change.new or _NONE),
        where=visible_line(change.where.location) if change.where else "",
        link=_link(change.where, folder) if change.where else "",
    )


def resource_of(place: str) -> str:
    """Name what a place belongs to: a resource, `models`, or the client."""
    owner = place.partition("(")[0].rpartition(".")[0]
    return "models" if place.startswith("models.") else owner or "client"


def _link(where: Place, folder: Path) -> str:
    """Lead to the line of a file that is there; what is of a revision has no address."""
    path = Path(where.file)
    if not path.is_file():
        return ""
    relative = os.path.relpath(path.absolute(), folder.absolute())
    return f"./{quote(Path(relative).as_posix())}#L{where.line}"
