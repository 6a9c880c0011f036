"""Every operation has an id of its own; OpenAPI 3.1.1, "Operation Object"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.edits import Put
from generator.normalize.document import POINTER
from generator.pointers import join

if TYPE_CHECKING:
    from generator.normalize.operations import Operation, Paths
    from generator.normalize.recorder import Recorder


def with_operation_ids(paths: Paths, recorder: Recorder) -> Paths:
    """Give the operations with ids; a missing or repeated one is made from method and path."""
    taken: set[str] = set()
    return {
        path: {
            method: {
                **operation,
                "operationId": _id(operation, f"{method} {path}", taken, recorder),
            }
            for method, operation in methods.items()
        }
        for path, methods in paths.items()
    }


def _id(operation: Operation, spoken: str, taken: set[str], recorder: Recorder) -> str:
    declared = operation.get("operationId")
    if isinstance(declared, str) and declared and declared not in taken:
        taken.add(declared)
        return declared
    where = join(operation[POINTER], "operationId")
    problem = f"operationId {declared} stands twice" if declared else "no operationId"
    new = Put(pointer=where, value=spoken)
    recorder.repair(where, "operation-id", problem, "named by method and path", new)
    taken.add(spoken)
    return spoken
