"""Two surfaces side by side, with what comparing their types needs to know."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.diff.fitting import Aliases, accepts, reads_as
from generator.diff.reach import read_models
from generator.diff.surface import Alias
from generator.diff.types import read_type, renamed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.diff.surface import Surface
    from generator.diff.types import Type


@dataclass(frozen=True, kw_only=True, slots=True)
class Comparison:
    """An old and a new surface; `read` are the models that callers of the old one read."""

    old: Surface
    new: Surface
    read: frozenset[str]
    old_aliases: Mapping[str, Type]
    new_aliases: Mapping[str, Type]

    def accepts(self, old: str, new: str) -> bool:
        """Tell whether what could be given for the old annotation can be given for the new one."""
        return all(
            accepts(read_type(new), self._present(old), Aliases(meant, self.new_aliases))
            for meant in self._meanings()
        )

    def reads_as(self, old: str, new: str) -> bool:
        """Tell whether code that reads the old annotation can read the new one."""
        return all(
            reads_as(read_type(new), self._present(old), Aliases(self.new_aliases, meant))
            for meant in self._meanings()
        )

    def _present(self, old: str) -> Type:
        """Read an annotation of the old surface with the names that models have now."""
        return renamed(read_type(old), self.new.former)

    def _meanings(self) -> tuple[Mapping[str, Type], ...]:
        """Give what callers mean by names: what these were, and what they are by now."""
        return self.old_aliases, {**self.old_aliases, **self.new_aliases}


def comparison(old: Surface, new: Surface) -> Comparison:
    """Put two surfaces side by side."""
    return Comparison(
        old=old,
        new=new,
        read=read_models(old),
        old_aliases=_aliases(old, new.former),
        new_aliases=_aliases(new, {}),
    )


def _aliases(surface: Surface, former: Mapping[str, str]) -> dict[str, Type]:
    of_runtime = {name: read_type(annotation) for name, annotation in surface.aliases.items()}
    return of_runtime | {
        former.get(name, name): renamed(read_type(model.annotation), former)
        for name, model in surface.models.items()
        if isinstance(model, Alias)
    }
