"""Import: a vendor's document, from a page, a file or a URL, becomes `specs/<client>/openapi.yaml`.

The bytes stay the vendor's. JSON keeps them too: it is written under the same name, which is
where everything looks, and loading tells the two apart by what they hold.
"""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.diagnostics import ClientwrightError
from generator.importer.sources import read_document
from generator.load import Document, load

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["Imported", "import_source"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Version:
    """Which document it is, as far as a document tells."""

    title: str
    version: str
    sha256: str

    def __str__(self) -> str:
        return f"{self.title} {self.version} (sha256 {self.sha256[:12]})"


@dataclass(frozen=True, kw_only=True, slots=True)
class Imported:
    """What an import wrote, and what stood there before."""

    target: Path
    source: str
    new: Version
    old: Version | None

    def __str__(self) -> str:
        if self.old is None:
            return f"{self.target.as_posix()}: {self.new}, from {self.source}"
        if self.old == self.new:
            return f"{self.target.as_posix()}: {self.new}, unchanged"
        return f"{self.target.as_posix()}: {self.old} → {self.new}, from {self.source}"


def import_source(source: str, target: Path) -> Imported:
    """Take the OpenAPI document that a page, a file or an https URL holds, byte for byte.

    Raises ClientwrightError, and writes nothing, where it is no OpenAPI document.
    """
    data, document = read_document(source)
    old = _standing(target)
    imported = Imported(target=target, source=source, new=_version(document), old=old)
    if old is None or old.sha256 != imported.new.sha256:
        _write(target, data)
    return imported


def _standing(target: Path) -> Version | None:
    """Tell what is going to be replaced; what cannot be read is replaced without a word."""
    try:
        return _version(load(target))
    except ClientwrightError:
        return None


def _version(document: Document) -> Version:
    info = document.root.get("info")
    known = info if isinstance(info, dict) else {}
    title, version = (str(known.get(key, "?")) for key in ("title", "version"))
    return Version(title=title, version=version, sha256=document.sha256)


def _write(target: Path, data: bytes) -> None:
    """Write beside the target and rename, so that a broken write leaves it whole."""
    beside = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(data)
        beside.replace(target)
    except OSError as error:
        with suppress(OSError):
            beside.unlink()
        raise ClientwrightError(
            f"{target.as_posix()}  cannot be written ({error.strerror}); nothing was imported"
        ) from None
