"""How the properties of forms and multipart bodies are written; OpenAPI 3.1.1, "Encoding Object"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from generator.ir.bodies import PropertyEncoding

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
"""A header's name, RFC 9110; another one is none."""
_NOT_OURS = ("Content-Disposition", "Content-Type")


def build_encoding(content: Mapping[str, Any]) -> tuple[PropertyEncoding, ...]:
    """Build what a body says of its properties."""
    declared = content.get("encoding")
    return tuple(
        PropertyEncoding(
            wire_name=name,
            content_type=_one_type(one.get("contentType")),
            style=one.get("style"),
            explode=one.get("explode", one.get("style", "form") == "form") is True,
            allow_reserved=one.get("allowReserved") is True,
            headers=tuple(_fixed(one.get("headers"))),
        )
        for name, one in (declared if isinstance(declared, dict) else {}).items()
        if isinstance(one, dict)
    )


def _one_type(declared: Any) -> Any:
    """Give a media type; a list or a range of them does not say which one is sent."""
    return None if set(",*").intersection(str(declared)) else declared


def _fixed(declared: Any) -> Iterator[tuple[str, str]]:
    """Yield the headers that a part must have, and that have one possible value."""
    for name, header in (declared if isinstance(declared, dict) else {}).items():
        key, values = name.title(), _values(header.get("schema", {}))
        if header.get("required") is not True or len(values) != 1 or key in _NOT_OURS:
            continue
        text = str(values[0]).lower() if isinstance(values[0], bool) else str(values[0])
        if _NAME.fullmatch(key) and text.isprintable() and isinstance(values[0], str | int):
            yield key, text


def _values(schema: Mapping[str, Any]) -> list[Any]:
    if "const" in schema:
        return [schema["const"]]
    values = schema.get("enum")
    return values if isinstance(values, list) else []
