"""The command line of `clientwright vendor`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from generator.diagnostics import UsageError
from generator.select.entries import SPELLING
from generator.vendor.commands import How, vendor
from generator.vendor.jobs import Named, listed_jobs, named_job

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace


def add_vendor_options(parser: ArgumentParser) -> None:
    """Declare what the command takes: a client and where it goes, or nothing for all that are listed."""
    parser.add_argument(
        "client", nargs="?", metavar="CLIENT", help="a configured client, or the folder of one"
    )
    parser.add_argument(
        "destination", nargs="?", type=Path, metavar="DEST", help="the folder that it goes into"
    )
    parser.add_argument(
        "--as", dest="name", metavar="NAME", help="its folder in DEST; by default the client's name"
    )
    parser.add_argument(
        "--include",
        action="append",
        default=[],
        metavar="ENTRY",
        help=f"only these operations: {SPELLING}; may be repeated",
    )
    parser.add_argument(
        "--shared-runtime",
        action="store_true",
        help="leave out the runtime: DEST, which must be a package, gets one for all of its clients"
        " that say so",
    )
    doing = parser.add_mutually_exclusive_group()
    doing.add_argument(
        "--check",
        action="store_true",
        help="write nothing; say what is behind, edited, deleted, damaged or foreign; without CLIENT"
        " for all that vendor.toml lists",
    )
    doing.add_argument(
        "--update-all", action="store_true", help="update all that vendor.toml lists"
    )
    parser.add_argument(
        "--dry-run", action="store_true", help="write nothing; show what would change as a diff"
    )
    parser.add_argument(
        "--force", action="store_true", help="discard edits, instead of merging them"
    )


def run_vendor(parsed: Namespace) -> int:
    """Copy, check or update clients; UsageError where it is not said which."""
    how = How(check=parsed.check, dry_run=parsed.dry_run, force=parsed.force)
    if parsed.client and parsed.destination and not parsed.update_all:
        named = Named(
            client=parsed.client,
            destination=parsed.destination,
            name=parsed.name,
            include=tuple(parsed.include),
            shared_runtime=parsed.shared_runtime,
        )
        return vendor((named_job(named),), how)
    narrowed = parsed.client or parsed.name or parsed.include or parsed.shared_runtime
    if narrowed or not (parsed.check or parsed.update_all):
        raise UsageError("say CLIENT and DEST, or --check or --update-all for all in vendor.toml")
    return vendor(listed_jobs(), how)
