"""One API, spelled as OpenAPI 3.0 and as 3.1 have it."""

from __future__ import annotations

import importlib
import json
from pathlib import Path

import pytest

from generator.config import ClientConfig
from generator.pipeline import run
from generator.runs import Options, RunResult

DOCUMENTS = Path(__file__).parent / "documents"
VARYING = ("manifest.json", "CHANGELOG.md")
"""Files that tell which document the client is from."""


def generated(document: Path, folder: Path) -> RunResult:
    """Generate the client of a document in a folder."""
    client = ClientConfig(
        name="library",
        title=None,
        spec=document,
        overlay=None,
        names=folder / "names.json",
        lift=(),
        output=folder / "library",
    )
    return run(client, Options())


def files(folder: Path) -> dict[str, str]:
    """Read the files of a client whose text does not name its document."""
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*.*"))
        if path.is_file() and path.name not in VARYING
    }


@pytest.fixture
def clients(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path]:
    """The clients of both spellings."""
    monkeypatch.chdir(tmp_path)
    generated(DOCUMENTS / "old.yaml", tmp_path / "old")
    generated(DOCUMENTS / "new.yaml", tmp_path / "new")
    return tmp_path / "old" / "library", tmp_path / "new" / "library"


def test_both_spellings_make_the_same_client(clients: tuple[Path, Path]) -> None:
    """The same API in OpenAPI 3.0 and 3.1 gives the same client, byte for byte."""
    old, new = clients
    assert files(old) == files(new)
    assert len(files(old)) > 20


def test_manifests_differ_in_the_document_alone(clients: tuple[Path, Path]) -> None:
    """The manifests tell which document a client is from, and agree on all else."""
    old, new = (json.loads((client / "manifest.json").read_text()) for client in clients)
    assert old.pop("spec") != new.pop("spec")
    assert old == new


def test_nothing_is_said_of_either_spelling(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither spelling needs a repair, and neither breaks a rule of its version."""
    monkeypatch.chdir(tmp_path)
    old = generated(DOCUMENTS / "old.yaml", tmp_path / "old")
    new = generated(DOCUMENTS / "new.yaml", tmp_path / "new")
    assert (old.diagnostics, new.diagnostics) == ((), ())


def test_read_only_property_is_not_asked_for(
    clients: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is read only and required is no argument, and a body without it is sent."""
    monkeypatch.syspath_prepend(str(clients[0].parent))
    models = importlib.import_module("library.models")
    assert models.Book(kind="book", title="Ulysses").model_dump(exclude_unset=True) == {
        "kind": "book",
        "title": "Ulysses",
    }
