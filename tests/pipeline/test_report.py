"""The report of a run, for machines."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from generator.ir.client import SkippedOperation
from generator.report import report_text
from generator.runs import RunResult
from tests.pipeline.shapes import shape

if TYPE_CHECKING:
    from pathlib import Path

    from tests.pipeline.conftest import Command, Project

FINDING = {"rule": "str", "where": "str", "line": "int", "message": "str"}
STAGES = {
    "load",
    "overlay",
    "validate",
    "normalize",
    "build",
    "models",
    "render",
    "format",
    "write",
}
SHAPE = {
    "operations": {"total": "int", "generated": "int", "skipped": []},
    "schemas": {"total": "int", "generated": "int"},
    "pagination": [],
    "repairs": [FINDING],
    "violations": [{**FINDING, "rule": None}],
    "files": {"written": "int", "unchanged": "int", "removed": "int"},
}


RESULT = RunResult(
    client="odd",
    operations=1,
    skipped=(),
    schemas=0,
    models=0,
    diagnostics=(),
    seconds={},
    paged={"odds.list": {"kind": "next_link", "items": "", "next": "next"}},
)


@pytest.fixture
def report(langsmith: Project, command: Command, tmp_path: Path) -> Any:
    """The report of a run on LangSmith's document."""
    assert command("generate", "--report", "report.json").code == 0
    return json.loads((tmp_path / "report.json").read_text())


def test_shape(report: Any) -> None:
    """The report has exactly the members that the design promises, beside the same by client."""
    seconds = [report.pop("seconds"), report["clients"]["langsmith"].pop("seconds")]

    assert [set(one.values()) for one in shape(seconds)] == [{"float"}]
    assert seconds[0].keys() >= STAGES
    assert shape(report) == {**SHAPE, "clients": {"langsmith": SHAPE}}


def test_one_client(report: Any) -> None:
    """The sums of one client are that client's."""
    assert report["clients"]["langsmith"] == {
        key: value for key, value in report.items() if key != "clients"
    }


def test_findings(report: Any) -> None:
    """A repair names rule, place, line and what was done."""
    assert report["repairs"][0] == {
        "rule": "security-scheme-name",
        "where": "specs/langsmith/openapi.yaml:385:5  /components/securitySchemes/API Key",
        "line": 385,
        "message": "security scheme name has a space; repaired",
    }
    assert len(report["violations"]) == 3


def test_skipped_operation() -> None:
    """An operation that was left out is there with id, method, path, place and reason."""
    skipped = SkippedOperation(
        operation_id="odd", method="get", path="/odd", where="odd.yaml:3:5", reason="no type"
    )
    result = replace(RESULT, skipped=(skipped,))

    assert json.loads(report_text([result]))["operations"] == {
        "total": 1,
        "generated": 0,
        "skipped": [
            {
                "id": "odd",
                "method": "GET",
                "path": "/odd",
                "where": "odd.yaml:3:5",
                "reason": "no type",
            }
        ],
    }


def test_lists_in_pages() -> None:
    """Every list that comes page by page is there, with how it goes on."""
    assert json.loads(report_text([RESULT]))["pagination"] == [
        {"call": "odds.list", "kind": "next_link", "items": "", "next": "next"}
    ]
