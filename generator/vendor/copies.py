"""What is in a vendored client's folder, compared with what was copied there."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from generator.vendor.merge import has_marks
from generator.vendor.moves import moves
from generator.vendor.record import RECORD, DamagedError, plain, read_record
from generator.write.compare import MANIFEST, read_file
from generator.write.paths import refuse_links

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_CACHES = frozenset({"__pycache__", ".mypy_cache", ".ruff_cache", ".pytest_cache"})


@dataclass(frozen=True, kw_only=True, slots=True)
class Copy:
    """A vendored client: the files as they were copied, as they are, and those of other people."""

    base: Mapping[str, bytes]
    ours: Mapping[str, bytes]
    """Under the paths of the base, also where a file was moved."""

    moved: Mapping[str, str]
    foreign: tuple[str, ...]

    @property
    def edited(self) -> tuple[str, ...]:
        """Files that are not as they were copied."""
        return tuple(path for path in self.ours if self.ours[path] != self.base[path])

    def place(self, path: str) -> str:
        """Return where a file is now."""
        return self.moved.get(path, path)

    @property
    def deleted(self) -> tuple[str, ...]:
        """Files that are not there any more."""
        return tuple(path for path in self.base if path not in self.ours)

    @property
    def unresolved(self) -> tuple[str, ...]:
        """Files in which the conflicts of an update are still marked."""
        return tuple(path for path in self.edited if has_marks(self.ours[path]))


def is_copy(folder: Path) -> bool:
    """Tell whether a client is in a folder, whole or not."""
    return any((folder / name).is_file() for name in (MANIFEST, RECORD))


def read_copy(folder: Path) -> Copy:
    """Read a vendored client; raises DamagedError where nobody can say what was copied."""
    base = read_record(folder)
    refuse_links(folder, (*base, RECORD))
    found = {path: read_file(folder / path) for path in base}
    present = {path: plain(content) for path, content in found.items() if content is not None}
    if present.get(MANIFEST) != base.get(MANIFEST):
        raise DamagedError(f"{MANIFEST} is not as it was written")
    others = {path for path in files_below(folder) if path not in base and path != RECORD}
    moved = _moves(folder, {path: base[path] for path in base if path not in present}, others)
    present |= {path: _text(folder / place) for path, place in moved.items()}
    foreign = sorted(others - set(moved.values()))
    return Copy(base=base, ours=present, moved=moved, foreign=tuple(foreign))


def _moves(folder: Path, missing: Mapping[str, bytes], others: Iterable[str]) -> dict[str, str]:
    if not missing:
        return {}
    files = (path for path in sorted(others) if not (folder / path).is_symlink())
    return moves(missing, {path: _text(folder / path) for path in files})


def _text(path: Path) -> bytes:
    return plain(read_file(path) or b"")


def files_below(folder: Path) -> Iterator[str]:
    """Yield all files and links below a folder, but no caches."""
    for parent, folders, names in os.walk(folder):
        links = [name for name in folders if Path(parent, name).is_symlink()]
        folders[:] = [name for name in folders if name not in _CACHES]
        yield from (Path(parent, name).relative_to(folder).as_posix() for name in (*names, *links))
