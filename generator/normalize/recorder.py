"""Collects what the passes repair, each place and rule once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.diagnostics import Diagnostic

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.diagnostics import Kind, Place
    from generator.edits import Edit


class Recorder:
    """The passes' notebook; `diagnostics` is what ends up in the report."""

    def __init__(self, locate: Callable[[str], Place]) -> None:
        self._locate = locate
        self._found: dict[tuple[str, str, str], Diagnostic] = {}

    def repair(
        self, pointer: str, rule: str, problem: str, consequence: str = "repaired", *fix: Edit
    ) -> None:
        """Record that a rule of `rules.py` changed the node at a pointer of the source document.

        `fix` is what would have to change in the document itself.
        """
        found = self._add("repair", pointer, rule, problem, consequence)
        new = tuple(edit for edit in fix if edit not in found.fix)
        self._found[(pointer, rule, problem)] = replace(found, fix=(*found.fix, *new))

    def note(self, pointer: str, rule: str, problem: str, consequence: str) -> None:
        """Record something that is valid but does not reach the output as it stands."""
        self._add("note", pointer, rule, problem, consequence)

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Everything recorded, in the order of the document's lines."""
        return tuple(
            sorted(
                self._found.values(),
                key=lambda found: (found.place.line, found.place.column, found.rule or ""),
            )
        )

    def _add(
        self, kind: Kind, pointer: str, rule: str, problem: str, consequence: str
    ) -> Diagnostic:
        key = (pointer, rule, problem)
        if key not in self._found:
            self._found[key] = Diagnostic(
                kind=kind,
                place=self._locate(pointer),
                problem=problem,
                consequence=consequence,
                rule=rule,
            )
        return self._found[key]
