"""A comparison as Markdown: for a pull request or a release."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.diff.show.lists import sections
from generator.render.markdown import code, inline

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from generator.diff.report import Report


def as_markdown(report: Report, _: Path | None) -> str:
    """Write the changes as lists, breaking ones first."""
    return "\n".join(_lines(report)) + "\n"


def _lines(report: Report) -> Iterator[str]:
    yield f"# {inline(report.title)}"
    yield ""
    yield f"From {code(report.old.label)} to {code(report.new.label)}."
    yield f"Suggested version: **{report.suggestion.part}**."
    yield ""
    yield from (f"- {reason}" for reason in report.suggestion.reasons)
    yield from sections(report.changes, "##")
    if report.accepted:
        yield from ("", "## Accepted", "")
        for accepted in report.accepted:
            change = accepted.change
            told = f"{inline(change.sentence)} Accepted: {inline(accepted.reason)}"
            yield f"- {code(change.place)}: {told}"
