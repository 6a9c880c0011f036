"""Two clients as a regeneration leaves them: the second keeps the names of the first."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from generator.commands import single_client
from generator.diff import compare, read_surface
from generator.load import load
from generator.names.lock import NameLock
from generator.pipeline import make
from generator.progress import Stages
from generator.render import render
from generator.render.manifest import NAME, manifest
from generator.runs import provenance
from tests.support.generation import generate

if TYPE_CHECKING:
    from pathlib import Path

    from generator.diff import Change


def regenerate(old: Path, new: Path, folder: Path, name: str = "pets") -> None:
    """Write the client of one document to `old/`, and what the other document makes of it to `new/`."""
    generate(old, folder / "old" / name)
    shutil.copytree(folder / "old" / name, folder / "new" / name)
    generate(new, folder / "new" / name)


def regenerate_unformatted(old: Path, new: Path, folder: Path, name: str) -> None:
    """Do the same for large documents, in a third of the time."""
    lock = _write(old, folder / "old" / name, NameLock())
    _write(new, folder / "new" / name, lock)


def _write(document: Path, output: Path, lock: NameLock) -> NameLock:
    made = make(single_client(document, output, output.name), lock, Stages(output.name))
    files = render(made.built, made.models)
    for path, text in {**files, NAME: manifest(made.built, provenance(made), {}).decode()}.items():
        (output / path).parent.mkdir(parents=True, exist_ok=True)
        (output / path).write_text(text, encoding="utf-8")
    return made.normalized.lock


def changes(old: Path, new: Path, folder: Path, name: str = "pets") -> tuple[Change, ...]:
    """Compare what was written."""
    return compare(
        read_surface(folder / "old" / name, load(old)),
        read_surface(folder / "new" / name, load(new)),
    )
