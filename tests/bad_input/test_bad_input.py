"""Bad input gets a message and an exit code, and nothing on disk changes.

A case is a folder: `input/` is laid over a project that was generated before, `arguments.txt` is the
command line (`generate`, where there is none), `expected.txt` the exit code and what is said.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.expected import check_text

HERE = Path(__file__).parent
CASES = HERE / "cases"
COMMAND = (sys.executable, "-m", "generator")


def clientwright(folder: Path, arguments: str) -> str:
    """Run a command in a folder and return its exit code and what it says."""
    result = subprocess.run(
        (*COMMAND, *arguments.split()), cwd=folder, capture_output=True, text=True, check=False
    )
    return f"exit code {result.returncode}\n{result.stdout}{result.stderr}".replace(
        f"{folder}/", ""
    )


def contents(folder: Path) -> dict[str, bytes | None]:
    """Read everything in a folder but its caches; subfolders are None."""
    paths = (path for path in sorted(folder.rglob("*")) if ".cache" not in path.parts)
    return {str(path): path.read_bytes() if path.is_file() else None for path in paths}


@pytest.fixture(scope="module")
def generated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project whose client was generated, without the caches of that run."""
    folder = tmp_path_factory.mktemp("generated") / "project"
    shutil.copytree(HERE / "project", folder)
    assert clientwright(folder, "generate").startswith("exit code 0\n")
    shutil.rmtree(folder / ".cache")
    return folder


@pytest.fixture
def project(generated: Path, tmp_path: Path) -> Path:
    """A copy of the project for one test."""
    return shutil.copytree(generated, tmp_path / "project")


@pytest.fixture
def changed_project(project: Path) -> Path:
    """The project with a document from which another client would be made."""
    document = project / "specs" / "pets" / "openapi.yaml"
    document.write_text(document.read_text().replace("/pets/{id}", "/pet/{id}"))
    return project


def lay_over(case: str, project: Path) -> None:
    """Put the files of a case into a project."""
    files = CASES / case / "input"
    if files.exists():
        shutil.copytree(files, project, dirs_exist_ok=True)


def arguments_of(case: str) -> str:
    """Return the command line of a case."""
    path = CASES / case / "arguments.txt"
    return path.read_text() if path.exists() else "generate"


@pytest.mark.parametrize("case", sorted(folder.name for folder in CASES.iterdir()))
def test_bad_input(case: str, project: Path) -> None:
    """Bad input ends in the committed message and exit code, and leaves everything as it was."""
    lay_over(case, project)
    before = contents(project)

    said = clientwright(project, arguments_of(case))

    check_text(said, CASES / case / "expected.txt")
    assert contents(project) == before


@pytest.fixture(params=["generated/pets", "generated"])
def read_only(request: pytest.FixtureRequest, changed_project: Path) -> Iterator[str]:
    """A folder of the project in which nothing may be written."""
    folder = changed_project / request.param
    folder.chmod(0o555)
    yield request.param
    folder.chmod(0o755)


def test_read_only_folder(read_only: str, changed_project: Path) -> None:
    """A read-only output folder, or one around it, is named and stays as it is."""
    before = contents(changed_project)

    said = clientwright(changed_project, "generate")

    assert said.startswith("exit code 1\nclientwright: pets: generated/pets ")
    assert f"{read_only} " in said
    assert said.endswith("is read-only; nothing written\n")
    assert contents(changed_project) == before


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="/proc is a folder of Linux")
def test_read_only_file_system(changed_project: Path) -> None:
    """An output folder that not even the superuser can make is said to be so."""
    before = contents(changed_project)

    said = clientwright(
        changed_project, "generate --spec specs/pets/openapi.yaml --output /proc/pets"
    )

    assert (
        said
        == "exit code 1\nclientwright: pets: /proc/pets cannot be replaced: /proc is read-only; nothing written\n"
    )
    assert contents(changed_project) == before


def test_one_bad_client_of_two(changed_project: Path) -> None:
    """A client whose document is bad does not keep the others from theirs."""
    configuration = changed_project / "clientwright.toml"
    configuration.write_text(f"[clients.cats]\n\n{configuration.read_text()}")

    said = clientwright(changed_project, "generate")

    assert said.splitlines()[0] == "exit code 1"
    assert (
        "clientwright: cats: specs/cats/openapi.yaml  no such file; nothing can be read from it"
        in said
    )
    assert "pets: 1 of 1 operations, 1 model; " in said


def test_name_lock_that_is_a_folder(changed_project: Path) -> None:
    """A name lock that cannot be read ends the run: the names given so far would be lost."""
    lock = changed_project / "specs" / "pets" / "names.json"
    lock.unlink()
    lock.mkdir()
    before = contents(changed_project)

    said = clientwright(changed_project, "generate")

    assert said == (
        "exit code 1\nclientwright: pets: specs/pets/names.json  unreadable (Is a directory);"
        " the name lock cannot be read, nothing generated\n"
    )
    assert contents(changed_project) == before


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="/dev/full is a file of Linux")
def test_report_on_a_full_disk(changed_project: Path) -> None:
    """A report that cannot be written shows before there is work to lose."""
    before = contents(changed_project)

    said = clientwright(changed_project, "generate --report /dev/full")

    assert said == "exit code 1\nclientwright: /dev/full: No space left on device; no report\n"
    assert contents(changed_project) == before
