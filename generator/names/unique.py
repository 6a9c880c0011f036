"""Different names for things that would like the same one."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping


def unique_names(
    wishes: Mapping[str, str], *, suffix: Callable[[str], str], taken: Iterable[str] = ()
) -> dict[str, str]:
    """Give each key its wish; where several wish the same, the key that is the wish itself has it.

    The others get the suffix of their key, and a number as the last resort.
    """
    names: dict[str, str] = {}
    used = set(taken)
    for key in sorted(wishes, key=lambda key: key != wishes[key]):
        candidates = _candidates(wishes[key], suffix(key))
        names[key] = next(name for name in candidates if name not in used)
        used.add(names[key])
    return {key: names[key] for key in wishes}


def _candidates(wish: str, suffix: str) -> Iterator[str]:
    yield wish
    yield f"{wish.rstrip('_')}_{suffix}"
    for number in count(2):
        yield f"{wish.rstrip('_')}_{suffix}_{number}"
