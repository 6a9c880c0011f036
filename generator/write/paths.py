"""Which relative paths may be written: none that could lead out of the folder, on any system."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from generator.diagnostics import ClientwrightError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from pathlib import Path

_PART = re.compile(r"\w[\w.\-]*")


def is_inside(path: str) -> bool:
    """Tell whether a path names a file below the folder, by plain names only."""
    return all(_PART.fullmatch(part) for part in path.split("/"))


def check_paths(paths: Iterable[str]) -> None:
    """Refuse paths that lead out of the folder, and two files or folders that differ only by case."""
    seen: dict[str, str] = {}
    for path in paths:
        if not is_inside(path):
            raise ClientwrightError(
                f"{path!r} is no path inside the output folder; nothing written"
            )
        for place in (path, *map(str, PurePosixPath(path).parents)):
            other = seen.setdefault(place.casefold(), place)
            if other != place:
                raise ClientwrightError(
                    f"{other} and {place} are one where case does not count; nothing written"
                )


def refuse_links(output: Path, paths: Collection[str]) -> None:
    """Refuse to follow symbolic links: what they lead to is not ours."""
    folders = {parent for path in paths for parent in PurePosixPath(path).parents}
    places = [
        output,
        *(output / folder for folder in sorted(folders)),
        *(output / path for path in paths),
    ]
    for place in places:
        if place.is_symlink():
            raise ClientwrightError(
                f"{place.as_posix()} is a symbolic link, and clientwright writes to real files and"
                " folders only; nothing written"
            )
