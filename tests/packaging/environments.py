"""Virtual environments with nothing but what is named, made once for all test processes."""

from __future__ import annotations

import fcntl
import os
import subprocess
import sys
import venv
from collections.abc import Sequence
from pathlib import Path

import pytest

PIP = (sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet")


def run(command: Sequence[str], folder: Path, **variables: str) -> str:
    """Run a command with no more environment than it needs, and return what it prints."""
    kept = ("PATH", "HOME", "TMPDIR", "PIP_INDEX_URL", "PIP_CONFIG_FILE", "SSL_CERT_FILE")
    environment = {name: os.environ[name] for name in kept if name in os.environ} | variables
    result = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, f"{result.stdout}{result.stderr}"
    return result.stdout


def make_environment(factory: pytest.TempPathFactory, name: str, *requirements: str) -> Path:
    """Return a virtual environment that has the requirements installed."""
    base = factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / name
    with folder.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            venv.create(folder, with_pip=False, symlinks=True)
            python = str(folder / "bin" / "python")
            run((*PIP, "--python", python, "install", *requirements), folder)
    return folder / "bin"
