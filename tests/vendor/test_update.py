"""Updating a copy: what people type, what they read, and what happens to their edits."""

from __future__ import annotations

import io
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from generator import terminal
from generator.vendor.merge import merge
from generator.vendor.record import RECORD
from generator.write.lock import locked
from tests.support.generation import imported
from tests.vendor.conftest import Command, Repositories, contents

PLACE = "src/app/_vendor/pets"
PETS, OWNERS, KEEPERS = (f"resources/{name}.py" for name in ("pets", "owners", "keepers"))


@pytest.fixture
def behind(vendored: Repositories) -> Repositories:
    """A copy of a client of which there is a newer version."""
    vendored.advance()
    return vendored


def edit(repositories: Repositories, path: str, old: str, new: str) -> None:
    """Edit a file of the copy."""
    file = repositories.copy / path
    text = file.read_text()
    assert old in text
    file.write_text(text.replace(old, new))


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """A function that lets somebody be there, and type this."""

    def give(text: str) -> None:
        monkeypatch.setattr("generator.vendor.commands.is_attended", lambda: True)
        monkeypatch.setattr(sys, "stdin", io.StringIO(text))

    return give


def test_update(behind: Repositories, command: Command) -> None:
    """An update brings the new version, all of it, and a second one has nothing to do."""
    ran = command("vendor", "--update-all")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(f"{PLACE}: 1.1.0 (clientwright 0.1.0); ")
    assert not (behind.copy / OWNERS).exists()
    assert "Fetch one pet." in (behind.copy / PETS).read_text()
    assert command("vendor", "--check").out == f"{PLACE}: up to date\n"
    before = {path: path.stat().st_mtime_ns for path in behind.copy.rglob("*")}
    assert command("vendor", "--update-all").out.endswith("; nothing to do\n")
    assert {path: path.stat().st_mtime_ns for path in before} == before


