"""Class names for the components of a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.names.identifiers import class_name
from generator.names.lock import schema_key

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.names.lock import NameLock


def component_names(sources: Mapping[str, str], lock: NameLock) -> dict[str, str]:
    """Give each component key its class name; `sources` maps keys to JSON pointers.

    Names differ even ignoring case. A locked name goes first, then a key that is its own name;
    a number is the last resort. What the lock keeps for others is not given.
    """
    locked = {key: lock.schema_name(pointer) for key, pointer in sources.items()}
    wishes = {key: locked[key] or class_name(key) for key in sources}
    owners = lock.owners()
    names: dict[str, str] = {}
    used: set[str] = set()
    for key in sorted(sources, key=lambda key: (locked[key] is None, wishes[key] != key)):
        own = schema_key(sources[key])
        candidates = ((name, name.casefold()) for name in _candidates(wishes[key]))
        names[key], folded = next(
            (name, folded)
            for name, folded in candidates
            if folded not in used and own in owners.get(folded, {own})
        )
        used.add(folded)
    return {key: names[key] for key in sources}


def _candidates(wish: str) -> Iterator[str]:
    yield wish
    yield f"{wish}Model"
    number = 2
    while True:
        yield f"{wish}Model{number}"
        number += 1
