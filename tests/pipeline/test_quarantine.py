"""An operation that cannot be generated costs itself, and is listed; a client without any is none."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from generator.build import client as building
from generator.build.operations import build_operation
from generator.build.problems import CannotBuildError

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.pipeline.conftest import Command, Project

REASON = "no schema is called Nowhere"


def failing(*paths: str) -> Callable[..., Any]:
    """Build operations, but none of some paths: no document is known that would do that."""

    def build(method: str, path: str, *rest: Any) -> Any:
        if path in paths:
            raise CannotBuildError(REASON)
        return build_operation(method, path, *rest)

    return build


def test_operation_is_left_out_and_listed(
    project: Project, command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Terminal, report and reference name what was left out and why; everything else is there."""
    monkeypatch.setattr(building, "build_operation", failing("/names"))

    ran = command("generate", "--report", "report.json")
    report = json.loads((project.folder / "report.json").read_text())

    assert ran.code == 0
    assert "PUT /names" not in project.calls
    assert "GET /pets" in project.calls
    assert f"{REASON}; operation left out" in ran.err
    assert report["operations"]["skipped"] == [
        {
            "id": "rename",
            "method": "PUT",
            "path": "/names",
            "where": report["operations"]["skipped"][0]["where"],
            "reason": REASON,
        }
    ]
    assert "specs/pets/openapi.yaml:" in report["operations"]["skipped"][0]["where"]
    assert f"`PUT /names` (`{report['operations']['skipped'][0]['where']}`): {REASON}" in (
        project.output / "api.md"
    ).read_text(encoding="utf-8")


def test_strict_run_fails(
    project: Project, command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A strict run leaves nothing out."""
    monkeypatch.setattr(building, "build_operation", failing("/names"))

    assert command("generate", "--strict").code == 1
    assert not project.output.exists()


def test_empty_result_is_an_error(
    project: Project, command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where no operation can be generated, nothing is written."""
    monkeypatch.setattr(building, "build_operation", failing(*declared_paths(project)))

    ran = command("generate")

    assert (ran.code, project.output.exists()) == (1, False)
    assert "/paths  no operation can be generated; nothing written" in ran.err


def declared_paths(project: Project) -> list[str]:
    """List the paths of the document."""
    lines = project.document.read_text(encoding="utf-8").splitlines()
    return [line.strip().rstrip(":") for line in lines if line.startswith("  /")]


def test_document_without_operations_is_an_error(project: Project, command: Command) -> None:
    """A document that has only schemas makes no client."""
    project.change(r"(?s)\npaths:.*?\ncomponents:", "\npaths: {}\ncomponents:")

    ran = command("generate")

    assert (ran.code, project.output.exists()) == (1, False)
    assert "openapi.yaml:7:1  /paths  no operation can be generated; nothing written" in ran.err
