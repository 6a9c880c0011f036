"""The command line: `clientwright`, or `python -m generator`.

Exit codes: 0 done; 1 failed, nothing written; 2 wrong usage; 3 the output is not what it should be.
"""

from __future__ import annotations

import sys
import traceback
from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter
from importlib.metadata import version
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING

from generator.characters import visible
from generator.commands import (
    changed_clients,
    check_clients,
    configured_clients,
    generate_clients,
    import_document,
    single_client,
    validate_document,
)
from generator.diagnostics import ClientwrightError, UsageError
from generator.diff.command import diff
from generator.diff.options import add_options, request_of
from generator.impact.command import impact
from generator.impact.options import add_impact_options, impact_request
from generator.runs import Options
from generator.select.entries import SPELLING
from generator.vendor.options import add_vendor_options, run_vendor

if TYPE_CHECKING:
    from argparse import _SubParsersAction
    from collections.abc import Sequence

    Commands = _SubParsersAction["_AnyOrder"]

FAILED, WRONG_USAGE = 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    parsed = _parser().parse_args(arguments)
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        return int(parsed.command(parsed))
    except UsageError as error:
        return _fail(str(error), WRONG_USAGE)
    except ClientwrightError as error:
        return _fail(str(error), FAILED)
    except KeyboardInterrupt:
        return _fail("interrupted", FAILED)
    except Exception:  # noqa: BLE001 - whatever it is, a person should know what to do about it
        traceback.print_exc()
        return _fail(
            "this is a mistake of clientwright: please report it with the lines above", FAILED
        )


def _fail(message: str, code: int) -> int:
    sys.stderr.write(f"clientwright: {visible(message)}\n")
    return code


class _AnyOrder(ArgumentParser):
    """Takes options before, between and after other arguments: `impact REPO --client NAME OLD NEW`."""

    _is_sorting = False

    def parse_known_args(  # type: ignore[override]  # typeshed has an overload for each namespace
        self, args: Sequence[str] | None = None, namespace: Namespace | None = None
    ) -> tuple[Namespace, list[str]]:
        """Parse options and the rest one after the other."""
        if self._is_sorting:
            return super().parse_known_args(args, namespace or Namespace())
        self._is_sorting = True
        try:
            return self.parse_known_intermixed_args(args, namespace or Namespace())
        finally:
            self._is_sorting = False


