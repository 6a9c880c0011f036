"""Two clients as a regeneration leaves them: the second keeps the names of the first."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from generator.diff import compare, read_surface
from generator.load import load
from tests.support.generation import generate

if TYPE_CHECKING:
    from pathlib import Path

    from generator.diff import Change


def regenerate(old: Path, new: Path, folder: Path, name: str = "pets") -> None:
    """Write the client of one document to `old/`, and what the other document makes of it to `new/`."""
    generate(old, folder / "old" / name)
    (folder / "new").mkdir(parents=True, exist_ok=True)
    shutil.copytree(folder / "old" / name, folder / "new" / name)
    generate(new, folder / "new" / name)


def changes(old: Path, new: Path, folder: Path, name: str = "pets") -> tuple[Change, ...]:
    """Compare what `regenerate` wrote."""
    return compare(
        read_surface(folder / "old" / name, load(old)),
        read_surface(folder / "new" / name, load(new)),
    )
