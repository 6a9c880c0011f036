"""Validate: every violation of OpenAPI, with its line; none of them ends a run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator import pointers
from generator.diagnostics import Diagnostic
from generator.validate.meaning import check_meaning
from generator.validate.references import check_references
from generator.validate.structure import check_structure

if TYPE_CHECKING:
    from generator.load import Document
    from generator.validate.violations import Violation

__all__ = ["validate"]

CONSEQUENCE = "generation goes on with what can be read, `--strict` fails"


def validate(document: Document) -> tuple[Diagnostic, ...]:
    """List a document's violations in the order of their lines; never raise."""
    version = str(document.root.get("openapi"))[:3]
    found = [*check_structure(document.root, version), *check_references(document.root)]
    found += check_meaning(document.root, version, {violation.path for violation in found})
    diagnostics = {_diagnostic(document, violation): None for violation in found}
    return tuple(sorted(diagnostics, key=_order))


def _diagnostic(document: Document, violation: Violation) -> Diagnostic:
    place = document.locate(pointers.join("", *violation.path))
    return Diagnostic(
        kind="violation", place=place, problem=violation.problem, consequence=CONSEQUENCE
    )


def _order(diagnostic: Diagnostic) -> tuple[str, int, int, str, str]:
    place = diagnostic.place
    return place.file, place.line, place.column, place.pointer, diagnostic.problem
