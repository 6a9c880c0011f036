"""Two surfaces side by side, with what comparing their types needs to know."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.diff.fitting import Aliases, accepts, reads_as
from generator.diff.reach import read_models
from generator.diff.surface import Alias
from generator.diff.types import read_type

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
        return accepts(read_type(new), read_type(old), Aliases(self.old_aliases, self.new_aliases))

    def reads_as(self, old: str, new: str) -> bool:
        """Tell whether code that reads the old annotation can read the new one."""
        return reads_as(read_type(new), read_type(old), Aliases(self.new_aliases, self.old_aliases))


def comparison(old: Surface, new: Surface) -> Comparison:
    """Put two surfaces side by side."""
    return Comparison(
        old=old,
        new=new,
        read=read_models(old),
        old_aliases=_aliases(old),
        new_aliases=_aliases(new),
    )


def _aliases(surface: Surface) -> dict[str, Type]:
    return {
        name: read_type(model.annotation)
        for name, model in surface.models.items()
        if isinstance(model, Alias)
    }
