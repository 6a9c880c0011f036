"""`clientwright diff`: compare, tell, and fail where that is asked for."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.diagnostics import ClientwrightError
from generator.diff.accepted import NAME, read_accepted, split
from generator.diff.changes import SEVERITIES
from generator.diff.compare import compare
from generator.diff.report import Report
from generator.diff.show import FORMATS
from generator.diff.sides import committed_side, made_side, read_side
from generator.names.lock import NameLock
from generator.names.lock_file import read_lock

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from generator.config import ClientConfig
    from generator.diff.changes import Change, Severity
    from generator.diff.sides import Side

DONE, BROKEN = 0, 3


@dataclass(frozen=True, kw_only=True, slots=True)
class Request:
    """What the command line asks for; without `old` or `new` the configured client is meant."""

    old: str | None
    new: str | None
    client: ClientConfig
    configured: bool
    form: str
    output: Path | None
    fail_on: Severity | None
    accepted: Path | None


def diff(request: Request) -> int:
    """Compare two surfaces and write what changes; 3 where it is as bad as `fail_on` says."""
    report = compared(request)
    write_report(FORMATS[request.form](report, request.output), request.output)
    return BROKEN if fails(report.changes, request.fail_on) else DONE


def compared(request: Request) -> Report:
    """Compare two surfaces; changes that were accepted do not count."""
    old = _old(request)
    new = _new(request, old)
    changes = compare(old.surface, new.surface)
    path = request.accepted or _usual_accepted(request)
    entries = read_accepted(path) if path else ()
    counted, accepted = split(changes, entries, path.as_posix() if path else "")
    return Report(old=old, new=new, changes=counted, accepted=accepted)


def _old(request: Request) -> Side:
    if request.old is None:
        return committed_side(request.client)
    return read_side(request.old, request.client, _lock(request), configured=request.configured)


def _new(request: Request, old: Side) -> Side:
    """Make or read the new side; names that the old one gave stay."""
    if request.new is not None:
        return read_side(request.new, request.client, old.lock, configured=request.configured)
    return made_side(request.client, old.lock)


def _lock(request: Request) -> NameLock:
    names = request.client.names
    return read_lock(names, name=names.as_posix()) if request.configured else NameLock()


def _usual_accepted(request: Request) -> Path | None:
    path = request.client.names.with_name(NAME)
    return path if request.configured and path.is_file() else None


def fails(changes: Iterable[Change], fail_on: Severity | None) -> bool:
    """Tell whether a change is as bad as that, or worse."""
    if fail_on is None:
        return False
    bad = SEVERITIES[: SEVERITIES.index(fail_on) + 1]
    return any(change.severity in bad for change in changes)


def write_report(text: str, output: Path | None) -> None:
    """Write what there is to say to a file, or to the terminal."""
    if output is None:
        sys.stdout.write(text)
        return
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        output.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise ClientwrightError(f"{output.as_posix()}: {error.strerror}; not written") from error
