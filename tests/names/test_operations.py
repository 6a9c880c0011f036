"""Resources and methods."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pytest

from generator.names.lock import NameLock
from generator.names.operations import name_operations

TABLE = Path(__file__).with_name("operations.tsv")
LINES = TABLE.read_text(encoding="utf-8").splitlines()
ROWS = list(csv.reader(LINES[1:], delimiter="\t"))


def _operation(operation_id: str, *tags: str) -> dict[str, Any]:
    return {"operationId": operation_id, "tags": list(tags)}


@pytest.mark.parametrize(("operation_id", "method", "path", "tag", "call"), ROWS)
def test_call(operation_id: str, method: str, path: str, tag: str, call: str) -> None:
    """An operation is called as an author of the client would have called it."""
    paths = {path: {method: _operation(operation_id, *filter(None, [tag]))}}
    assert name_operations(paths, NameLock()).of(method, path).call == call


def test_method_and_resource_differ() -> None:
    """A method is never called like a resource beside it."""
    paths = {
        "/users/{id}/keys/": {"get": _operation("users_keys", "users")},
        "/users/{id}/keys/{key}/": {"delete": _operation("users_keys_delete", "users")},
    }
    names = name_operations(paths, NameLock()).by_operation.values()
    assert [name.call for name in names] == ["users.retrieve_keys", "users.keys.delete"]


def test_collision() -> None:
    """Where two operations wish one name, the one of the shorter path has it."""
    paths = {
        "/teams/{id}/jobs": {"get": _operation("get /teams/{id}/jobs", "jobs")},
        "/jobs": {"get": _operation("get /jobs", "jobs")},
    }
    names = name_operations(paths, NameLock())
    assert [name.call for name in names.by_operation.values()] == [
        "jobs.list_for_team",
        "jobs.list",
    ]
    assert names.numbered == ()


def test_locked_name_goes_first() -> None:
    """A name given before stays, and a new operation that wishes it gets another."""
    paths = {
        "/jobs": {"get": _operation("listJobs", "jobs")},
        "/tasks": {"get": _operation("listTasks", "tasks")},
    }
    names = name_operations(paths, NameLock(operations={"GET /tasks": "jobs.list"}))
    assert [name.call for name in names.by_operation.values()] == ["jobs.list_jobs", "jobs.list"]


def test_order_of_paths_does_not_matter() -> None:
    """The names do not depend on the order of the document's paths."""
    operations = {
        "/jobs": {"get": _operation("listJobs", "jobs")},
        "/jobs/{id}": {"get": _operation("getJob", "jobs")},
    }
    backwards = dict(reversed(operations.items()))
    found = name_operations(operations, NameLock()).by_operation
    assert found == name_operations(backwards, NameLock()).by_operation
