"""Write a client: staged beside its folder, then swapped in whole; or only compare.

A run that fails or is killed at any moment leaves the previous output as it was; the next run
removes what such a run left beside it. Only files of the last run are replaced or removed, and none
that a person edited.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.diagnostics import ClientwrightError
from generator.write.compare import Change, compare
from generator.write.folder import check_folder
from generator.write.lock import locked
from generator.write.single import staged
from generator.write.stage import has_leftovers, recover, replace_folder

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

__all__ = ["Change", "WriteResult", "alone", "staged", "write"]

_SHOWN = 20


@dataclass(frozen=True, kw_only=True, slots=True)
class WriteResult:
    """What became of each file; in a comparison, `changes` is what a run would do."""

    written: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    changes: tuple[Change, ...] = ()


def write(
    files: Mapping[str, bytes], output: Path, *, check: bool = False, force: bool = False
) -> WriteResult:
    """Make a folder hold the files, or with `check` only tell what is different.

    Raises ClientwrightError, with nothing changed, where a file was edited by hand (unless `force`),
    where a symbolic link is in the way, and where the file system refuses.
    """
    changes = compare(files, output)
    if not check and (changes or has_leftovers(output)):
        changes = _replace(files, output, force=force)
    changed = {change.path for change in changes}
    unchanged = tuple(path for path in files if path not in changed)
    if check:
        return WriteResult(unchanged=unchanged, changes=changes)
    return WriteResult(
        written=tuple(change.path for change in changes if change.path in files),
        unchanged=unchanged,
        removed=tuple(change.path for change in changes if change.path not in files),
    )


def _replace(files: Mapping[str, bytes], output: Path, *, force: bool) -> tuple[Change, ...]:
    """Make the changes; another run may have made them in the meantime."""
    with alone(output):
        changes = compare(files, output)
        if not force:
            _refuse_edited(changes, output)
        if changes:
            replace_folder(output, files, changes)
    return changes


@contextmanager
def alone(output: Path) -> Iterator[None]:
    """Keep other runs from a folder, which is as it was before a run that was killed.

    Raises ClientwrightError where another run is there, and where the file system refuses.
    """
    check_folder(output)
    with _explained(output):
        output.parent.mkdir(parents=True, exist_ok=True)
        with locked(output):
            recover(output)
            yield


@contextmanager
def _explained(output: Path) -> Iterator[None]:
    """Turn what the file system says into a message."""
    try:
        yield
    except OSError as error:
        what = f"{error.filename}: {error.strerror}" if error.filename else error.strerror
        raise ClientwrightError(f"{output.as_posix()}: {what}; nothing written") from error


def _refuse_edited(changes: tuple[Change, ...], output: Path) -> None:
    edited = [
        f"{change.path} {change.meaning}"
        for change in changes
        if change.kind in {"edited", "foreign"}
    ]
    if edited:
        more = [f"and {len(edited) - _SHOWN} more"] if len(edited) > _SHOWN else []
        listed = "".join(f"\n  {line}" for line in (*edited[:_SHOWN], *more))
        raise ClientwrightError(
            f"{output.as_posix()}: nothing written, because edits would be lost:{listed}\n"
            "Move them to files of your own, or run again with --force to overwrite them"
        )
