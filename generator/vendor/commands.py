"""`clientwright vendor`: what it does, and what a person reads of it."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, replace
from difflib import unified_diff
from functools import cache, partial
from typing import TYPE_CHECKING, TypeVar

from generator.characters import visible_line
from generator.diagnostics import ClientwrightError
from generator.render.manifest import KEPT
from generator.terminal import ask, count, is_attended, tell, warn
from generator.vendor.copies import is_copy, read_copy
from generator.vendor.places import LISTING
from generator.vendor.record import DamagedError
from generator.vendor.runtimes import shared_runtimes
from generator.vendor.update import Wish, update
from generator.write import staged
from generator.write.compare import MANIFEST

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from generator.vendor.copies import Copy
    from generator.vendor.jobs import Job
    from generator.vendor.outcomes import Outcome
    from generator.vendor.runtimes import SharedRuntime

    Copying = Job | SharedRuntime

T = TypeVar("T")
DONE, FAILED, DRIFT = 0, 1, 3
_SUMS = (
    ("written", "written"),
    ("removed", "removed"),
    ("merged", "merged"),
    ("kept", "kept as changed here"),
    ("deleted", "left out as deleted"),
    ("conflict", "to resolve"),
    ("restored", "back"),
)
_MEANINGS = {
    "merged": "was edited here and changed there: merged",
    "conflict": "was edited here and changed there in one place: resolve the conflict that is marked",
    "restored": "was deleted here and changed there: it is back, see whether you need it",
    "kept": "was changed here: kept",
    "deleted": "was deleted here: left out",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class How:
    """How to vendor: only compare, only show, discard edits."""

    check: bool
    dry_run: bool
    force: bool


def vendor(jobs: Sequence[Job], how: How) -> int:
    """Check or update copies; one that fails does not keep the others from theirs."""
    shared = shared_runtimes(jobs)
    if how.check:
        copies: tuple[Copying, ...] = (*jobs, *shared)
        codes = [_tried(check_copy, one) for one in copies]
    else:
        wish = Wish(force=how.force, dry_run=how.dry_run, confirm=cache(_confirm))
        alone = [(job,) for job in jobs if not job.entry.shared_runtime]
        groups = [*alone, *((one, *one.jobs) for one in shared)]
        codes = [_tried(partial(_update_group, wish=wish), group) for group in groups]
    return min((code for code in codes if code), default=DONE)


def _tried(attempt: Callable[[T], int], what: T) -> int:
    try:
        return attempt(what)
    except ClientwrightError as error:
        warn(f"clientwright: {error}")
        return FAILED


def check_copy(job: Copying) -> int:
    """Say what is wrong with a copy, a line each; 3 if anything is."""
    found = tuple(_differences(job))
    for difference in found:
        tell(difference)
    well = "up to date" if job.is_here else "as it was copied"
    tell(f"{job.folder.as_posix()}: {count(len(found), 'difference') if found else well}")
    return DRIFT if found else DONE


def _differences(job: Copying) -> Iterator[str]:
    place = job.folder.as_posix()
    if not is_copy(job.folder):
        yield f"{place} is not there: if you moved it, say so in {LISTING}"
        return
    try:
        copy = read_copy(job.folder)
    except DamagedError as error:
        yield f"{place} is damaged: {error}"
        return
    yield from (f"{place}/{line}" for line in _local(copy))
    if not job.is_here:
        warn(f"{place}: its source is not on this machine, so nobody can say whether it is behind")
        return
    new = job.new_files()
    differing = {path for path in {*copy.base, *new} if copy.base.get(path) != new.get(path)}
    if differing:
        here, there = _versions(copy.base, new)
        files = count(len(differing), "file")
        yield f"{place} is behind: {here} here, {there} in its source; {files} would change"


def _local(copy: Copy) -> Iterator[str]:
    """Say what was done to the copy where it is."""
    for path in (path for path in copy.edited if path not in KEPT):
        meaning = "has unresolved conflicts" if path in copy.unresolved else "was edited by hand"
        yield f"{copy.place(path)} {meaning}"
    for path, place in copy.moved.items():
        yield f"{path} was moved to {place}"
    for path in copy.deleted:
        yield f"{path} was deleted"
    for path in copy.foreign:
        yield f"{path} was not vendored"


def _update_group(group: Sequence[Copying], wish: Wish) -> int:
    """Update a client, or all that share a runtime and that: none of them if one cannot be."""
    for one in group:
        _refuse_missing(one)
        if len(group) > 1:
            update(one.folder, one.new_files(), replace(wish, dry_run=True))
    return max([_update_copy(one, wish) for one in group])


def _refuse_missing(job: Copying) -> None:
    if job.is_listed and not is_copy(job.folder):
        raise ClientwrightError(
            f"{job.folder.as_posix()} is not there; nothing written. If you moved it, say so in"
            f" {LISTING}; if you removed it, remove it there, too"
        )


def _update_copy(job: Copying, wish: Wish) -> int:
    new = job.new_files()
    with staged(*job.listing(), check=wish.dry_run):
        updated = update(job.folder, new, wish)
    place = job.folder.as_posix()
    for outcome in updated.outcomes:
        if wish.dry_run:
            _show(place, outcome, updated.before.get(outcome.path))
        if outcome.kind in _MEANINGS:
            tell(f"{place}/{outcome.path} {_MEANINGS[outcome.kind]}")
    counted = Counter[str](outcome.kind for outcome in updated.outcomes)
    sums = ", ".join(f"{counted[kind]} {name}" for kind, name in _SUMS if counted[kind])
    tell(f"{place}: {_version(new)}; {sums or 'nothing to do'}")
    if wish.dry_run:
        tell("nothing written, because of --dry-run")
    return DRIFT if updated.conflicts else DONE


def _confirm(question: str) -> bool:
    if not is_attended():
        raise ClientwrightError(
            f"{question}\nNothing written: nobody is here to answer. Delete or move the file yourself,"
            " or run again with --force, which discards all edits"
        )
    return ask(question)


def _show(place: str, outcome: Outcome, before: bytes | None) -> None:
    """Print what would change in a file."""
    old, new = (_lines(content) for content in (before, outcome.content))
    path = f"{place}/{outcome.path}"
    for line in unified_diff(old, new, path, path):
        tell(visible_line(line.removesuffix("\n")))


def _lines(content: bytes | None) -> list[str]:
    return (content or b"").decode(errors="replace").splitlines(keepends=True)


def _versions(base: Mapping[str, bytes], new: Mapping[str, bytes]) -> tuple[str, str]:
    """Return both versions; vendors change a document without changing its version, too."""
    if _version(base) != _version(new):
        return _version(base), _version(new)
    return f"{_version(base)}, {_document(base)}", f"{_version(new)}, {_document(new)}"


def _document(files: Mapping[str, bytes]) -> str:
    spec = json.loads(files[MANIFEST]).get("spec")
    return f"document {spec['sha256'][:8]}" if spec else "other modules"


def _version(files: Mapping[str, bytes]) -> str:
    manifest = json.loads(files[MANIFEST])
    generator = f"clientwright {manifest['generator']['version']}"
    if "spec" not in manifest:
        return generator
    return f"{visible_line(str(manifest['spec']['version']))} ({generator})"
