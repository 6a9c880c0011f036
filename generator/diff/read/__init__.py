"""Read the surface of a generated client from its files, without running them."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any

from generator.diagnostics import ClientwrightError
from generator.diff.depth import deep_expressions
from generator.diff.read.models import read_definitions, read_former, read_models
from generator.diff.read.modules import read_module
from generator.diff.read.resources import read_clients, read_views
from generator.diff.read.runtime import read_aliases
from generator.diff.read.settings import read_credentials, read_settings
from generator.diff.read.wires import read_wires
from generator.diff.surface import Surface

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from generator.load.document import Document

MANIFEST = "manifest.json"
_SKIPPED = ("_runtime/", "testing")


def read_surface(folder: Path, document: Document | None = None) -> Surface:
    """Read the client in a folder; ClientwrightError where there is none.

    With the document that it was made from, changes can be told with their lines.
    """
    return replace(surface_of(read_files(folder), folder.as_posix()), document=document)


def read_files(folder: Path) -> dict[str, str]:
    """Read what makes up the surface; what is no text is nobody's surface."""
    files: dict[str, str] = {}
    for path in sorted(folder.rglob("*")):
        if path.suffix in {".py", ".json"} and path.is_file():
            with suppress(UnicodeDecodeError):
                files[path.relative_to(folder).as_posix()] = path.read_text(encoding="utf-8")
    return files


class Reader:
    """Reads each module once that is the same in several clients."""

    def __init__(self) -> None:
        self.module = cache(read_module)
        self.definitions = cache(read_definitions)


@deep_expressions()
def surface_of(files: Mapping[str, str], name: str, reader: Reader | None = None) -> Surface:
    """Read a client from the texts of its files; the name is for messages."""
    read = reader or Reader()
    manifest = _manifest(files, name)
    try:
        modules = {
            path: read.module(path, text)
            for path, text in files.items()
            if path.endswith(".py") and not path.startswith(_SKIPPED)
        }
        settings = read_settings(modules["client.py"])
        return Surface(
            title=manifest["spec"]["title"],
            version=manifest["spec"]["version"],
            document_sha256=manifest["spec"]["sha256"],
            clients=read_clients(modules, manifest["client"]),
            models=read_models(modules, read.definitions),
            former=read_former(modules),
            pointers={class_: pointer for pointer, class_ in manifest["models"].items()},
            exports=frozenset(modules["__init__.py"].imports) - {"annotations"},
            views=read_views(modules, manifest["client"]),
            wires=read_wires(modules),
            settings=settings,
            credentials=read_credentials(settings, manifest["client"]["auth"]),
            aliases=read_aliases(files),
        )
    except (KeyError, TypeError, SyntaxError) as error:
        message = f"{name}  cannot be read as a generated client ({error}); nothing compared"
        raise ClientwrightError(message) from error


def _manifest(files: Mapping[str, str], name: str) -> dict[str, Any]:
    with suppress(KeyError, json.JSONDecodeError):
        manifest = json.loads(files[MANIFEST])
        if isinstance(manifest, dict) and manifest.get("manifest") == 1:
            return manifest
    raise ClientwrightError(f"{name}  is no generated client: it has no {MANIFEST} of one")
