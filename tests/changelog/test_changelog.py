"""`generate` keeps a changelog of the client, which people may amend."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from generator.cli import main
from tests.support.expected import TESTS, check_text

if TYPE_CHECKING:
    from pathlib import Path

HERE = TESTS / "changelog"


@pytest.fixture
def spec(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the document of a project in the current folder."""
    (tmp_path / "clientwright.toml").write_text("[clients.pets]\n")
    path = tmp_path / "specs" / "pets" / "openapi.yaml"
    path.parent.mkdir(parents=True)
    path.write_text((HERE / "old.yaml").read_text())
    monkeypatch.chdir(tmp_path)
    assert main(["generate"]) == 0
    return path


@pytest.fixture
def log(spec: Path, tmp_path: Path) -> Path:
    """Return the changelog of the client."""
    return tmp_path / "generated" / "pets" / "CHANGELOG.md"


def test_first(log: Path) -> None:
    """The first run writes a first entry."""
    check_text(log.read_text(), HERE / "expected" / "first.md")


def test_second_run(log: Path) -> None:
    """A second run, and a document that says the same in another way, add nothing."""
    before = log.read_bytes()
    assert main(["generate"]) == 0
    assert main(["generate", "--check"]) == 0
    assert log.read_bytes() == before


def test_change(spec: Path, log: Path) -> None:
    """A changed surface adds an entry on top: breaking changes first, hostile names as text."""
    spec.write_text((HERE / "new.yaml").read_text())
    assert main(["generate"]) == 0
    check_text(log.read_text(), HERE / "expected" / "changed.md")


def test_only_texts(spec: Path, log: Path) -> None:
    """What callers do not notice adds no entry."""
    before = log.read_bytes()
    spec.write_text(spec.read_text().replace("description: ok", "description: The pet."))
    assert main(["generate"]) == 0
    assert log.read_bytes() == before


def test_amended(spec: Path, log: Path) -> None:
    """What people wrote stays, wherever they wrote it, and is no edit that stops a run."""
    amended = "Our own words\r\n" + log.read_text() + "\nMore \N{SNOWMAN} words, no newline"
    log.write_bytes(amended.encode())
    assert main(["generate", "--check"]) == 0
    spec.write_text((HERE / "new.yaml").read_text())
    assert main(["generate"]) == 0
    head, tail = amended.split("## 1.0.0", 1)
    found = log.read_bytes().decode()
    assert found.startswith(f"{head}## 1.0.0 → 2.0.0 (document ")
    assert found.endswith(f"\n\n## 1.0.0{tail}")


def test_without_headings(spec: Path, log: Path) -> None:
    """Where no entry is left, a new one comes after what is there."""
    log.write_text("Told elsewhere.\n")
    spec.write_text((HERE / "new.yaml").read_text())
    assert main(["generate"]) == 0
    assert log.read_text().startswith("Told elsewhere.\n\n## 1.0.0 → 2.0.0 (document ")


def test_check(spec: Path, log: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`--check` names the changelog where an entry is due, and where it is missing."""
    spec.write_text((HERE / "new.yaml").read_text())
    assert main(["generate", "--check"]) == 3
    assert "generated/pets/CHANGELOG.md would change" in capsys.readouterr().out
    log.unlink()
    assert main(["generate", "--check"]) == 3
    assert "generated/pets/CHANGELOG.md is missing" in capsys.readouterr().out


def test_manifest(log: Path) -> None:
    """The manifest names the changelog as a file to keep, without a digest of it."""
    manifest = json.loads((log.parent / "manifest.json").read_text())
    assert manifest["kept"] == ["CHANGELOG.md"]
    assert "CHANGELOG.md" not in manifest["files"]


def test_damaged(log: Path) -> None:
    """Where the client that is there cannot be read, the run goes on and the entries stay."""
    before = log.read_bytes()
    (log.parent / "client.py").write_text("(")
    assert main(["generate", "--force"]) == 0
    assert log.read_bytes() == before


def test_link(log: Path, tmp_path: Path) -> None:
    """A changelog that is a symbolic link is refused."""
    log.rename(tmp_path / "elsewhere.md")
    log.symlink_to(tmp_path / "elsewhere.md")
    assert main(["generate", "--force"]) == 1
