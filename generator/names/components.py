"""Class names for the components of a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.names.identifiers import class_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from generator.names.lock import NameLock


def component_names(
    sources: Mapping[str, str], lock: NameLock, reserved: Iterable[str] = ()
) -> dict[str, str]:
    """Give each component key its class name; `sources` maps keys to JSON pointers.

    Names differ even ignoring case. A locked name goes first, then a key that is its own name;
    a number is the last resort. What stands inline keeps the names that are reserved for it.
    """
    locked = {key: lock.schema_name(pointer) for key, pointer in sources.items()}
    wishes = {key: locked[key] or class_name(key) for key in sources}
    names: dict[str, str] = {}
    used = {name.casefold() for name in set(reserved).difference(locked.values())}
    for key in sorted(sources, key=lambda key: (locked[key] is None, wishes[key] != key)):
        names[key] = next(name for name in _candidates(wishes[key]) if name.casefold() not in used)
        used.add(names[key].casefold())
    return {key: names[key] for key in sources}


def _candidates(wish: str) -> Iterator[str]:
    yield wish
    yield f"{wish}Model"
    number = 2
    while True:
        yield f"{wish}Model{number}"
        number += 1
