"""What mypy says about a script that uses a generated client."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_OPTIONS = ("--strict", "--config-file=", "--no-error-summary", "--hide-error-context")


def said_by_mypy(script: Path, package: Path) -> str:
    """Check script and package; of each error only the first line is told, and of a line its end."""
    run = subprocess.run(
        [sys.executable, "-m", "mypy", *_OPTIONS, "--no-pretty", str(script), str(package)],
        cwd=package.parent,
        env={"MYPYPATH": str(package.parent), "MYPY_CACHE_DIR": str(package.parent / "cache")},
        capture_output=True,
        text=True,
        check=False,
    )
    said = [line.split(f"{script.name}:")[-1] for line in run.stdout.splitlines()]
    told = [line for line in said if not line.split(" ", 1)[1].startswith(_ASIDES)]
    return "".join(f"{line}\n" for line in told)


_ASIDES = ("note: Possible", "note:     ")
