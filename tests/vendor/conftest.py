"""A project that generates a client, and another repository that vendors it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.cli import main

NEXT = (
    ("version: 1.0.0", "version: 1.1.0"),
    ("summary: Retrieve a pet.", "summary: Fetch one pet."),
    ("/owners/{id}", "/keepers/{id}"),
    ("tags: [owners]", "tags: [keepers]"),
)


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command printed, and its exit code."""

    code: int
    out: str
    err: str


Command = Callable[..., Ran]


@dataclass(frozen=True, slots=True)
class Repositories:
    """`project` generates the client `pets`, `app` has a copy of it; `next` is a later project."""

    project: Path
    app: Path
    later: Path

    @property
    def copy(self) -> Path:
        """The folder of the copy."""
        return self.app / "src" / "app" / "_vendor" / "pets"

    @property
    def generated(self) -> Path:
        """The folder of the client that is copied."""
        return self.project / "generated" / "pets"

    def advance(self) -> None:
        """Let the project be what it is some time later."""
        shutil.rmtree(self.project)
        shutil.copytree(self.later, self.project)


def contents(folder: Path) -> dict[str, bytes]:
    """Read all files below a folder."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str]) -> Command:
    """A function that runs the command."""

    def run(*arguments: str) -> Ran:
        try:
            code = main(arguments)
        except SystemExit as stop:
            code = int(stop.code or 0)
        said = capsys.readouterr()
        return Ran(code, said.out, said.err)

    return run


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with two projects, `first` and `later`, whose clients were generated."""
    folder = tmp_path_factory.mktemp("made")
    text = Path(__file__).with_name("pets.yaml").read_text(encoding="utf-8")
    _make(folder / "first", text)
    for old, new in NEXT:
        assert old in text
        text = text.replace(old, new)
    _make(folder / "later", text)
    return folder


def _make(project: Path, document: str) -> None:
    spec = project / "specs" / "pets" / "openapi.yaml"
    spec.parent.mkdir(parents=True)
    spec.write_text(document, encoding="utf-8")
    (project / "clientwright.toml").write_text('[clients.pets]\ntitle = "PetShop"\n')
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(project)
        assert main(["generate"]) == 0


@pytest.fixture
def repositories(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repositories:
    """A project, and a repository that vendors nothing yet and is the current folder."""
    shutil.copytree(made / "first", tmp_path / "project")
    app = tmp_path / "app"
    app.mkdir()
    (app / "pyproject.toml").touch()
    monkeypatch.chdir(app)
    return Repositories(tmp_path / "project", app, made / "later")


@pytest.fixture
def vendored(
    repositories: Repositories, command: Command, monkeypatch: pytest.MonkeyPatch
) -> Repositories:
    """A repository that has a copy of the client; it is the current folder."""
    monkeypatch.chdir(repositories.project)
    assert command("vendor", "pets", "../app/src/app/_vendor").code == 0
    monkeypatch.chdir(repositories.app)
    return repositories
