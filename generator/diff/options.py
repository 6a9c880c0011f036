"""The command line of `clientwright diff`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from generator.commands import configured_clients, single_client
from generator.diagnostics import UsageError
from generator.diff.accepted import NAME
from generator.diff.changes import SEVERITIES
from generator.diff.command import Request
from generator.diff.show import FORMATS

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterable

_SIDES = "a document, the folder of a client, or a git revision"


def add_options(parser: ArgumentParser, formats: Iterable[str] = FORMATS) -> None:
    """Declare what the command takes."""
    parser.add_argument("old", nargs="?", metavar="OLD", help=f"{_SIDES}; else the client's folder")
    parser.add_argument(
        "new", nargs="?", metavar="NEW", help="the same; else the client's document"
    )
    parser.add_argument(
        "--client", metavar="NAME", help="a configured client, whose settings and names count"
    )
    _add_report_options(parser, formats)


def _add_report_options(parser: ArgumentParser, formats: Iterable[str]) -> None:
    """Declare how to report changes, and which of them fail the run."""
    parser.add_argument("--format", choices=formats, default="text", help="text unless said")
    parser.add_argument("--output", type=Path, metavar="FILE", help="where to write it")
    parser.add_argument(
        "--fail-on",
        choices=SEVERITIES,
        help="exit with 3 where a change is as bad as that, or worse",
    )
    parser.add_argument(
        "--accepted",
        type=Path,
        metavar="FILE",
        help=f"changes that do not count, with reasons; by default specs/NAME/{NAME}",
    )


def request_of(parsed: Namespace) -> Request:
    """Return what is asked for; UsageError where it is not clear what to compare."""
    if parsed.client:
        (client,) = configured_clients([parsed.client])
    elif parsed.old is None or parsed.new is None:
        raise UsageError("say what to compare: OLD NEW, or --client NAME")
    else:
        client = single_client(Path(parsed.old), _folder(parsed.old, parsed.new), None)
    return Request(
        old=parsed.old,
        new=parsed.new,
        client=client,
        configured=parsed.client is not None,
        form=parsed.format,
        output=parsed.output,
        fail_on=parsed.fail_on,
        accepted=parsed.accepted,
    )


def _folder(*sides: str) -> Path:
    """Give the folder that is compared, whose name the client of a document has then, too."""
    folders = (Path(side).absolute() for side in sides if Path(side).is_dir())
    return next((folder for folder in folders if folder.name.isidentifier()), Path("client"))
