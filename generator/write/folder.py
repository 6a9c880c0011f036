"""The output folder, and the names beside it that a run uses for a moment."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from generator.diagnostics import ClientwrightError


def sibling(output: Path, purpose: str) -> Path:
    """Return a hidden name beside the folder, on the same file system."""
    return output.with_name(f".{output.name}.clientwright-{purpose}")


def check_folder(output: Path) -> None:
    """Refuse a folder that cannot be replaced as a whole."""
    problem = _problem(output)
    if problem:
        raise ClientwrightError(f"{output.as_posix()} {problem}; nothing written")


def _problem(output: Path) -> str | None:
    if not output.exists():
        return _blocked_by(next(folder for folder in output.absolute().parents if folder.exists()))
    if not output.is_dir():
        return "is not a folder"
    if output.is_mount():
        return "is a mount point, which cannot be replaced as a whole: choose a folder inside it"
    if Path.cwd().is_relative_to(output.resolve()):
        return "holds the current folder, but is replaced as a whole: run from outside it"
    if not _is_writable(output):
        return "is read-only"
    return _blocked_by(output.absolute().parent)


def _blocked_by(parent: Path) -> str | None:
    if not parent.is_dir():
        return f"cannot be made: {parent.as_posix()} is not a folder"
    return None if _is_writable(parent) else f"cannot be replaced: {parent.as_posix()} is read-only"


def _is_writable(folder: Path) -> bool:
    """Tell whether its owner may write; the superuser could, but should not, either."""
    return bool(folder.stat().st_mode & stat.S_IWUSR) and os.access(folder, os.W_OK)
