"""Places of nodes that do not stand where they were written."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from generator.pointers import join, split

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from generator.diagnostics import Place


class Origin(NamedTuple):
    """Where a node, and all below it that has no origin of its own, was written."""

    locate: Callable[[str], Place]
    pointer: str


def locator_of(origins: Mapping[str, Origin]) -> Callable[[str], Place]:
    """Make the `locate` of a document put together from others; the root needs an origin."""

    def locate(pointer: str) -> Place:
        keys = split(pointer)
        kept = next(n for n in range(len(keys), -1, -1) if join("", *keys[:n]) in origins)
        above = join("", *keys[:kept])
        origin = origins[above]
        place = origin.locate(join(origin.pointer, *keys[kept:]))
        return replace(place, pointer=above + place.pointer[len(origin.pointer) :])

    return locate
