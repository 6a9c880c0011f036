"""Build the new folder beside the old one, then let it take the old one's place."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from generator.write.folder import sibling
from generator.write.swap import exchange

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.write.compare import Change

_CACHES = "__pycache__"


def has_leftovers(output: Path) -> bool:
    """Tell whether a run was killed here, or is under way."""
    return any(sibling(output, purpose).exists() for purpose in ("old", "new", "lock"))


def recover(output: Path) -> None:
    """Undo what a run that was killed left: put back the old folder, remove the rest."""
    old = sibling(output, "old")
    if old.exists() and not output.exists():
        old.rename(output)
    for leftover in (old, sibling(output, "new")):
        if leftover.exists():
            shutil.rmtree(leftover)


def replace_folder(output: Path, files: Mapping[str, bytes], changes: tuple[Change, ...]) -> None:
    """Replace the folder by one with the changes; all other files are the same files as before."""
    new = sibling(output, "new")
    try:
        _keep(output, new, {change.path for change in changes})
        for change in changes:
            if change.path in files:
                _write(new / change.path, files[change.path])
    except BaseException:
        shutil.rmtree(new, ignore_errors=True)
        raise
    _swap(new, output)


def _keep(output: Path, new: Path, dropped: set[str]) -> None:
    """Link what stays: the files of the last run that did not change, and everything foreign."""
    new.mkdir(parents=True)
    for entry in _entries(output):
        relative = entry.relative_to(output)
        if relative.as_posix() not in dropped:
            target = new / relative
            target.parent.mkdir(parents=True, exist_ok=True)
            _link(entry, target)


def _entries(folder: Path) -> Iterator[Path]:
    """Yield files, links and empty folders, but no caches of Python, which belong to old files."""
    if not folder.exists():
        return
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name != _CACHES)
        links = [name for name in folders if Path(parent, name).is_symlink()]
        yield from (Path(parent, name) for name in (*names, *links))
        if not folders and not names:
            yield Path(parent)


def _link(entry: Path, target: Path) -> None:
    if entry.is_dir() and not entry.is_symlink():
        target.mkdir(exist_ok=True)
        return
    try:
        os.link(entry, target, follow_symlinks=False)
    except OSError:
        shutil.copy2(entry, target, follow_symlinks=False)


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def _swap(new: Path, output: Path) -> None:
    """Put the new folder in place; where two steps are needed, `recover` knows the moment between."""
    if not output.exists():
        new.rename(output)
        return
    if not exchange(new, output):
        old = sibling(output, "old")
        output.rename(old)
        new.rename(output)
        new = old
    shutil.rmtree(new)
