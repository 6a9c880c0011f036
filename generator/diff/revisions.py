"""Files of an earlier revision, as git has them."""

from __future__ import annotations

import shutil
import subprocess
import tarfile
from io import BytesIO
from typing import TYPE_CHECKING

from generator.diagnostics import ClientwrightError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


def is_revision(name: str) -> bool:
    """Tell whether git knows a commit by this name, in the current folder's repository."""
    return bool(name) and _git("rev-parse", "--verify", "--quiet", f"{name}^{{commit}}") is not None


def extract(revision: str, paths: Iterable[Path], destination: Path) -> None:
    """Write what a revision has of some folders of the current one; ClientwrightError without."""
    commit = _git("rev-parse", "--verify", f"{revision}^{{commit}}") or b""
    wanted = [path.as_posix() for path in paths]
    listed = _git("ls-tree", "--name-only", commit.decode().strip(), "--", *wanted) or b""
    there = listed.decode().splitlines()
    archive = _git("archive", "--format=tar", commit.decode().strip(), "--", *there)
    if not there or archive is None:
        raise ClientwrightError(f"{revision}  has no {' or '.join(wanted)}; nothing compared")
    with tarfile.open(fileobj=BytesIO(archive)) as tar:
        tar.extractall(destination, filter="data")


def _git(*arguments: str) -> bytes | None:
    """Return what git answers; None where it fails, or is not there."""
    git = shutil.which("git")
    if git is None:
        return None
    ran = subprocess.run(  # noqa: S603 - git itself, with arguments that are no options
        [git, *arguments], capture_output=True, check=False
    )
    return ran.stdout if ran.returncode == 0 else None