def test_update_of_one_client(
    behind: Repositories, command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The command that copied a client updates it, too."""
    monkeypatch.chdir(behind.project)
    assert command("vendor", "pets", "../app/src/app/_vendor").code == 0
    assert "Fetch one pet." in (behind.copy / PETS).read_text()


def test_edits_are_merged(behind: Repositories, command: Command) -> None:
    """Edits of lines that the new version leaves alone are kept, and their files named."""
    edit(behind, PETS, '"""The', '"""All the')
    (behind.copy / "mine.py").write_text("MINE = 1\n")
    ran = command("vendor", "--update-all")

    assert ran.code == 0
    assert f"{PLACE}/{PETS} was edited here and changed there: merged\n" in ran.out
    text = (behind.copy / PETS).read_text()
    assert text.startswith('"""All the operations')
    assert "Fetch one pet." in text
    assert (behind.copy / "mine.py").read_text() == "MINE = 1\n"
    with imported(behind.copy) as package:
        assert package.PetShopClient(base_url="https://pets.example").keepers is not None
    assert f"{PLACE}/{PETS} was edited by hand" in command("vendor", "--check").out


def test_conflict(behind: Repositories, command: Command) -> None:
    """Where both sides changed a line both stay, between marks; no update comes before that is resolved."""
    edit(behind, PETS, "Retrieve a pet.", "Retrieve a pet, or fail.")
    ran = command("vendor", "--update-all")

    assert ran.code == 3
    assert "changed there in one place: resolve the conflict that is marked\n" in ran.out
    text = (behind.copy / PETS).read_text()
    assert text.count("<<<<<<< edited here\n") == text.count(">>>>>>> new version\n") == 2
    assert "Retrieve a pet, or fail." in text
    assert "Fetch one pet." in text
    again = command("vendor", "--update-all")
    assert again.code == 1
    assert f"conflicts of the last update are not resolved yet in {PETS}" in again.err


def test_dry_run(behind: Repositories, command: Command) -> None:
    """`--dry-run` shows what would change as a diff, ends as the update would, and writes nothing."""
    edit(behind, PETS, "Retrieve a pet.", "Retrieve a pet, or fail.")
    before = contents(behind.app)
    ran = command("vendor", "--update-all", "--dry-run")

    assert ran.code == 3
    assert f"--- {PLACE}/{KEEPERS}\n+++ {PLACE}/{KEEPERS}\n@@ " in ran.out
    assert '+        """Fetch one pet.' in ran.out
    assert "+<<<<<<< edited here\n" in ran.out
    assert ran.out.endswith("nothing written, because of --dry-run\n")
    assert contents(behind.app) == before


def test_edited_file_that_is_gone(behind: Repositories, command: Command) -> None:
    """Where nobody can be asked, an edited file that the new version lacks stops the update."""
    edit(behind, OWNERS, '"""The', '"""All the')
    before = contents(behind.app)
    ran = command("vendor", "--update-all")

    assert ran.code == 1
    assert f"{PLACE}/{OWNERS} was edited here, and the new version has no such file" in ran.err
    assert "nobody is here to answer" in ran.err
    assert "--force" in ran.err
    assert contents(behind.app) == before


@pytest.mark.parametrize(("typed", "stays"), [("y\n", False), ("n\n", True), ("", True)])
def test_question(
    typed: str,
    stays: bool,  # noqa: FBT001 - a column of the table
    behind: Repositories,
    command: Command,
    answer: Callable[[str], None],
) -> None:
    """On a terminal somebody is asked whether an edited file may go, and no means no."""
    edit(behind, OWNERS, '"""The', '"""All the')
    answer(typed)
    ran = command("vendor", "--update-all")

    assert ran.code == 0
    assert ran.err.endswith("Remove it? [y/N] ")
    assert (behind.copy / OWNERS).exists() is stays
    assert (behind.copy / KEEPERS).exists()


def test_attended() -> None:
    """In a pipe nobody is there to answer."""
    assert not terminal.is_attended()


def test_force(behind: Repositories, command: Command) -> None:
    """`--force` discards edits, and still leaves files of other people alone."""
    edit(behind, PETS, "Retrieve a pet.", "Retrieve a pet, or fail.")
    edit(behind, OWNERS, '"""The', '"""All the')
    (behind.copy / "mine.py").write_text("MINE = 1\n")
    ran = command("vendor", "--update-all", "--force")

    assert ran.code == 0
    (behind.copy / "mine.py").unlink()
    assert command("vendor", "--check").code == 0


def test_moved_folder_is_followed(behind: Repositories, command: Command) -> None:
    """Files that were moved within the copy are found again, and updated where they are."""
    shutil.move(behind.copy / "models", behind.copy / "types")
    checked = command("vendor", "--check")
    ran = command("vendor", "--update-all")

    assert "/models/pet.py was moved to types/pet.py\n" in checked.out
    assert ran.code == 0
    assert (behind.copy / "types" / "pet.py").is_file()
    assert not (behind.copy / "models").exists()


def test_copy_that_is_not_there(behind: Repositories, command: Command) -> None:
    """A copy that was moved or removed is not made anew behind somebody's back."""
    shutil.move(behind.copy, behind.app / "pets")
    ran = command("vendor", "--update-all")

    assert ran.code == 1
    assert "is not there; nothing written. If you moved it, say so in vendor.toml" in ran.err
    listing = behind.app / "vendor.toml"
    listing.write_text(listing.read_text().replace(PLACE, "pets"))
    assert command("vendor", "--update-all").code == 0
    assert command("vendor", "--check").out == "pets: up to date\n"


def lose_record(copy: Path) -> None:
    (copy / RECORD).unlink()
    (copy / PETS).write_text("edited")


def damage_record(copy: Path) -> None:
    (copy / RECORD).write_bytes(b"\xfd7zXZ\x00 broken")


def empty_manifest(copy: Path) -> None:
    (copy / "manifest.json").write_text("{}")


@pytest.mark.parametrize("damage", [lose_record, damage_record, empty_manifest])
def test_damaged_copy(
    damage: Callable[[Path], None], behind: Repositories, command: Command
) -> None:
    """A copy whose books are damaged is updated by `--force` only."""
    damage(behind.copy)
    before = contents(behind.app)
    ran = command("vendor", "--update-all")

    assert ran.code == 1
    assert "is damaged: " in ran.err
    assert contents(behind.app) == before
    assert command("vendor", "--update-all", "--force").code == 0
    assert b"Fetch one pet." in (behind.copy / PETS).read_bytes()
    assert (behind.copy / KEEPERS).exists()


def test_windows_line_ends_are_no_conflict(behind: Repositories, command: Command) -> None:
    """A copy with line ends of Windows is updated as any other."""
    file = behind.copy / PETS
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert command("vendor", "--update-all").code == 0
    assert command("vendor", "--check").code == 0


def add_entry(changelog: Path, heading: str) -> None:
    """Add an entry above the others."""
    text = changelog.read_text()
    changelog.write_text(text.replace("## 1.", f"## {heading}\n\n## 1.", 1))


def test_changelogs_are_joined(behind: Repositories, command: Command) -> None:
    """Entries that people added and entries of the new version are all there, without a conflict."""
    copy = behind.copy / "CHANGELOG.md"
    add_entry(behind.generated / "CHANGELOG.md", "Theirs")
    add_entry(copy, "Ours")
    ran = command("vendor", "--update-all")

    assert ran.code == 0
    headings = [line for line in copy.read_text().splitlines() if line.startswith("## ")]
    assert headings[0] == "## Theirs"
    assert "## Ours" in headings


def test_one_run_at_a_time(behind: Repositories, command: Command) -> None:
    """A second run stops, and leaves the copy to the first one."""
    before = contents(behind.copy)
    with locked(behind.copy):
        ran = command("vendor", "--update-all")

    assert ran.code == 1
    assert "another run is writing here; nothing written" in ran.err
    assert contents(behind.copy) == before


def test_changelog_takes_both_sides() -> None:
    """In a list of entries, newest on top, new entries of both sides follow each other."""
    base, entry = b"# Changes\n\n## 1\n", b"# Changes\n\n## 2\n\n## 1\n"
    merged = merge(base, entry.replace(b"2", b"1, ours"), entry, union=True)

    assert merged.text == b"# Changes\n\n## 2\n\n## 1, ours\n\n## 1\n"
    assert merged.conflicts == 0
