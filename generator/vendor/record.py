"""`vendored.json.xz`: a client's files as they were copied, the base of the next merge."""

from __future__ import annotations

import json
import lzma
from hashlib import sha256
from typing import TYPE_CHECKING

from generator.diagnostics import ClientwrightError
from generator.write.compare import ANY, read_file, recorded_files
from generator.write.paths import is_inside

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

RECORD = "vendored.json.xz"
_VERSION = 1
_MOST = 500_000_000


class DamagedError(ClientwrightError):
    """A copy of which nobody can say any more what was copied."""


def plain(content: bytes) -> bytes:
    """Return a text with line ends as they were written: git may have made Windows' own of them."""
    return content.replace(b"\r\n", b"\n")


def record_of(files: Mapping[str, bytes]) -> bytes:
    """Return the record of files."""
    texts = {path: files[path].decode() for path in sorted(files)}
    content = {"vendored": _VERSION, "files": texts}
    return lzma.compress(json.dumps(content, ensure_ascii=False).encode())


def read_record(folder: Path) -> dict[str, bytes]:
    """Return the files of a client as they were copied.

    A copy without record, made by hand, is its own record as long as nobody edited it. Raises
    DamagedError where nothing can be known.
    """
    content = read_file(folder / RECORD)
    if content is None:
        return _unedited(folder)
    try:
        record = json.loads(_unpacked(content))
        if record["vendored"] != _VERSION:
            raise DamagedError(
                f"{RECORD} has the version {record['vendored']!r}: update clientwright"
            )
        files = {path: text.encode() for path, text in record["files"].items()}
    except (lzma.LZMAError, EOFError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise DamagedError(f"{RECORD} cannot be read") from error
    if not all(map(is_inside, files)):
        raise DamagedError(f"{RECORD} names files outside the folder")
    return files


def _unpacked(content: bytes) -> bytes:
    """Return what was packed, within bounds: the record came with the repository, from anybody."""
    unpacker = lzma.LZMADecompressor()
    text = unpacker.decompress(content, _MOST)
    if not unpacker.eof:
        raise DamagedError(f"{RECORD} is cut off, or longer than {_MOST // 1_000_000} MB")
    return text


def found_files(folder: Path) -> dict[str, bytes]:
    """Return the files of a client as they are, by what its manifest lists."""
    found = {path: read_file(folder / path) for path in recorded_files(folder)}
    return {path: plain(content) for path, content in found.items() if content is not None}


def _unedited(folder: Path) -> dict[str, bytes]:
    recorded, contents = recorded_files(folder), found_files(folder)
    whole = {
        path
        for path, content in contents.items()
        if recorded[path] in {ANY, sha256(content).hexdigest()}
    }
    if not recorded or whole != recorded.keys():
        raise DamagedError(f"{RECORD} is missing")
    return contents
