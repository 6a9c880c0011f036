"""Where files of a copy went that are not in their place any more."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_ALIKE = 0.5


def moves(missing: Mapping[str, bytes], others: Mapping[str, bytes]) -> dict[str, str]:
    """Return the new path of each missing file that was moved, edited or not, as git would find it.

    That is another file with the same text, or of the same name with at least half of the lines.
    """
    found: dict[str, str] = {}
    left = dict(others)
    for path, content in missing.items():
        likeness = {other: _likeness(path, content, other, left[other]) for other in left}
        nearest = max(likeness, key=lambda other: likeness[other], default=None)
        if nearest is not None and likeness[nearest] >= _ALIKE:
            found[path] = nearest
            del left[nearest]
    return found


def followed(moved: Mapping[str, str], base: Iterable[str], new: str) -> str:
    """Return where a new file belongs: where the whole folder went that it would be in."""
    folder = new.rpartition("/")[0]
    places = {
        moved.get(path, path).rpartition("/")[0]
        for path in base
        if path.rpartition("/")[0] == folder
    }
    return "/".join((places.pop(), new.rpartition("/")[2])) if folder and len(places) == 1 else new


def _likeness(path: str, content: bytes, other_path: str, other: bytes) -> float:
    """Tell how alike two files are, from 0 to 1, and a little more where the name is the same."""
    same_name = path.rpartition("/")[2] == other_path.rpartition("/")[2]
    if content == other:
        return (1.0 if content else 0.0) + same_name
    if not same_name:
        return 0.0
    return SequenceMatcher(None, content.splitlines(), other.splitlines(), autojunk=False).ratio()
