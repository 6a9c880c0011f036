"""`clientwright diff` compares documents, folders, revisions and what is configured."""

from __future__ import annotations

import json
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from generator.cli import main
from tests.support.expected import TESTS, check_text

if TYPE_CHECKING:
    from pathlib import Path

CASE = TESTS / "diff" / "cases" / "methods"
ACCEPTED = """
[[accepted]]
kind = "method-removed"
place = "pets.clear"
reason = "Nobody cleared anything."
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a project whose client is committed; it is the current folder."""
    (tmp_path / "clientwright.toml").write_text("[clients.pets]\n")
    (tmp_path / "specs" / "pets").mkdir(parents=True)
    shutil.copy(CASE / "old.yaml", tmp_path / "specs" / "pets" / "openapi.yaml")
    shutil.copy(CASE / "new.yaml", tmp_path / "new.yaml")
    shutil.copy(CASE / "old.yaml", tmp_path / "old.yaml")
    monkeypatch.chdir(tmp_path)
    assert main(["generate"]) == 0
    return tmp_path


@pytest.fixture
def changed(project: Path) -> Path:
    """Return the project after the vendor changed the document."""
    shutil.copy(CASE / "new.yaml", project / "specs" / "pets" / "openapi.yaml")
    return project


def _told(*arguments: str) -> list[str]:
    """Return the kinds and places that a comparison tells of."""
    assert main(["diff", *arguments, "--format", "json", "--output", "told.json"]) == 0
    with open("told.json", encoding="utf-8") as file:  # noqa: PTH123 - in the current folder
        return [f"{change['kind']} {change['place']}" for change in json.load(file)["changes"]]


@pytest.fixture
def everything(project: Path) -> list[str]:
    """Return what a comparison of the two documents tells."""
    told = _told("old.yaml", "new.yaml")
    assert len(told) == 9
    return told


@pytest.mark.parametrize("form", ["text", "markdown", "json"])
def test_forms(form: str, project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A comparison comes as text, Markdown or JSON, always with the suggestion and its reasons."""
    capsys.readouterr()
    assert main(["diff", "old.yaml", "new.yaml", "--format", form]) == 0
    check_text(capsys.readouterr().out, CASE.parent.parent / "expected" / f"methods.{form}")


def test_configured(changed: Path, everything: list[str]) -> None:
    """Without OLD and NEW, the client in its folder is compared with its document."""
    assert _told("--client", "pets") == everything


def test_folders(changed: Path, everything: list[str]) -> None:
    """Folders of clients are compared as they are."""
    shutil.copytree("generated/pets", "before")
    assert main(["generate"]) == 0
    assert _told("before", "generated/pets") == everything


def test_folder_with_document(project: Path, everything: list[str]) -> None:
    """A folder is compared with a document, whose client has the folder's names."""
    assert _told("generated/pets", "new.yaml") == everything


def test_revisions(project: Path, everything: list[str]) -> None:
    """Git revisions of a client are compared, and one with the document of now."""
    _git("init", "-q")
    _commit("before")
    shutil.copy("new.yaml", "specs/pets/openapi.yaml")
    assert _told("HEAD", "--client", "pets") == everything
    assert main(["generate"]) == 0
    _commit("after")
    assert _told("HEAD~1", "HEAD", "--client", "pets") == everything


def _commit(message: str) -> None:
    _git("add", "-A")
    _git("-c", "user.name=x", "-c", "user.email=x@example.com", "commit", "-qm", message)


def _git(*arguments: str) -> None:
    subprocess.run(("git", *arguments), check=True)


def test_lines_of_revisions(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is no longer there has its line in the document of the revision."""
    _git("init", "-q")
    _commit("before")
    shutil.copy("new.yaml", "specs/pets/openapi.yaml")
    assert main(["diff", "HEAD", "--client", "pets"]) == 0
    told = capsys.readouterr().out
    assert "  pets.clear  method-removed  HEAD:specs/pets/openapi.yaml:10:5\n" in told
    assert "  pets.create  method-added  specs/pets/openapi.yaml:11:5\n" in told


@pytest.mark.parametrize(
    ("new", "severity", "code"),
    [
        ("new.yaml", "breaking", 3),
        ("new.yaml", "compatible", 3),
        ("old.yaml", "breaking", 0),
        ("old.yaml", "compatible", 0),
    ],
)
def test_fail_on(new: str, severity: str, code: int, project: Path) -> None:
    """`--fail-on` ends with 3 where a change is as bad, or worse."""
    assert main(["diff", "old.yaml", new, "--fail-on", severity]) == code


def test_accepted(changed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Accepted changes are told with their reason, and do not count."""
    (changed / "specs" / "pets" / "accepted.toml").write_text(ACCEPTED)
    assert main(["diff", "--client", "pets"]) == 0
    told = capsys.readouterr().out
    assert "breaking (2)\n" in told
    assert "accepted (1)\n  pets.clear  method-removed: Nobody cleared anything.\n" in told
    assert told.endswith("suggested version: major: 2 return types changed\n")


def test_unused(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An entry for a change that is not there is an error: it would hide something one day."""
    (project / "accepted.toml").write_text(ACCEPTED.replace("clear", "empty"))
    assert main(["diff", "old.yaml", "new.yaml", "--accepted", "accepted.toml"]) == 1
    assert capsys.readouterr().err.endswith(
        "clientwright: accepted.toml  has entries for changes that are not there:\n"
        "  method-removed pets.empty\n"
    )


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("x = 1", "may hold [[accepted]] tables only"),
        ("accepted = 1", "may hold [[accepted]] tables only"),
        ("[[accepted]]\nkind = 'a'\nplace = 'b'", "entry 1 must have the texts kind, place"),
        (ACCEPTED + ACCEPTED.replace("Nobody cleared anything.", " "), "entry 2 must have"),
        ("[", "not valid TOML"),
    ],
)
def test_accepted_errors(
    content: str, problem: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file of accepted changes that is none is refused."""
    (project / "accepted.toml").write_text(content)
    assert main(["diff", "old.yaml", "new.yaml", "--accepted", "accepted.toml"]) == 2
    assert f"clientwright: accepted.toml  {problem}" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "code", "problem"),
    [
        ([], 2, "say what to compare: OLD NEW, or --client NAME"),
        (["old.yaml"], 2, "say what to compare: OLD NEW, or --client NAME"),
        (["old.yaml", "none"], 2, "'none' is no document, no folder of a client, and no git"),
        (["old.yaml", "specs"], 1, "specs  is no generated client"),
        (["old.yaml", "clientwright.toml"], 1, "clientwright.toml"),
        (["old.yaml", "new.yaml", "--client", "pet"], 2, "the nearest is 'pets'"),
        (["old.yaml", "new.yaml", "--accepted", "none"], 2, "none  unreadable"),
        (["old.yaml", "new.yaml", "--output", "old.yaml/x"], 1, "old.yaml"),
    ],
)
def test_errors(
    arguments: list[str],
    code: int,
    problem: str,
    project: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """What cannot be compared is said, with the exit code of its kind."""
    assert main(["diff", *arguments]) == code
    assert problem in capsys.readouterr().err


def test_revision_needs_client(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A revision has many clients: which one must be said."""
    _git("init", "-q")
    _commit("before")
    assert main(["diff", "HEAD", "new.yaml"]) == 2
    assert "which client at HEAD? Say --client NAME" in capsys.readouterr().err
