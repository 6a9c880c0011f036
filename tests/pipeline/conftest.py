"""A project with a small document, and the command run inside it."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from generator.cli import main
from tests.support.expected import TESTS


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command printed, and its exit code."""

    code: int
    out: str
    err: str


Command = Callable[..., Ran]


@dataclass(frozen=True, slots=True)
class Project:
    """A folder with a document and its client."""

    folder: Path

    @property
    def document(self) -> Path:
        """The document of the client `pets`."""
        return self.folder / "specs" / "pets" / "openapi.yaml"

    @property
    def output(self) -> Path:
        """The folder of the client `pets`."""
        return self.folder / "generated" / "pets"

    @property
    def manifest(self) -> Any:
        """What the manifest of the client `pets` says."""
        return json.loads((self.output / "manifest.json").read_text(encoding="utf-8"))

    @property
    def calls(self) -> dict[str, str]:
        """The calls of the client by method and path."""
        return {
            f"{one['method']} {one['path']}": one["call"] for one in self.manifest["operations"]
        }

    def change(self, pattern: str, replacement: str) -> None:
        """Replace what is found in the document, which must be there."""
        text, number = re.subn(pattern, replacement, self.document.read_text(encoding="utf-8"))
        assert number
        self.document.write_text(text, encoding="utf-8")

    def contents(self) -> dict[str, bytes]:
        """Read all files, caches too."""
        files = (path for path in self.folder.rglob("*") if path.is_file())
        return {path.relative_to(self.folder).as_posix(): path.read_bytes() for path in files}


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str]) -> Command:
    """A function that runs the command."""

    def run(*arguments: str) -> Ran:
        code = main(arguments)
        said = capsys.readouterr()
        return Ran(code, said.out, said.err)

    return run


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """A project from which nothing was generated yet; it is the current folder."""
    project = Project(tmp_path)
    project.document.parent.mkdir(parents=True)
    shutil.copy(Path(__file__).with_name("petstore.yaml"), project.document)
    (tmp_path / "clientwright.toml").write_text('[clients.pets]\ntitle = "Pets"\n')
    monkeypatch.chdir(tmp_path)
    return project


@pytest.fixture
def generated(project: Project, command: Command) -> Project:
    """A project whose client was generated."""
    assert command("generate").code == 0
    return project


@pytest.fixture
def langsmith(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """A project with LangSmith's document, which is invalid, and its corrections."""
    shutil.copytree(TESTS.parent / "specs" / "langsmith", tmp_path / "specs" / "langsmith")
    (tmp_path / "clientwright.toml").write_text('[clients.langsmith]\ntitle = "LangSmith"\n')
    monkeypatch.chdir(tmp_path)
    return Project(tmp_path)
