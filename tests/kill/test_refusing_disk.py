"""A disk that is full, or files that are read-only, cost nothing but the run."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.expected import TESTS
from tests.vendor.conftest import (
    Command,
    Repositories,
    command,
    contents,
    made,
    repositories,
    vendored,
)

__all__ = ["command", "made", "repositories", "vendored"]

HERE = Path(__file__).parent


def on_a_full_disk(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command where only very short files can be written."""
    pytest.importorskip("resource", reason="the system has no limits of that kind")
    command = [sys.executable, str(HERE / "full_disk.py"), "200", *arguments]
    return subprocess.run(
        command, env={"PYTHONPATH": str(TESTS.parent)}, capture_output=True, text=True, check=False
    )


def test_update_of_a_copy(vendored: Repositories) -> None:
    """An update that finds no room leaves the copy, and nothing beside it."""
    vendored.advance()
    before = contents(vendored.app)
    ran = on_a_full_disk("vendor", "--update-all")

    assert ran.returncode == 1
    assert "File too large; nothing written" in ran.stderr
    assert contents(vendored.app) == before


def test_generate(vendored: Repositories, monkeypatch: pytest.MonkeyPatch) -> None:
    """A run of `generate` that finds no room leaves the output, the names, and nothing beside them."""
    spec = Path("specs", "pets", "openapi.yaml")
    shutil.copy(vendored.later / spec, vendored.project / spec)
    monkeypatch.chdir(vendored.project)
    before = contents(vendored.project)
    ran = on_a_full_disk("generate")

    assert ran.returncode == 1
    assert "File too large; nothing written" in ran.stderr
    after = contents(vendored.project)
    assert after == before


def test_read_only_files(vendored: Repositories, command: Command) -> None:
    """Files that are read-only are replaced as any other: the folder is theirs who own it."""
    vendored.advance()
    (vendored.copy / "resources" / "pets.py").chmod(0o444)
    (vendored.copy / "resources" / "owners.py").chmod(0o444)
    assert command("vendor", "--update-all").code == 0
    assert command("vendor", "--check").code == 0


def test_read_only_folder(vendored: Repositories, command: Command) -> None:
    """A folder that may not be written to is left alone, and said to be so."""
    vendored.advance()
    before = contents(vendored.app)
    vendored.copy.chmod(0o555)
    ran = command("vendor", "--update-all")
    vendored.copy.chmod(0o755)

    assert ran.code == 1
    assert "is read-only; nothing written" in ran.err
    assert contents(vendored.app) == before
