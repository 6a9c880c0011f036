"""Where a vendored client comes from: a project that generates it, or the folder of a client."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from generator.config import read_config
from generator.diagnostics import ClientwrightError, UsageError
from generator.vendor.record import plain
from generator.vendor.selection import selected
from generator.write.compare import ANY, MANIFEST, read_file, recorded_files
from generator.write.paths import refuse_links

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.config import ClientConfig

_SHOWN = 5


@dataclass(frozen=True, kw_only=True, slots=True)
class Source:
    """A client of a project, or with `client` None the folder of a client itself."""

    folder: Path
    client: str | None

    @property
    def default_name(self) -> str:
        """The name of a copy, unless it gets another one."""
        return self.client or self.folder.absolute().name


def find_source(client: str) -> Source:
    """Return the source that a person named: a client of this project, or the folder of one."""
    folder = Path(client)
    if (folder / MANIFEST).is_file():
        return Source(folder=folder, client=None)
    try:
        configured = {item.name for item in read_config().clients}
    except UsageError as error:
        raise UsageError(f"{client!r} is no folder of a client, and {error}") from error
    if client not in configured:
        known = ", ".join(sorted(configured))
        raise UsageError(
            f"{client!r} is neither a client that is configured here ({known}) nor the folder of one"
        )
    return Source(folder=Path(), client=client)


def read_source(source: Source, include: Sequence[str], copy: Path) -> dict[str, bytes]:
    """Return a client's files as they were generated, or with only these operations, as they would be.

    The copy that was made before has the changelog so far, where it is reduced to some operations. Raises ClientwrightError where somebody edited them: those edits belong to nobody else.
    """
    if include:
        return selected(_configured(source), include, copy)
    folder = _configured(source).output if source.client else source.folder
    recorded = recorded_files(folder)
    if not recorded:
        raise ClientwrightError(
            f"{folder.as_posix()} holds no generated client; run `clientwright generate` first"
        )
    refuse_links(folder, recorded)
    found = {path: plain(read_file(folder / path) or b"") for path in recorded}
    _refuse_edited(folder, found, recorded)
    return found


def _configured(source: Source) -> ClientConfig:
    if source.client is None:
        raise UsageError(
            "`include` needs the document: name a client that is configured, not its folder"
        )
    for item in read_config(source.folder.absolute()).clients:
        if item.name == source.client:
            return item
    raise UsageError(f"{source.folder.as_posix()} has no client {source.client!r}")


def _refuse_edited(folder: Path, found: Mapping[str, bytes], recorded: Mapping[str, str]) -> None:
    edited = [
        path for path in recorded if recorded[path] not in {ANY, sha256(found[path]).hexdigest()}
    ]
    if edited:
        more = ", ..." if len(edited) > _SHOWN else ""
        raise ClientwrightError(
            f"{folder.as_posix()}: {', '.join(edited[:_SHOWN])}{more} is not as it was generated;"
            " nothing vendored. Run `clientwright generate` there first"
        )
