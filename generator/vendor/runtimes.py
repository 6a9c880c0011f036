"""One runtime for several clients of a folder: the modules that any of them needs."""

from __future__ import annotations

import json
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from generator.diagnostics import ClientwrightError
from generator.vendor.adapt import RUNTIME, digests, needs, runtime_of
from generator.vendor.copies import read_copy
from generator.vendor.listing import read_listing
from generator.vendor.places import between, refuse_linked
from generator.vendor.record import read_record
from generator.write.compare import MANIFEST

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from generator.vendor.jobs import Job
    from generator.vendor.listing import Entry


@dataclass(frozen=True, kw_only=True, slots=True)
class Need:
    """What a client needs of the runtime, by SHA-256, and which clientwright it comes from."""

    client: str
    version: str
    modules: Mapping[str, str]


@dataclass(frozen=True, kw_only=True, slots=True)
class SharedRuntime:
    """The runtime beside some clients: those that are copied now, and others that stay as they are."""

    root: Path
    place: str
    jobs: tuple[Job, ...]
    others: tuple[Entry, ...]
    is_listed: bool = False

    @property
    def folder(self) -> Path:
        """Where it is, or will be, as seen from the current folder."""
        return Path(between(Path.cwd(), self.root / self.place))

    @property
    def is_here(self) -> bool:
        """Tell whether all sources are on this machine."""
        return all(job.is_here for job in self.jobs)

    def new_files(self) -> dict[str, bytes]:
        """Return the modules that the clients need, and their manifest.

        Raises ClientwrightError where two need different versions of one.
        """
        wanted = [*map(_need_of_new, self.jobs), *(self._need(entry) for entry in self.others)]
        _refuse_versions(self.place, wanted)
        new = {path: text for job in self.jobs for path, text in runtime_of(job.files).items()}
        here = read_record(self.folder) if self.others else {}
        modules = {path for need in wanted for path in need.modules}
        lost = modules - {*new, *here}
        if lost:
            raise ClientwrightError(f"{self.place} lacks {', '.join(sorted(lost))}")
        files = {path: new.get(path, here.get(path, b"")) for path in sorted(modules)}
        return {**files, MANIFEST: _manifest(files, wanted)}

    def _need(self, entry: Entry) -> Need:
        """Return what a client needs that is not copied now."""
        files = read_copy(self.root / entry.folder).base
        return _need(entry.folder, files, needs(files))

    def listing(self) -> tuple[None, bytes]:
        """Return nothing: a runtime is listed with its clients."""
        return None, b""


def shared_runtimes(jobs: Iterable[Job]) -> tuple[SharedRuntime, ...]:
    """Return the runtimes that clients share, with all who share them."""
    sharing = sorted((job for job in jobs if job.entry.shared_runtime), key=_place)
    return tuple(_shared(place, tuple(group)) for place, group in groupby(sharing, key=_place))


def _place(job: Job) -> str:
    return "/".join((*job.entry.folder.split("/")[:-1], RUNTIME))


def _shared(place: str, jobs: Sequence[Job]) -> SharedRuntime:
    root = jobs[0].root
    refuse_linked(root, place)
    copied = {job.entry.folder for job in jobs}
    others = (
        entry
        for entry in read_listing(root)
        if entry.shared_runtime
        and entry.folder not in copied
        and entry.folder.rpartition("/")[0] == place.rpartition("/")[0]
    )
    return SharedRuntime(root=root, place=place, jobs=tuple(jobs), others=tuple(others))


def _need_of_new(job: Job) -> Need:
    return _need(job.entry.folder, job.files, digests(runtime_of(job.files)))


def _need(client: str, files: Mapping[str, bytes], modules: Mapping[str, str]) -> Need:
    version = json.loads(files[MANIFEST])["generator"]["version"]
    return Need(client=client, version=version, modules=modules)


def _refuse_versions(place: str, wanted: Sequence[Need]) -> None:
    first: dict[str, Need] = {}
    for need in wanted:
        for path, digest in need.modules.items():
            other = first.setdefault(path, need)
            if other.modules[path] != digest:
                raise ClientwrightError(
                    f"{place}: {need.client} (clientwright {need.version}) and {other.client}"
                    f" (clientwright {other.version}) need different versions of {path}; nothing"
                    " written. Generate both with one clientwright, then run"
                    " `clientwright vendor --update-all`"
                )


def _manifest(files: Mapping[str, bytes], wanted: Sequence[Need]) -> bytes:
    versions = sorted({need.version for need in wanted})
    generator = {"name": "clientwright", "version": ", ".join(versions)}
    content = {"manifest": 1, "generator": generator, "files": digests(files)}
    return f"{json.dumps(content, indent=2)}\n".encode()
