"""The files of a document, each read once."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from posixpath import normpath
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urljoin, urlsplit

from generator.diagnostics import ClientwrightError, Place
from generator.load.bundle.access import Access, is_remote
from generator.load.files import decode, read_bytes
from generator.load.pages import Block
from generator.load.parse import read_source
from generator.load.remote import fetch
from generator.load.shapes import DATA, Shape

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.load.document import Document
    from generator.load.source import Source

LOCAL_ADDRESS = "file://"
STRUCTURED = (".yaml", ".yml", ".json")


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class File:
    """A file that is part of a document; `root` is a text where it is neither YAML nor JSON."""

    location: str
    """An absolute path, or a URL."""

    name: str
    """As shown to people."""

    root: Any
    sha256: str
    locate: Callable[[str], Place]


class Library:
    """Finds and keeps the files that a document refers to."""

    def __init__(self, entry: Document, path: Path, access: Access) -> None:
        self.access = access
        self.entry = File(
            location=normpath(path.absolute().as_posix()),
            name=entry.name,
            root=entry.root,
            sha256=entry.sha256,
            locate=entry.locate,
        )
        self._files = {self.entry.location: self.entry}

    def location(self, reference: str, file: File) -> str:
        """Resolve the part of a reference before `#` against the file where it stands."""
        if not reference or reference == self.entry.root.get("$self"):
            return self.entry.location if reference else file.location
        if reference.startswith(LOCAL_ADDRESS):
            reference = reference.removeprefix(LOCAL_ADDRESS)
        elif reference.startswith("//") and not is_remote(file.location):
            return f"https:{reference}"
        if is_remote(reference) or is_remote(file.location):
            return urljoin(file.location, reference)
        folder = os.path.dirname(file.location)  # noqa: PTH120 - paths and URLs are both texts here
        return normpath(f"{folder}/{unquote(reference)}" if reference[0] != "/" else reference)

    def holds(self, location: str) -> bool:
        """Tell whether a file was read."""
        return location in self._files

    def open(self, location: str, shape: Shape) -> File | None:
        """Read a file that may be read; None where there is none, or only data that is broken."""
        if location in self._files:
            return self._files[location]
        if not is_remote(location) and not os.path.isfile(location):  # noqa: PTH113 - of any length
            return None
        try:
            file = self._read(location, is_text=shape == DATA and not _is_structured(location))
        except ClientwrightError:
            if shape == DATA:
                return None
            raise
        self._files[location] = file
        return file

    def shown(self, location: str) -> str:
        """Name a file from where the document's own name begins."""
        if is_remote(location):
            return location
        here = PurePosixPath(self.entry.name).parent
        return normpath((here / self.relative(location)).as_posix())

    def relative(self, location: str) -> str:
        """Give a file's path from the document's folder."""
        return Path(os.path.relpath(location, Path(self.entry.location).parent)).as_posix()

    @property
    def sha256(self) -> str:
        """Digest all files that were read; that of the document where it is the only one."""
        others = sorted((self._key(place), place) for place in self._files)
        lines = [f"{key}\0{self._files[place].sha256}\n" for key, place in others]
        if len(lines) == 1:
            return self.entry.sha256
        return hashlib.sha256("".join(lines).encode()).hexdigest()

    def _key(self, location: str) -> str:
        return location if is_remote(location) else self.relative(location)

    def _read(self, location: str, *, is_text: bool) -> File:
        name = self.shown(location)
        data = fetch(location) if is_remote(location) else read_bytes(Path(location), name)
        source = decode(name, Block(data=data))
        root, locate = _text(source) if is_text else read_source(source)
        return File(location=location, name=name, root=root, sha256=source.sha256, locate=locate)


def _is_structured(location: str) -> bool:
    path = urlsplit(location).path if is_remote(location) else location
    return PurePosixPath(path).suffix.lower() in STRUCTURED


def _text(source: Source) -> tuple[str, Callable[[str], Place]]:
    return source.text, lambda _: source.place(0)