def _parser() -> ArgumentParser:
    parser = ArgumentParser(
        prog="clientwright",
        description="Typed Python clients from OpenAPI documents, made to be vendored.",
        epilog="example:\n  clientwright generate",
        formatter_class=RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "--version", action="version", version=f"clientwright {version('clientwright')}"
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND", parser_class=_AnyOrder)
    _add_generate(commands)
    _add_check(commands)
    _add_validate(commands)
    _add_import(commands)
    _add_diff(commands)
    _add_impact(commands)
    _add_vendor(commands)
    return parser


def _add_generate(commands: Commands) -> None:
    parser = _add(
        commands,
        "generate",
        "write clients",
        "clientwright generate posthog",
        "clientwright generate --spec openapi.yaml --output src/pets",
        "clientwright generate --check",
    )
    parser.add_argument(
        "clients", nargs="*", metavar="CLIENT", help="all that are configured, unless named"
    )
    parser.add_argument(
        "--spec", type=Path, metavar="FILE", help="one document, without configuration"
    )
    parser.add_argument("--output", type=Path, metavar="DIR", help="the folder of its client")
    parser.add_argument("--name", help="the name of its client; by default the folder's")
    parser.add_argument(
        "--check",
        action="store_true",
        help="write nothing; exit with 3 and name each file that would change, was edited or is stale",
    )
    parser.add_argument(
        "--strict", action="store_true", help="fail on any repair, skip or violation"
    )
    parser.add_argument(
        "--force", action="store_true", help="overwrite files that were edited by hand"
    )
    parser.add_argument("--report", type=Path, metavar="FILE", help="write a report as JSON")
    _add_repeatable(parser, "--include", "ENTRY", f"only these operations: {SPELLING}")
    _add_repeatable(parser, "--exclude", "ENTRY", "all but these operations, spelled as above")
    _add_allow(parser)
    parser.set_defaults(command=_generate)


def _add_check(commands: Commands) -> None:
    parser = _add(
        commands,
        "check",
        "tell whether each client is what its document makes, and if not why, and what to do;"
        " exit with 3 if any is not",
        "clientwright check",
        "clientwright check posthog",
    )
    parser.add_argument(
        "clients", nargs="*", metavar="CLIENT", help="all that are configured, unless named"
    )
    parser.set_defaults(command=lambda parsed: check_clients(configured_clients(parsed.clients)))


def _add_validate(commands: Commands) -> None:
    parser = _add(
        commands,
        "validate",
        "list what is wrong with a document, and what generating would repair; exit with 1 if anything is wrong",
        "clientwright validate specs/posthog/openapi.yaml",
        "clientwright validate openapi.yaml --fix-overlay corrections.yaml",
    )
    parser.add_argument("spec", type=Path, metavar="SPEC")
    parser.add_argument(
        "--fix-overlay",
        type=Path,
        metavar="FILE",
        help="write the repairs as an OpenAPI Overlay, to keep or to send to the vendor",
    )
    _add_allow(parser)
    parser.set_defaults(
        command=lambda parsed: validate_document(parsed.spec, parsed.allow, parsed.fix_overlay)
    )


def _add_import(commands: Commands) -> None:
    parser = _add(
        commands,
        "import",
        "copy a document out of a page, file or URL to specs/CLIENT/openapi.yaml",
        "clientwright import reference.md --as vapi",
    )
    parser.add_argument(
        "source", metavar="SOURCE", help="a documentation page, a document, or its URL"
    )
    parser.add_argument("--as", dest="client", required=True, metavar="CLIENT")
    parser.set_defaults(command=lambda parsed: import_document(parsed.source, parsed.client))


def _add_diff(commands: Commands) -> None:
    parser = _add(
        commands,
        "diff",
        "tell what changes for a client's callers, and which version that suggests",
        "clientwright diff --client vapi                          # generated/vapi and its document",
        "clientwright diff v1.0 --client vapi --fail-on breaking  # since a git revision",
        "clientwright diff old.yaml new.yaml --format html --output changes.html",
        "clientwright diff app/_vendor/vapi generated/vapi",
    )
    add_options(parser)
    parser.set_defaults(command=lambda parsed: diff(request_of(parsed)))


def _add_impact(commands: Commands) -> None:
    parser = _add(
        commands,
        "impact",
        "list the lines of a repository that changes of a client touch; the code is read, never run",
        "clientwright impact ../app --client vapi                # generated/vapi and its document",
        "clientwright impact ../app --client vapi v1.0 --fail-on breaking  # since a git revision",
        "clientwright impact . old.yaml new.yaml --format json",
    )
    add_impact_options(parser)
    parser.set_defaults(command=lambda parsed: impact(impact_request(parsed)))


def _add_vendor(commands: Commands) -> None:
    parser = _add(
        commands,
        "vendor",
        "copy a client into another repository, or update the copy and merge what was edited there;"
        " exit with 3 if conflicts are left to resolve, or if --check finds a difference",
        "clientwright vendor posthog ../app/src/app/_vendor",
        "clientwright vendor posthog ../app/src/app/_vendor --dry-run",
        "clientwright vendor --check         (inside the other repository)",
        "clientwright vendor --update-all    (inside the other repository)",
    )
    add_vendor_options(parser)
    parser.set_defaults(command=run_vendor)


def _add(commands: Commands, name: str, purpose: str, *examples: str) -> ArgumentParser:
    return commands.add_parser(
        name,
        help=purpose,
        description=f"{purpose[0].upper()}{purpose[1:]}.",
        epilog="\n  ".join(("examples:" if examples[1:] else "example:", *examples)),
        formatter_class=RawDescriptionHelpFormatter,
    )


def _add_repeatable(parser: ArgumentParser, option: str, metavar: str, purpose: str) -> None:
    text = f"{purpose}; may be repeated"
    parser.add_argument(option, action="append", default=[], metavar=metavar, help=text)


def _add_allow(parser: ArgumentParser) -> None:
    purpose = "a folder or https URL beside the document's own folder from which `$ref`s may read"
    _add_repeatable(parser, "--allow", "PLACE", purpose)


def _generate(parsed: Namespace) -> int:
    options = Options(check=parsed.check, strict=parsed.strict, force=parsed.force)
    if parsed.spec is None and parsed.output is None and parsed.name is None:
        clients = configured_clients(parsed.clients)
    elif parsed.spec and parsed.output and not parsed.clients:
        clients = (single_client(parsed.spec, parsed.output, parsed.name),)
    else:
        raise UsageError("--spec FILE and --output DIR go together, without CLIENT")
    clients = changed_clients(
        clients, include=parsed.include, exclude=parsed.exclude, allow=parsed.allow
    )
    return generate_clients(clients, options, parsed.report)
