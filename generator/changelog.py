"""`CHANGELOG.md` of a client: an entry for each regeneration that callers can notice.

An entry is added above the others, and nothing that is there is ever changed: people may amend it.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from generator.diagnostics import ClientwrightError
from generator.diff import compare, surface_of
from generator.diff.read import MANIFEST, Reader, read_files
from generator.diff.show.lists import sections
from generator.diff.suggestion import suggest
from generator.render.markdown import inline

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

CHANGELOG = "CHANGELOG.md"
_HEAD = """# Changelog

What changed for those who use this client. `clientwright generate` adds entries on top and never
changes one: amend them as you like.

"""


def changelog(output: Path, files: Mapping[str, bytes]) -> bytes:
    """Return the changelog for the files of a client, given what its folder holds now."""
    try:
        before = read_files(output) if output.is_dir() else {}
        existing = _read(output / CHANGELOG)
    except OSError as error:
        message = f"{error.filename}: {error.strerror}; nothing written"
        raise ClientwrightError(message) from error
    after = {name: content.decode() for name, content in files.items()}
    if existing is None:
        return f"{_HEAD}{_first(json.loads(after[MANIFEST]))}".encode()
    if _python(before) == _python(after):
        return existing
    entry = _entry(before, after, output.as_posix())
    return _with_entry(existing, entry.encode()) if entry else existing


def _read(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def _python(files: Mapping[str, str]) -> dict[str, str]:
    return {name: text for name, text in files.items() if name.endswith(".py")}


def _first(manifest: Mapping[str, Any]) -> str:
    document = _document(manifest["spec"]["version"], manifest["spec"]["sha256"])
    counts = f"operations: {len(manifest['operations'])}, models: {len(manifest['models'])}"
    return f"## {document}\n\nThe first entry; {counts}.\n"


def _entry(before: Mapping[str, str], after: Mapping[str, str], name: str) -> str:
    """Tell what changed; nothing where what is there now cannot be read, or callers notice nothing."""
    reader = Reader()
    try:
        old = surface_of(before, name, reader)
    except ClientwrightError:
        return ""
    new = surface_of(after, name, reader)
    changes = compare(old, new)
    if not changes:
        return ""
    heading = f"## {inline(old.version)} → {_document(new.version, new.document_sha256)}"
    suggestion = f"Suggested version: {suggest(changes)}."
    return "\n".join((heading, "", suggestion, *sections(changes, "###"), "", ""))


def _document(version: str, sha256: str) -> str:
    return f"{inline(version)} (document {sha256[:8]})"


def _with_entry(existing: bytes, entry: bytes) -> bytes:
    """Put an entry above the first one; after everything where there is none."""
    head, mark, rest = (b"\n" + existing).partition(b"\n## ")
    if not mark:
        return existing.rstrip(b"\n") + b"\n\n" + entry.rstrip(b"\n") + b"\n"
    return (head + b"\n")[1:] + entry + b"## " + rest
