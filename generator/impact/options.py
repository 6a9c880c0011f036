"""The command line of `clientwright impact`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from generator.diagnostics import UsageError
from generator.diff.options import add_options, request_of
from generator.impact.command import Request
from generator.impact.show import FORMATS

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace


def add_impact_options(parser: ArgumentParser) -> None:
    """Declare what the command takes: a repository, and what `diff` takes."""
    parser.add_argument("repo", type=Path, metavar="REPO", help="the folder whose code is read")
    add_options(parser, FORMATS)


def impact_request(parsed: Namespace) -> Request:
    """Return what is asked for; UsageError where there is nothing to read."""
    if not parsed.repo.is_dir():
        raise UsageError(f"{parsed.repo.as_posix()} is no folder")
    return Request(repository=parsed.repo, comparison=request_of(parsed))
