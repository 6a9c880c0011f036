"""Collects what the passes repair, each place and rule once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.diagnostics import Diagnostic

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.diagnostics import Kind, Place


class Recorder:
    """The passes' notebook; `diagnostics` is what ends up in the report."""

    def __init__(self, locate: Callable[[str], Place]) -> None:
        self._locate = locate
        self._found: dict[tuple[str, str, str], Diagnostic] = {}

    def repair(self, pointer: str, rule: str, problem: str, consequence: str = "repaired") -> None:
        """Record that a named rule changed the node at a pointer of the source document."""
        self._add("repair", pointer, rule, problem, consequence)

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

    def _add(self, kind: Kind, pointer: str, rule: str, problem: str, consequence: str) -> None:
        key = (pointer, rule, problem)
        if key not in self._found:
            self._found[key] = Diagnostic(
                kind=kind,
                place=self._locate(pointer),
                problem=problem,
                consequence=consequence,
                rule=rule,
            )
