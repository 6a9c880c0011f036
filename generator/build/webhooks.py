"""Webhooks: requests that the API sends; OpenAPI 3.1.1, "OpenAPI Object"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.build.media_types import body_type, preferred
from generator.ir.client import Webhook
from generator.names.identifiers import attribute_name
from generator.names.unique import unique_names
from generator.normalize.document import POINTER

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.build.types import Schema

Operations = dict[str, dict[str, Any]]


def build_webhooks(
    declared: Mapping[str, Operations], components: Mapping[str, Schema]
) -> tuple[Webhook, ...]:
    """Build the webhooks that carry a body; the name of one is that of its parse function."""
    found = {
        f"{method} {name}": (name, operation)
        for name, methods in declared.items()
        for method, operation in methods.items()
        if operation.get("requestBody", {}).get("content")
    }
    names = unique_names(
        {key: f"parse_{attribute_name(name)}" for key, (name, _) in found.items()},
        suffix=lambda key: key.partition(" ")[0],
    )
    return tuple(
        _build(name, names[key], operation, components) for key, (name, operation) in found.items()
    )


def _build(
    name: str, python_name: str, operation: Mapping[str, Any], components: Mapping[str, Schema]
) -> Webhook:
    content = operation["requestBody"]["content"]
    media_type = preferred(content)[0]
    return Webhook(
        name=name,
        python_name=python_name,
        pointer=operation[POINTER],
        media_type=media_type,
        payload=body_type(media_type, content[media_type], components),
        summary=str(operation.get("summary") or ""),
        description=str(operation.get("description") or ""),
        deprecated=operation.get("deprecated") is True,
    )
