"""`clientwright impact`: compare a client, and tell which code the changes touch."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.diff.command import BROKEN, DONE, compared, fails, write_report
from generator.impact.findings import findings
from generator.impact.show import FORMATS

if TYPE_CHECKING:
    from pathlib import Path

    from generator.config import ClientConfig
    from generator.diff.command import Request as Comparison


@dataclass(frozen=True, kw_only=True, slots=True)
class Request:
    """What the command line asks for."""

    repository: Path
    comparison: Comparison


def impact(request: Request) -> int:
    """Write which lines the changes touch; 3 where one of them is as bad as `fail_on` says."""
    asked = request.comparison
    report = compared(asked)
    changes = [change for change in report.changes if change.severity != "compatible"]
    usual = _usual_names(asked.client)
    found = findings(request.repository, usual, report.old.surface, changes)
    write_report(FORMATS[asked.form](found, report), asked.output)
    touched = (finding.change for finding in found.touched)
    return BROKEN if fails(touched, asked.fail_on) else DONE


def _usual_names(client: ClientConfig) -> tuple[str, ...]:
    """Give the names by which a client that was not copied is imported."""
    parts = client.output.parts
    return parts if all(map(str.isidentifier, parts)) else (client.name,)
