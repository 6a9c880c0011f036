"""Folders of two repositories, and how one is named from the other."""

from __future__ import annotations

from pathlib import Path, PurePath, PurePosixPath

from generator.diagnostics import ClientwrightError, UsageError

LISTING = "vendor.toml"
_ROOTS = (".git", "pyproject.toml")


def between(start: PurePath, target: PurePath) -> str:
    """Name an absolute path as seen from another, with posix slashes; another drive stays absolute."""
    shared = 0
    for one, other in zip(start.parts, target.parts, strict=False):
        if type(start)(one) != type(target)(other):
            break
        shared += 1
    if not shared:
        return target.as_posix()
    ups = [".."] * (len(start.parts) - shared)
    return PurePosixPath(*ups, *target.parts[shared:]).as_posix()


def repository_of(folder: Path) -> Path:
    """Return the repository that a folder, which need not exist yet, belongs to.

    That is the nearest folder with a `vendor.toml`, or else with `.git` or `pyproject.toml`, or else the
    folder itself.
    """
    absolute = folder.absolute()
    above = (absolute, *absolute.parents)
    listed = (place for place in above if (place / LISTING).is_file())
    rooted = (place for place in above if any((place / name).exists() for name in _ROOTS))
    return next(listed, None) or next(rooted, absolute)


def current_repository() -> Path:
    """Return the repository of the current folder; a UsageError where nothing is vendored."""
    root = repository_of(Path())
    if not (root / LISTING).is_file():
        raise UsageError(
            f"no {LISTING} in this folder or above it: say `clientwright vendor CLIENT DEST`"
        )
    return root


def refuse_linked(root: Path, folder: str) -> None:
    """Refuse a folder of the repository that is reached through a symbolic link."""
    place = root
    for part in PurePosixPath(folder).parts:
        place = place / part
        if place.is_symlink():
            raise ClientwrightError(
                f"{place.as_posix()} is a symbolic link, and clients are vendored into real folders"
                " only; nothing written"
            )
