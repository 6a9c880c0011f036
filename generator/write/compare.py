"""Compare a folder with what it should hold."""

from __future__ import annotations

import json
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Literal

from generator.diagnostics import ClientwrightError
from generator.write.paths import check_paths, is_inside, refuse_links

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

MANIFEST = "manifest.json"
ANY = "*"
"""The digest of a file that is not what a run wrote alone."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Change:
    """One file that is not as it should be.

    `edited`: not what the last run wrote; `foreign`: never written by a run, yet in the way;
    `stale`: written by the last run, not needed any more.
    """

    path: str
    kind: Literal["missing", "outdated", "edited", "foreign", "stale"]

    @property
    def meaning(self) -> str:
        """What is wrong with the file, to be said after its name."""
        return _MEANING[self.kind]


_MEANING = {
    "missing": "is missing",
    "outdated": "would change",
    "edited": "was edited by hand",
    "foreign": "was not written by clientwright",
    "stale": "is stale",
}


def compare(files: Mapping[str, bytes], output: Path) -> tuple[Change, ...]:
    """Return what is different, in the order of the paths."""
    check_paths(files)
    recorded = recorded_files(output)
    paths = sorted({*files, *recorded})
    refuse_links(output, paths)
    changes = (_change(path, files.get(path), read_file(output / path), recorded) for path in paths)
    return tuple(change for change in changes if change)


def _change(
    path: str, wanted: bytes | None, found: bytes | None, recorded: Mapping[str, str]
) -> Change | None:
    if found == wanted:
        return None
    if found is None:
        return Change(path=path, kind="missing")
    if path not in recorded:
        return Change(path=path, kind="foreign")
    if recorded[path] not in {sha256(found).hexdigest(), ANY}:
        return Change(path=path, kind="edited")
    return Change(path=path, kind="stale" if wanted is None else "outdated")


def recorded_files(output: Path) -> dict[str, str]:
    """Return the SHA-256 of the files of the last run, as its manifest has them; `ANY` for some."""
    try:
        manifest = json.loads((output / MANIFEST).read_bytes())
        files = {**manifest["files"], **dict.fromkeys(manifest.get("kept", ()), ANY)}
        inside = {path: digest for path, digest in files.items() if is_inside(path)}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}
    return {**inside, MANIFEST: ANY} if "manifest" in manifest else {}


def read_file(path: Path) -> bytes | None:
    """Read a file, if there is one; a ClientwrightError where the file system refuses."""
    try:
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise ClientwrightError(f"{path.as_posix()}: {error.strerror}; nothing written") from error
