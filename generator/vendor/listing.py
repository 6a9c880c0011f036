"""`vendor.toml`: which clients a repository has, and where each comes from."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.tables import Table, fail, read_toml
from generator.vendor.places import LISTING

if TYPE_CHECKING:
    from pathlib import Path

_HEAD = """\
# Clients that clientwright copied into this repository.
# `clientwright vendor --check` compares them with their source, `--update-all` updates them.
"""
_NOTHING_DONE = "nothing was vendored"
_KEYS = ("client", "include", "shared_runtime", "source")
_PLAIN = re.compile(r"[^\\:\0-\x1f]+")


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """One vendored client."""

    folder: str
    """Where it is: below the repository, with posix slashes."""

    source: str
    """The project that generates it, or its folder there, as seen from the repository."""

    client: str | None
    """Its name in the project's configuration; None where `source` is its folder."""

    include: tuple[str, ...] = ()
    """The operations it is reduced to, all unless some are named."""

    shared_runtime: bool = False
    """Its runtime is the folder `_runtime` beside it, for all clients there."""

    @property
    def name(self) -> str:
        """The name that it is imported by."""
        return self.folder.rpartition("/")[2]


def read_listing(root: Path) -> tuple[Entry, ...]:
    """Read the clients of a repository, none where there is no such file.

    Raises UsageError for whatever is not understood.
    """
    file = root / LISTING
    values = read_toml(file, _NOTHING_DONE)
    table = Table(file=file, folder=root, names=(), values=values, consequence=_NOTHING_DONE)
    table.check_keys(("clients",))
    return tuple(map(_read_entry, table.sections("clients")))


def _read_entry(table: Table) -> Entry:
    table.check_keys(_KEYS)
    folder, source = table.names[-1], table.text("source")
    if not is_below(folder):
        table.fail("is no folder of this repository: write it with `/` and without `..`")
    if source is None:
        table.fail("has no source: say where the client is generated")
    return Entry(
        folder=folder,
        source=source,
        client=table.text("client"),
        include=table.entries("include"),
        shared_runtime=table.flag("shared_runtime"),
    )


def is_below(folder: str) -> bool:
    """Tell whether a text names a folder below the repository, on any system."""
    parts = folder.split("/")
    return bool(_PLAIN.fullmatch(folder)) and not {"", ".", ".."} & set(parts)


def listing_with(root: Path, entry: Entry) -> bytes:
    """Return `vendor.toml` with one client added or changed, and all else as people wrote it."""
    import tomlkit  # noqa: PLC0415 - only who vendors pays for it
    from tomlkit.items import Table as Section  # noqa: PLC0415

    file = root / LISTING
    document = tomlkit.parse(file.read_bytes().decode() if file.exists() else _HEAD)
    clients = document.setdefault("clients", tomlkit.table(is_super_table=True))
    section = clients.setdefault(entry.folder, tomlkit.table())
    if not isinstance(section, Section):
        fail(file, f"clients.{entry.folder} must be a table", _NOTHING_DONE)
    wanted = {
        "source": entry.source,
        "client": entry.client,
        "include": list(entry.include),
        "shared_runtime": entry.shared_runtime,
    }
    for key, value in wanted.items():
        if value:
            section[key] = value
        else:
            section.pop(key, None)
    return tomlkit.dumps(document).encode()
