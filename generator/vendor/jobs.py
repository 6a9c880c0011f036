"""What a command line or `vendor.toml` asks to be vendored: from where, to where."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import cached_property
from keyword import iskeyword
from pathlib import Path

from generator.diagnostics import ClientwrightError, UsageError
from generator.select.entries import read_entry
from generator.vendor.adapt import RUNTIME, adapted
from generator.vendor.listing import Entry, listing_with, read_listing
from generator.vendor.places import (
    LISTING,
    between,
    current_repository,
    refuse_linked,
    repository_of,
)
from generator.vendor.source import Source, find_source, read_source


@dataclass(frozen=True, kw_only=True)
class Job:
    """One client of one repository."""

    root: Path
    entry: Entry
    is_listed: bool
    """Asked for by `vendor.toml` alone, so that a copy should be there."""

    @property
    def folder(self) -> Path:
        """Where the client is, or will be, as seen from the current folder."""
        return Path(between(Path.cwd(), self.root / self.entry.folder))

    @property
    def source(self) -> Source:
        """Where it comes from."""
        return Source(folder=self.root / self.entry.source, client=self.entry.client)

    @property
    def is_here(self) -> bool:
        """Tell whether the source is on this machine, as it need not be where its copies are checked."""
        return self.source.folder.is_dir()

    @cached_property
    def files(self) -> dict[str, bytes]:
        """The files as the source has them now."""
        if not self.is_here:
            raise ClientwrightError(
                f"{self.folder.as_posix()}: its source {self.entry.source} is not on this machine;"
                " nothing written"
            )
        return read_source(self.source, self.entry.include, self.folder)

    def new_files(self) -> dict[str, bytes]:
        """Return those files under the name that they have here."""
        return adapted(self.files, self.entry.name, shared=self.entry.shared_runtime)

    def listing(self) -> tuple[Path, bytes]:
        """Return `vendor.toml` and what it has to hold."""
        return self.root / LISTING, listing_with(self.root, self.entry)


def listed_jobs() -> tuple[Job, ...]:
    """Return all clients of the repository around the current folder."""
    root = current_repository()
    found = tuple(Job(root=root, entry=entry, is_listed=True) for entry in read_listing(root))
    if not found:
        raise UsageError(f"{(root / LISTING).as_posix()} lists no client")
    for job in found:
        refuse_linked(root, job.entry.folder)
    return found


@dataclass(frozen=True, kw_only=True, slots=True)
class Named:
    """One client as the command line names it."""

    client: str
    destination: Path
    name: str | None
    include: tuple[str, ...]
    shared_runtime: bool


def named_job(named: Named) -> Job:
    """Return one client by its name or folder, and the folder that it goes into."""
    source = find_source(named.client)
    for entry in named.include:
        read_entry(entry)
    if named.include and source.client is None:
        raise UsageError("--include needs the document: name a client that is configured here")
    package = named.name or source.default_name
    if not package.isidentifier() or iskeyword(package) or package == RUNTIME:
        raise UsageError(f"{package!r} cannot be a Python package: choose another name after --as")
    # Not resolved: a symbolic link on the way is to be seen, and refused.
    folder = Path(os.path.normpath(Path.cwd() / _folder(named.destination, package)))
    root = repository_of(folder.parent)
    place = folder.relative_to(root).as_posix()
    refuse_linked(root, place)
    known = next((entry for entry in read_listing(root) if entry.folder == place), None)
    wanted = Entry(
        folder=place,
        source=between(root, source.folder.absolute()),
        client=source.client,
        include=named.include or (known.include if known else ()),
        shared_runtime=named.shared_runtime or bool(known and known.shared_runtime),
    )
    _refuse_other(wanted, known)
    return Job(root=root, entry=wanted, is_listed=False)


def _folder(destination: Path, package: str) -> Path:
    """Return the client's folder; whoever names that instead of the one around it is understood."""
    return destination if destination.name == package else destination / package


def _refuse_other(entry: Entry, known: Entry | None) -> None:
    if known and known.client and entry.client and known.client != entry.client:
        raise UsageError(
            f"{entry.folder} is {known.client!r} in {LISTING}, not {entry.client!r};"
            " choose another name with --as"
        )
