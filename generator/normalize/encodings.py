"""What a body says of its parts, with everything inlined; OpenAPI 3.1.1, "Encoding Object"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.normalize.document import POINTER
from generator.pointers import join

if TYPE_CHECKING:
    from generator.normalize.operations import References


def with_headers(body: dict[str, Any], references: References) -> dict[str, Any]:
    """Give a request body whose parts have the headers and schemas that they refer to."""
    content = {
        media_type: {
            **said,
            "encoding": {
                name: _part(
                    one, join(body[POINTER], "content", media_type, "encoding", name), references
                )
                for name, one in said["encoding"].items()
            },
        }
        for media_type, said in body.get("content", {}).items()
        if isinstance(said.get("encoding"), dict)
    }
    return {**body, "content": {**body["content"], **content}} if content else body


def _part(encoding: Any, pointer: str, references: References) -> Any:
    headers = encoding.get("headers") if isinstance(encoding, dict) else None
    if not isinstance(headers, dict):
        return encoding
    followed = {
        name: _header(one, join(pointer, "headers", name), references)
        for name, one in headers.items()
    }
    return {**encoding, "headers": followed}


def _header(node: Any, pointer: str, references: References) -> dict[str, Any]:
    header, where = references.follow(node, pointer) or ({}, pointer)
    if "schema" not in header:
        return header
    schema, _ = references.follow(header["schema"], join(where, "schema")) or ({}, where)
    return {**header, "schema": schema}
