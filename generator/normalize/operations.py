"""Operations with everything they refer to inlined; OpenAPI 3.1.1, "Path Item Object"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from generator.edits import Drop, Put
from generator.normalize.document import METHODS, POINTER, USED_AT
from generator.normalize.encodings import with_headers
from generator.normalize.kinds import BODY, OPERATION, PATH_ITEM, well_formed
from generator.normalize.statuses import repaired_path, repaired_status
from generator.pointers import join, of_reference, resolve

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.normalize.kinds import Kinds
    from generator.normalize.recorder import Recorder

Operation = dict[str, Any]
Paths = dict[str, dict[str, Operation]]
"""Operations by path and method."""

MOST_HOPS = 50
TOKEN = re.compile(r"[a-z]+(-[a-z]+)*", re.ASCII | re.IGNORECASE)
"""What the methods are made of that are registered for HTTP, such as `VERSION-CONTROL`."""

TEXTS = ("description", "summary")


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
                problem = "an object must stand here"
                self._recorder.repair(
                    start, "not-an-object", problem, "left out", Drop(pointer=start)
                )
                return None
            reference = node.get("$ref")
            if not isinstance(reference, str):
                return node, pointer
            target = self._target(reference)
            if target is None:
                problem = f"{reference} leads nowhere"
                self._recorder.repair(
                    start, "dangling-reference", problem, "left out", Drop(pointer=start)
                )
                return None
            said = {
                key: text for key, text in node.items() if key in TEXTS and isinstance(text, str)
            }
            node = {**target, **said} if isinstance(target, dict) else target
            pointer = of_reference(reference)
        problem = "`$ref`s lead in a circle"
        self._recorder.repair(start, "circular-reference", problem, "left out", Drop(pointer=start))
        return None

    def _target(self, reference: str) -> Any:
        if not reference.startswith("#"):
            return None
        try:
            return resolve(self._root, of_reference(reference))
        except KeyError:
            return None


def operations(
    root: Mapping[str, Any], references: References, recorder: Recorder, section: str = "paths"
) -> Paths:
    """Give all operations by path and method, with parameters, body and responses inlined.

    The section `webhooks` holds operations that the API calls, by name instead of path.
    """
    paths = root.get(section)
    found: Paths = {}
    for path, item in (paths if isinstance(paths, dict) else {}).items():
        if path.startswith("x-"):
            continue
        followed = references.follow(item, join(f"/{section}", path))
        if followed is not None:
            key = repaired_path(path, recorder) if section == "paths" else path
            found.setdefault(key, {}).update(_path_item(*followed, references, recorder))
    return {path: methods for path, methods in found.items() if methods}


def _path_item(
    declared_item: dict[str, Any], pointer: str, references: References, recorder: Recorder
) -> Iterator[tuple[str, Operation]]:
    item = well_formed(declared_item, PATH_ITEM, pointer, recorder)
    shared = _inline_list(item.get("parameters"), join(pointer, "parameters"), references)
    for method, where, declared in _declared(item, pointer):
        followed = references.follow(declared, where)
        if followed is not None:
            inherited = {key: item[key] for key in ("servers",) if key in item}
            operation = {**inherited, **followed[0]}
            yield method, _operation(operation, where, shared, references, recorder)


def _declared(item: dict[str, Any], pointer: str) -> Iterator[tuple[str, str, Any]]:
    """List an item's operations with method and pointer; since 3.2 it may have methods of any name."""
    for method in METHODS:
        if method in item:
            yield method, join(pointer, method), item[method]
    others = item.get("additionalOperations")
    for method, declared in (others if isinstance(others, dict) else {}).items():
        if method.lower() not in item and TOKEN.fullmatch(method):
            yield method.lower(), join(pointer, "additionalOperations", method), declared


def _operation(
    declared: Operation,
    pointer: str,
    shared: list[dict[str, Any]],
    references: References,
    recorder: Recorder,
) -> Operation:
    operation = well_formed(declared, OPERATION, pointer, recorder)
    own = _inline_list(operation.get("parameters"), join(pointer, "parameters"), references)
    kept = ("operationId", "summary", "description", "deprecated", "security", "servers")
    inlined: Operation = {key: operation[key] for key in kept if key in operation}
    inlined["tags"] = [tag for tag in operation.get("tags", []) if isinstance(tag, str)]
    inlined["parameters"] = [*shared, *own]
    inlined["responses"] = _responses(operation, pointer, references, recorder)
    inlined[POINTER] = pointer
    if "requestBody" in operation:
        body = references.follow(operation["requestBody"], join(pointer, "requestBody"))
        if body is not None:
            inlined["requestBody"] = with_headers(_body(*body, references, recorder), references)
    return inlined


def _responses(
    operation: Operation, pointer: str, references: References, recorder: Recorder
) -> dict[str, Any]:
    where = join(pointer, "responses")
    found: dict[str, Any] = {}
    for key, response in operation.get("responses", {}).items():
        status = None if key.startswith("x-") else repaired_status(key, join(where, key), recorder)
        is_taken = status != key and status in operation["responses"]
        followed = (
            references.follow(response, join(where, key)) if status and not is_taken else None
        )
        if status and followed is not None:
            found.setdefault(status, _body(*followed, references, recorder))
    if found:
        return found
    any_answer = {"default": {"description": ""}}
    recorder.repair(
        where,
        "no-responses",
        "no response is declared",
        "any answer is accepted",
        Put(pointer=where, value=any_answer),
    )
    return {"default": {"description": "", POINTER: join(where, "default")}}


def _body(
    declared: dict[str, Any], pointer: str, references: References, recorder: Recorder
) -> dict[str, Any]:
    """Give a request body or response with well-formed content."""
    body = well_formed(declared, BODY, pointer, recorder)
    content = body.get("content", {})
    kinds: Kinds = dict.fromkeys(content, (dict,))
    where = join(pointer, "content")
    formed = well_formed(content, kinds, where, recorder)
    kept = {"content": _media_types(formed, where, references)} if content else {}
    return {**body, **kept, POINTER: pointer}


def _media_types(
    content: dict[str, Any], pointer: str, references: References
) -> dict[str, dict[str, Any]]:
    """Put the components in that media types may refer to since OpenAPI 3.2."""
    found: dict[str, dict[str, Any]] = {}
    for media_type, declared in content.items():
        where = join(pointer, media_type)
        followed = references.follow(declared, where)
        if followed is not None:
            node, place = followed
            found[media_type] = node if place == where else {**node, POINTER: place}
    return found


def _inline_list(nodes: Any, pointer: str, references: References) -> list[dict[str, Any]]:
    followed = [
        references.follow(node, join(pointer, index))
        for index, node in enumerate(nodes if isinstance(nodes, list) else [])
    ]
    return [
        {**found[0], POINTER: found[1], USED_AT: join(pointer, index)}
        for index, found in enumerate(followed)
        if found is not None
    ]
