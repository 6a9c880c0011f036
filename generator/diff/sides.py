"""What is compared: a document, the folder of a client, a git revision, or what is configured."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from generator.diagnostics import ClientwrightError, UsageError
from generator.diff.read import MANIFEST, read_files, surface_of
from generator.diff.revisions import extract, is_revision
from generator.load import load
from generator.names.lock import NameLock, operation_key
from generator.names.lock_file import read_lock
from generator.pipeline import make
from generator.progress import Stages
from generator.render import render
from generator.render.manifest import manifest
from generator.runs import provenance

if TYPE_CHECKING:
    from generator.config import ClientConfig
    from generator.diff.surface import Surface
    from generator.load.document import Document


@dataclass(frozen=True, kw_only=True, slots=True)
class Side:
    """One of the two, with the names that it gave."""

    label: str
    surface: Surface
    lock: NameLock


def read_side(what: str, client: ClientConfig, lock: NameLock, *, configured: bool) -> Side:
    """Read what the command line names; a document's client is made in memory, with these names."""
    path = Path(what)
    if path.is_dir():
        return _folder(path, client)
    if path.is_file():
        return made_side(replace(client, spec=path), lock)
    if not is_revision(what):
        raise UsageError(f"{what!r} is no document, no folder of a client, and no git revision")
    if not configured:
        raise UsageError(f"which client at {what}? Say --client NAME")
    return _revision(what, client)


def made_side(client: ClientConfig, lock: NameLock) -> Side:
    """Make the client of a document as `generate` would, without writing it."""
    stage = Stages(client.name)
    made = make(client, lock, stage)
    with stage("compare"):
        files = render(made.built, made.models)
        files[MANIFEST] = manifest(made.built, provenance(made), {}).decode()
        surface = surface_of(files, client.spec.as_posix())
    return Side(
        label=client.spec.as_posix(),
        surface=replace(surface, document=made.normalized.document),
        lock=made.normalized.lock,
    )


def committed_side(client: ClientConfig) -> Side:
    """Read the client that is in its folder."""
    if not (client.output / MANIFEST).is_file():
        raise ClientwrightError(
            f"{client.output.as_posix()}  holds no client yet: run `clientwright generate` first"
        )
    return _folder(client.output, client)


def _folder(folder: Path, client: ClientConfig) -> Side:
    surface = surface_of(read_files(folder), folder.as_posix())
    return Side(
        label=folder.as_posix(),
        surface=replace(surface, document=_document(surface, client.spec, client)),
        lock=_lock(folder, client),
    )


def _revision(revision: str, client: ClientConfig) -> Side:
    with TemporaryDirectory() as temporary:
        there = Path(temporary)
        extract(revision, (client.output, client.spec.parent, client.names.parent), there)
        folder = there / client.output
        surface = surface_of(read_files(folder), f"{revision}:{client.output.as_posix()}")
        name = f"{revision}:{client.spec.as_posix()}"
        document = _document(surface, there / client.spec, client, name)
        lock = _lock(folder, replace(client, names=there / client.names, output=folder))
    return Side(label=revision, surface=replace(surface, document=document), lock=lock)


def _document(
    surface: Surface, path: Path, client: ClientConfig, name: str | None = None
) -> Document | None:
    """Load the document that a client was made from, if it is that one."""
    try:
        document = load(path, name=name, allow=client.allow)
    except ClientwrightError:
        return None
    return document if document.sha256 == surface.document_sha256 else None


def _lock(folder: Path, client: ClientConfig) -> NameLock:
    """Read the names that a client was made with, or take them from its manifest."""
    beside = folder / "names.json"
    path = client.names if folder == client.output else beside
    if path.is_file():
        return read_lock(path, name=path.as_posix())
    content = json.loads((folder / MANIFEST).read_bytes())
    operations = content["operations"]
    return NameLock(
        operations={operation_key(one["method"], one["path"]): one["call"] for one in operations},
        schemas={f"#{pointer}": name for pointer, name in content["models"].items()},
    )
