"""The locked names of what stands inline; a union's members are known by their names, not by order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.pointers import join

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.names.lock import NameLock

UNION = "/anyOf/"


class LockedParts:
    """The lock by the places of today, after members of unions came, went and changed places.

    Where `settled`, the lock speaks of the places of today itself.
    """

    def __init__(self, lock: NameLock, *, settled: bool) -> None:
        self.lock = lock
        self._settled = settled
        self._moved: dict[str, str | None] = {}
        self._members: dict[str, dict[str, str]] = {}
        for key, name in lock.schemas.items():
            union, _, index = key.removeprefix("#").rpartition(UNION)
            if index.isdecimal():
                self._members.setdefault(union, {}).setdefault(name, join(union, "anyOf", index))

    def name_of(self, pointer: str) -> str | None:
        """Give the name locked for what stands at a pointer today."""
        earlier = self.earlier(pointer)
        return self.lock.schema_name(earlier) if earlier is not None else None

    def follow(self, union: str, wishes: Sequence[str]) -> None:
        """Find the members of a union by the names that they wish for, wherever they stood before.

        A member whose place another one had is the earlier member of its name, or a new one.
        """
        known = {} if self._settled else self._members.get(self.earlier(union) or "", {})
        for index, wish in enumerate(wishes if known else []):
            pointer = join(union, "anyOf", index)
            locked = self.name_of(pointer)
            if locked is None and wish in known:
                self._moved[pointer] = known[wish]
            elif locked != wish and locked in wishes:
                self._moved[pointer] = known.get(wish)

    def earlier(self, pointer: str) -> str | None:
        """Give the pointer that the lock knows, None for what is new."""
        start = pointer
        while self._moved and start:
            if start in self._moved:
                earlier = self._moved[start]
                return None if earlier is None else earlier + pointer.removeprefix(start)
            start = start.rpartition("/")[0]
        return pointer
