"""Operations with everything they refer to inlined; OpenAPI 3.1.1, "Path Item Object"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.normalize.document import METHODS, POINTER
from generator.pointers import join, resolve

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.normalize.recorder import Recorder

Operation = dict[str, Any]
Paths = dict[str, dict[str, Operation]]
"""Operations by path and method."""

MOST_HOPS = 50


class References:
    """Follows `$ref`s inside one document."""

    def __init__(self, root: dict[str, Any], recorder: Recorder) -> None:
        self._root = root
        self._recorder = recorder

    def follow(self, node: Any, pointer: str) -> tuple[dict[str, Any], str] | None:
        """Give the object that a node is or refers to, and its pointer; None where there is none."""
        start = pointer
        for _ in range(MOST_HOPS):
            if not isinstance(node, dict):
                self._recorder.repair(
                    start, "not-an-object", "an object must stand here", "left out"
                )
                return None
            reference = node.get("$ref")
            if not isinstance(reference, str):
                return node, pointer
            target = self._target(reference)
            if target is None:
                self._recorder.repair(
                    start, "dangling-reference", f"{reference} leads nowhere", "left out"
                )
                return None
            said = {key: node[key] for key in ("description", "summary") if key in node}
            node, pointer = {**target, **said} if isinstance(target, dict) else target, reference[
                1:
            ]
        self._recorder.repair(start, "circular-reference", "`$ref`s lead in a circle", "left out")
        return None

    def _target(self, reference: str) -> Any:
        if not reference.startswith("#"):
            return None
        try:
            return resolve(self._root, reference[1:])
        except KeyError:
            return None


def operations(root: Mapping[str, Any], references: References, recorder: Recorder) -> Paths:
    """Give all operations by path and method, with parameters, body and responses inlined."""
    paths = root.get("paths")
    found: Paths = {}
    for path, item in (paths if isinstance(paths, dict) else {}).items():
        if path.startswith("x-"):
            continue
        followed = references.follow(item, join("/paths", path))
        if followed is not None:
            found[path] = dict(_path_item(*followed, references, recorder))
    return {path: methods for path, methods in found.items() if methods}


def _path_item(
    item: dict[str, Any], pointer: str, references: References, recorder: Recorder
) -> Iterator[tuple[str, Operation]]:
    shared = _inline_list(item.get("parameters"), join(pointer, "parameters"), references)
    for method in METHODS:
        if method not in item:
            continue
        where = join(pointer, method)
        followed = references.follow(item[method], where)
        if followed is not None:
            yield method, _operation(followed[0], where, shared, references, recorder)


def _operation(
    operation: Operation,
    pointer: str,
    shared: list[dict[str, Any]],
    references: References,
    recorder: Recorder,
) -> Operation:
    own = _inline_list(operation.get("parameters"), join(pointer, "parameters"), references)
    kept = ("operationId", "summary", "description", "deprecated", "security", "servers")
    inlined: Operation = {key: operation[key] for key in kept if key in operation}
    tags = operation.get("tags")
    inlined["tags"] = (
        [tag for tag in tags if isinstance(tag, str)] if isinstance(tags, list) else []
    )
    inlined["parameters"] = [*shared, *own]
    inlined["responses"] = _responses(operation, pointer, references, recorder)
    inlined[POINTER] = pointer
    if "requestBody" in operation:
        body = references.follow(operation["requestBody"], join(pointer, "requestBody"))
        if body is not None:
            inlined["requestBody"] = {**body[0], POINTER: body[1]}
    return inlined


def _responses(
    operation: Operation, pointer: str, references: References, recorder: Recorder
) -> dict[str, Any]:
    where = join(pointer, "responses")
    declared = operation.get("responses")
    if not isinstance(declared, dict) or not declared:
        recorder.repair(where, "no-responses", "no response is declared", "any answer is accepted")
        return {"default": {"description": "", POINTER: where}}
    found: dict[str, Any] = {}
    for status, response in declared.items():
        if status.startswith("x-"):
            continue
        followed = references.follow(response, join(where, status))
        if followed is not None:
            key = _status(status, join(where, status), recorder)
            found.setdefault(key, {**followed[0], POINTER: followed[1]})
    return found or {"default": {"description": "", POINTER: where}}


def _status(status: str, pointer: str, recorder: Recorder) -> str:
    if status.upper() != status and status != "default":
        recorder.repair(pointer, "status-range-case", f"`{status}` must be `{status.upper()}`")
        return status.upper()
    return status


def _inline_list(nodes: Any, pointer: str, references: References) -> list[dict[str, Any]]:
    followed = [
        references.follow(node, join(pointer, index))
        for index, node in enumerate(nodes if isinstance(nodes, list) else [])
    ]
    return [{**found[0], POINTER: found[1]} for found in followed if found is not None]
