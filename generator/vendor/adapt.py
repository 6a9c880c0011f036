"""A client as it is in another repository: under the name, and with the runtime, that it has there."""

from __future__ import annotations

import json
import re
from hashlib import sha256
from typing import TYPE_CHECKING

from generator.diagnostics import ClientwrightError
from generator.write.compare import MANIFEST

if TYPE_CHECKING:
    from collections.abc import Mapping

RUNTIME = "_runtime"
_GUIDE = "README.md"
_INSIDE = f"{RUNTIME}/"
_MODULES = (".py", ".pyi")
_IMPORT = re.compile(rb"^(\s*from \.+)(?=_runtime\b)", re.MULTILINE)
_SHARED_IMPORT = re.compile(rb"^(\s*from \.+)\.(?=_runtime\b)", re.MULTILINE)


def adapted(files: Mapping[str, bytes], name: str, *, shared: bool) -> dict[str, bytes]:
    """Return a client's files for a folder of this name; imports are relative and stay as they are.

    With a shared runtime they go one folder up for it, and the manifest says what they need of it.
    """
    absolute = _imported_as(files)
    renamed = {path: absolute.sub(name.encode(), content) for path, content in files.items()}
    needed = runtime_of(files) if shared else {}
    own = {
        path: _IMPORT.sub(rb"\1.", content) if shared and path.endswith(_MODULES) else content
        for path, content in renamed.items()
        if not (shared and path.startswith(_INSIDE))
    }
    return {**own, MANIFEST: _manifest(files[MANIFEST], own, needed)}


def with_own_runtime(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the modules of a copy as they were before they went one folder up for the runtime."""
    if not needs(files):
        return dict(files)
    return {path: _SHARED_IMPORT.sub(rb"\1", content) for path, content in files.items()}


def runtime_of(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the modules of the runtime that a client comes with."""
    return {
        path.removeprefix(_INSIDE): content
        for path, content in files.items()
        if path.startswith(_INSIDE)
    }


def needs(files: Mapping[str, bytes]) -> dict[str, str]:
    """Return the modules of a shared runtime that an adapted client needs, with their SHA-256."""
    return dict(json.loads(files[MANIFEST]).get("runtime", {}))


def digests(files: Mapping[str, bytes]) -> dict[str, str]:
    """Return the SHA-256 of files."""
    return {path: sha256(files[path]).hexdigest() for path in sorted(files)}


def _imported_as(files: Mapping[str, bytes]) -> re.Pattern[bytes]:
    """Return the name by which the client's own guide imports it."""
    client = json.loads(files[MANIFEST])["client"]["sync"]
    example = rf"from (generated\.\w+) import {re.escape(client)}\b"
    found = re.search(example, files[_GUIDE].decode())
    if not found:
        raise ClientwrightError(f"{_GUIDE} of the client does not say how it is imported")
    return re.compile(rf"\b{re.escape(found[1])}\b".encode())


def _manifest(content: bytes, files: Mapping[str, bytes], needed: Mapping[str, bytes]) -> bytes:
    """Return the manifest with what the files are now."""
    manifest = json.loads(content)
    listed = manifest["files"]
    manifest["files"] = {path: digest for path, digest in digests(files).items() if path in listed}
    if needed:
        manifest["runtime"] = digests(needed)
    return f"{json.dumps(manifest, indent=2)}\n".encode()
