"""The places of an operation where a schema stands, and what their components are called."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from generator.names.identifiers import pascal_case
from generator.normalize.document import POINTER, Schema
from generator.pointers import join, split

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.normalize.operations import Operation, Paths

RANGES = {
    "1XX": "Informational",
    "3XX": "Redirection",
    "4XX": "ClientError",
    "5XX": "ServerError",
    "default": "Default",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Position:
    """Where a schema stands, and what it is called if it needs a name."""

    pointer: str
    name: str
    is_body: bool
    is_answer: bool = False


_EVENT_STREAM = "text/event-stream"
Change = Callable[[Any, Position], Schema]


def change_schemas(
    operation: Operation, operation_name: str, change: Change, *, is_webhook: bool = False
) -> Operation:
    """Give the operation with every schema replaced; bodies are told from parameters.

    What a webhook sends is received, as answers are.
    """
    changed = {
        **operation,
        "parameters": [
            _parameter(parameter, operation_name, change) for parameter in operation["parameters"]
        ],
        "responses": dict(_responses(operation["responses"], operation_name, change)),
    }
    if "requestBody" in operation:
        body = operation["requestBody"]
        suffix = "Payload" if is_webhook else "Request"
        name = _base_name(body[POINTER], operation_name, suffix)
        content = _content(body, name, change, is_answer=is_webhook)
        changed["requestBody"] = {**body, "content": content}
    return changed


def schemas_in(paths: Paths) -> list[Schema]:
    """List the schemas that stand in operations."""
    found: list[Schema] = []

    def find(schema: Any, _: Position) -> Schema:
        found.append(schema)
        return {}

    for operation in (one for methods in paths.values() for one in methods.values()):
        change_schemas(operation, "", find)
    return found


def _parameter(parameter: dict[str, Any], operation_name: str, change: Change) -> dict[str, Any]:
    pointer = parameter[POINTER]
    shared = pointer.startswith("/components/")
    name = (
        pascal_case(split(pointer)[-1])
        if shared
        else operation_name + pascal_case(parameter["name"])
    )
    if "content" in parameter:
        return {**parameter, "content": _content(parameter, name, change)}
    schema = change(
        parameter["schema"], Position(pointer=join(pointer, "schema"), name=name, is_body=False)
    )
    return {**parameter, "schema": schema}


def _responses(
    responses: Mapping[str, Any], operation_name: str, change: Change
) -> Iterator[tuple[str, dict[str, Any]]]:
    for status, response in responses.items():
        suffix = f"{_status_words(status)}Response"
        name = _base_name(response[POINTER], operation_name, suffix)
        yield status, {**response, "content": _content(response, name, change, is_answer=True)}


def _content(
    holder: Mapping[str, Any], name: str, change: Change, *, is_answer: bool = False
) -> dict[str, Any]:
    declared = holder.get("content")
    found: dict[str, Any] = {}
    for media_type, said in (declared if isinstance(declared, dict) else {}).items():
        content = said if isinstance(said, dict) else {}
        pointer = content.get(POINTER) or join(holder[POINTER], "content", media_type)
        event = name.removesuffix("Response") + "Event"
        streams = media_type.lower().startswith(_EVENT_STREAM)
        position = Position(
            pointer=join(pointer, "schema"),
            name=event if streams else name,
            is_body=True,
            is_answer=is_answer,
        )
        kept = {key: content[key] for key in ("encoding", POINTER) if key in content}
        found[media_type] = {**kept, "schema": change(content.get("schema", {}), position)}
        if "itemSchema" in content:
            position = Position(pointer=join(pointer, "itemSchema"), name=event, is_body=True)
            found[media_type]["itemSchema"] = change(_event(content["itemSchema"]), position)
    return found


def _event(schema: Any) -> Any:
    """Let the data of an event be what its text holds; OpenAPI 3.2.0, "Sequential Media Types"."""
    properties = schema.get("properties") if isinstance(schema, dict) else None
    data = properties.get("data") if isinstance(properties, dict) else None
    if not isinstance(data, dict) or "contentSchema" not in data:
        return schema
    return {**schema, "properties": {**schema["properties"], "data": data["contentSchema"]}}


def _base_name(pointer: str, operation_name: str, suffix: str) -> str:
    """Name a body after its operation, or after its own key where operations share it."""
    if not pointer.startswith("/components/"):
        return operation_name + suffix
    key = pascal_case(split(pointer)[-1])
    return key if key.lower().endswith(suffix.lower()) else key + suffix


def _status_words(status: str) -> str:
    if status.startswith("2"):
        return ""
    if status in RANGES:
        return RANGES[status]
    return pascal_case(HTTPStatus(int(status)).phrase) if _is_known(status) else "Error"


def _is_known(status: str) -> bool:
    return status in {str(known.value) for known in HTTPStatus}
