"""The configuration is read strictly: what is not understood is an error that helps."""

from __future__ import annotations

import shutil
from dataclasses import astuple
from pathlib import Path

import pytest

from generator.config import ClientConfig, read_config
from generator.diagnostics import UsageError
from tests.support.expected import check_text

HERE = Path(__file__).parent
ERRORS = HERE / "errors"
REPOSITORY = HERE.parents[1]


@pytest.fixture(name="project")
def empty_project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def fill(project: Path, case: Path) -> None:
    """Copy a case's files; `.in` keeps other tools from taking them for this repository's."""
    shutil.copytree(case, project, dirs_exist_ok=True)
    for path in project.glob("*.in"):
        path.rename(path.with_suffix(""))


@pytest.mark.parametrize("case", sorted(folder.name for folder in ERRORS.iterdir()))
def test_message(case: str, project: Path) -> None:
    """A wrong configuration is refused with file, table, key and what would be right."""
    fill(project, ERRORS / case)
    with pytest.raises(UsageError) as refused:
        read_config()

    check_text(f"{refused.value}\n", ERRORS / case / "expected.txt")


def test_minimal(project: Path) -> None:
    """A client needs no more than a name: all else stands where it usually does."""
    fill(project, HERE / "minimal")
    config = read_config()

    assert config.file == Path("clientwright.toml")
    assert config.clients == (
        ClientConfig(
            name="acme",
            title=None,
            spec=Path("specs/acme/openapi.yaml"),
            overlay=None,
            names=Path("specs/acme/names.json"),
            lift=(),
            output=Path("generated/acme"),
        ),
    )


def test_full(project: Path) -> None:
    """Everything can be said, and clients come in the order of the file."""
    fill(project, HERE / "full")
    config = read_config()

    assert config.file == Path("pyproject.toml")
    assert config.specs == Path("documents")
    assert [astuple(client) for client in config.clients] == [
        (
            "posthog",
            "PostHog",
            Path("documents/posthog/openapi.yaml"),
            Path("documents/posthog/overlay.yaml"),
            Path("documents/posthog/names.json"),
            ("environment_id",),
            Path("clients/posthog"),
            ("shared", "https://posthog.example/schemas/"),
            ("tag:insights", "path:/api/*"),
            ("operation:*_destroy",),
            (
                ("insights.list", False, None),
                ("find", ("data", ("after", "meta.next", False, "", "", "")), ("END", ("failed",))),
            ),
        ),
        (
            "acme",
            None,
            Path("vendor/acme.json"),
            Path("vendor/overlay.yaml"),
            Path("documents/acme/names.json"),
            (),
            Path("src/app/_vendor/acme"),
            (),
            (),
            (),
            (),
        ),
    ]


def test_absolute_paths_are_meant(project: Path) -> None:
    """An absolute path may lead anywhere."""
    elsewhere = project.parent / "elsewhere"
    table = f'[clients.acme]\noutput = "{elsewhere.as_posix()}"\n'
    (project / "clientwright.toml").write_text(table, encoding="utf-8")

    assert read_config().clients[0].output == elsewhere


def test_another_folder(tmp_path: Path) -> None:
    """The project may be another folder than the working one."""
    fill(tmp_path, HERE / "minimal")

    assert read_config(tmp_path).clients[0].output == tmp_path / "generated" / "acme"


def test_this_repository() -> None:
    """The configuration of this repository names its three clients."""
    clients = read_config(REPOSITORY).clients

    assert {client.name: client.title for client in clients} == {
        "vapi": "Vapi",
        "langsmith": "LangSmith",
        "posthog": "PostHog",
    }
    assert all(client.spec.exists() for client in clients)
