"""A client as it is in another repository: under the name that it has there."""

from __future__ import annotations

import json
import re
from hashlib import sha256
from typing import TYPE_CHECKING

from generator.diagnostics import ClientwrightError
from generator.write.compare import MANIFEST

if TYPE_CHECKING:
    from collections.abc import Mapping

_GUIDE = "README.md"


def adapted(files: Mapping[str, bytes], name: str) -> dict[str, bytes]:
    """Return a client's files for a folder of this name; imports are relative and stay as they are."""
    absolute = _imported_as(files)
    renamed = {path: absolute.sub(name.encode(), content) for path, content in files.items()}
    return {**renamed, MANIFEST: _manifest(files[MANIFEST], renamed)}


def _imported_as(files: Mapping[str, bytes]) -> re.Pattern[bytes]:
    """Return the name by which the client's own guide imports it."""
    client = json.loads(files[MANIFEST])["client"]["sync"]
    example = rf"from (generated\.\w+) import {re.escape(client)}\b"
    found = re.search(example, files[_GUIDE].decode())
    if not found:
        raise ClientwrightError(f"{_GUIDE} of the client does not say how it is imported")
    return re.compile(rf"\b{re.escape(found[1])}\b".encode())


def _manifest(content: bytes, files: Mapping[str, bytes]) -> bytes:
    """Return the manifest with what the files are now."""
    manifest = json.loads(content)
    manifest["files"] = {
        path: sha256(files[path]).hexdigest() for path in sorted(manifest["files"])
    }
    return f"{json.dumps(manifest, indent=2)}\n".encode()
