"""Names and what they stand for, from the inside to the outside."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.impact.values import Value


class Scope:
    """Names of a module, a class or a function, and those around it."""

    def __init__(self, around: Scope | None = None) -> None:
        self.names: dict[str, Value | None] = {}
        self._around = around

    def copy(self) -> Scope:
        """Give a scope with the same names, to which others can be bound."""
        scope = Scope(self._around)
        scope.names = dict(self.names)
        return scope

    def look_up(self, name: str) -> Value | None:
        """Give what a name stands for."""
        if name in self.names or self._around is None:
            return self.names.get(name)
        return self._around.look_up(name)
