"""No break goes unannounced: callers of the whole old surface, type-checked with the new client."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from generator.changelog import CHANGELOG, changelog
from generator.diff import read_surface
from generator.diff.read import read_files
from tests.diff.checked import failures, unannounced
from tests.diff.regenerated import changes, regenerate, regenerate_unformatted
from tests.support.expected import SHARED, TESTS

if TYPE_CHECKING:
    from pathlib import Path

    from generator.diff import Surface

CASES = TESTS / "diff" / "cases"
CORPUS = SHARED / "corpus"


@pytest.fixture(scope="module")
def cases(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the old and the new client of every case."""
    folder = tmp_path_factory.mktemp("cases")
    for case in CASES.iterdir():
        regenerate(case / "old.yaml", case / "new.yaml", folder, case.name)
    return folder


def _surfaces(folder: Path) -> dict[str, Surface]:
    return {
        client.name: read_surface(client)
        for client in sorted(folder.iterdir())
        if client.name.isidentifier() and client.is_dir()
    }


def test_callers_are_right(cases: Path) -> None:
    """Callers of the old surfaces pass with the old clients."""
    assert failures(cases / "old", _surfaces(cases / "old")) == []


def test_small(cases: Path) -> None:
    """Every error of a caller is announced as breaking, at the place where it is."""
    failed = failures(cases / "new", _surfaces(cases / "old"))
    announced = [
        (case.name, change)
        for case in CASES.iterdir()
        for change in changes(case / "old.yaml", case / "new.yaml", cases, case.name)
    ]
    assert len(failed) > 60
    assert [
        failure
        for failure in failed
        if unannounced([failure], (change for name, change in announced if failure.client == name))
    ] == []


@pytest.mark.parametrize(
    ("old", "new", "fewest"),
    [("vapi-2026-02", "vapi", 200), ("langsmith-2026-05", "langsmith", 600)],
)
@pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus is not beside the repository")
def test_vendors(old: str, new: str, fewest: int, tmp_path: Path) -> None:
    """Callers of a vendor's whole client of some months ago fail only where that is announced."""
    documents = CORPUS / old / "openapi.json", CORPUS / new / "openapi.json"
    regenerate_unformatted(*documents, tmp_path, new)
    surfaces = _surfaces(tmp_path / "old")
    assert len(surfaces[new].wires) == len(_operations(documents[0]))
    failed = failures(tmp_path / "new", surfaces)
    assert len(failed) > fewest
    assert unannounced(failed, changes(*documents, tmp_path, new)) == []
    assert "Suggested version: major" in _changelog(tmp_path / "old" / new, tmp_path / "new" / new)


def _changelog(old: Path, new: Path) -> str:
    """Return the entry that the new client adds to the changelog of the old one."""
    (old / CHANGELOG).write_text("# Changelog\n\n## The first\n", encoding="utf-8")
    files = {name: text.encode() for name, text in read_files(new).items()}
    entry, mark, _ = changelog(old, files).decode().partition("\n## The first\n")
    assert mark
    return entry


def _operations(document: Path) -> list[str]:
    """Name the operations of a document, read by nothing of ours."""
    paths = json.loads(document.read_text(encoding="utf-8"))["paths"]
    return [
        f"{method} {path}"
        for path, item in paths.items()
        for method in item.keys() & {"get", "put", "post", "delete", "patch", "head", "options"}
    ]
