"""Compare two surfaces: everything that callers of the old one may notice in the new one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.diff.changes import in_order
from generator.diff.compare.clients import client_changes
from generator.diff.compare.methods import method_changes
from generator.diff.compare.models import model_changes
from generator.diff.compare.wires import wire_changes
from generator.diff.comparison import comparison
from generator.diff.depth import deep_expressions
from generator.diff.places import located

if TYPE_CHECKING:
    from generator.diff.changes import Change
    from generator.diff.surface import Surface


@deep_expressions()
def compare(old: Surface, new: Surface) -> tuple[Change, ...]:
    """Return what changes from one surface to the other, breaking changes first."""
    both = comparison(old, new)
    changes = (
        *client_changes(both),
        *method_changes(both),
        *model_changes(both),
        *wire_changes(both),
    )
    return tuple(located(change, old, new) for change in in_order(changes))
