"""Bring a vendored client up to date, and with it the edits that were made here."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.diagnostics import ClientwrightError
from generator.vendor.copies import Copy, files_below, is_copy, read_copy
from generator.vendor.moves import followed
from generator.vendor.outcomes import outcomes
from generator.vendor.record import RECORD, DamagedError, found_files, plain, read_record, record_of
from generator.write import alone
from generator.write.compare import Change, read_file
from generator.write.paths import check_paths, refuse_links
from generator.write.stage import replace_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from generator.vendor.outcomes import Kind, Outcome

    Confirm = Callable[[str], bool]


@dataclass(frozen=True, kw_only=True, slots=True)
class Wish:
    """How to update: discard edits, write nothing, and whom to ask before an edited file goes."""

    force: bool
    dry_run: bool
    confirm: Confirm


@dataclass(frozen=True, kw_only=True, slots=True)
class Updated:
    """What became of the files of one client; `before` is what they held."""

    outcomes: tuple[Outcome, ...]
    before: Mapping[str, bytes]

    @property
    def conflicts(self) -> tuple[Outcome, ...]:
        """The files that somebody has to look at."""
        return tuple(item for item in self.outcomes if item.kind in {"conflict", "restored"})


def update(folder: Path, theirs: Mapping[str, bytes], wish: Wish) -> Updated:
    """Let a folder hold a new version of a client, with the edits that were made here.

    Raises ClientwrightError, with nothing changed, where what is there is no client, where its books are
    damaged or the last update's conflicts are unresolved (unless `force`), and where an edited file
    would go without somebody's word.
    """
    check_paths(theirs)
    if wish.dry_run:
        return _planned(folder, theirs, wish)
    with alone(folder):
        updated = _planned(folder, theirs, wish)
        wanted = {item.path: item.content for item in updated.outcomes}
        files = {path: content for path, content in wanted.items() if content is not None}
        changes = [path for path, content in wanted.items() if content != updated.before.get(path)]
        if not _is_recorded(folder, theirs):
            files[RECORD] = record_of(theirs)
            changes.append(RECORD)
        if changes:
            made = (Change(path=path, kind="outdated") for path in changes)
            replace_folder(folder, files, tuple(made))
    return updated


def _planned(folder: Path, theirs: Mapping[str, bytes], wish: Wish) -> Updated:
    copy = _copy(folder, force=wish.force)
    found = {} if wish.force else copy.moved
    moved = {path: place for path, place in found.items() if place not in theirs}
    new = {path: followed(moved, copy.base, path) for path in theirs if path not in copy.base}
    free = {path: place for path, place in new.items() if place not in theirs}
    paths = {path: path for path in (*copy.base, *theirs)} | free | moved
    refuse_links(folder, (*sorted(paths.values()), RECORD))
    contents = {path: read_file(folder / place) for path, place in paths.items()}
    ours = {path: plain(content) for path, content in contents.items() if content is not None}
    decided = outcomes(copy.base, ours, theirs)
    if wish.force:
        decided = (replace(item, kind="written", content=theirs.get(item.path)) for item in decided)
    placed = (_placed(item, paths[item.path]) for item in decided)
    before = {paths[path]: content for path, content in ours.items()}
    return Updated(
        outcomes=tuple(_confirmed(item, before, folder, wish) for item in placed), before=before
    )


def _placed(outcome: Outcome, place: str) -> Outcome:
    """Say where a file is that was moved, which is an edit of its own."""
    if place == outcome.path:
        return outcome
    kind: Kind = "edited and gone" if outcome.kind == "removed" else outcome.kind
    return replace(outcome, path=place, kind=kind)


def _confirmed(outcome: Outcome, before: Mapping[str, bytes], folder: Path, wish: Wish) -> Outcome:
    """Ask before an edited file goes that the new version does not have."""
    if outcome.kind != "edited and gone":
        return outcome
    path = (folder / outcome.path).as_posix()
    question = f"{path} was edited here, and the new version has no such file. Remove it?"
    if wish.confirm(question):
        return replace(outcome, kind="removed", content=None)
    return replace(outcome, kind="kept", content=before[outcome.path])


def _copy(folder: Path, *, force: bool) -> Copy:
    """Return what is here; with `force`, of a damaged copy, what its manifest says is ours."""
    if not is_copy(folder):
        if next(files_below(folder), None):
            raise ClientwrightError(
                f"{folder.as_posix()} holds files, but no client that was vendored; nothing written."
                " Choose another folder"
            )
        return _copy_of({})
    try:
        copy = read_copy(folder)
    except DamagedError as error:
        if force:
            return _copy_of(found_files(folder))
        raise ClientwrightError(
            f"{folder.as_posix()} is damaged: {error}; nothing written. Restore it from your version"
            " control, or run again with --force, which copies the client anew and discards edits"
        ) from error
    if copy.unresolved and not force:
        raise ClientwrightError(
            f"{folder.as_posix()}: conflicts of the last update are not resolved yet in"
            f" {', '.join(copy.unresolved)}; nothing written"
        )
    return copy


def _copy_of(files: Mapping[str, bytes]) -> Copy:
    return Copy(base=files, ours=files, moved={}, foreign=())


def _is_recorded(folder: Path, theirs: Mapping[str, bytes]) -> bool:
    try:
        return (folder / RECORD).is_file() and read_record(folder) == theirs
    except DamagedError:
        return False
