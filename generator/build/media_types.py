"""Media types: which one is taken of several, and what a body of one is in Python."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.build.types import in_json, type_of
from generator.ir.types import Scalar

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.build.types import Schema
    from generator.ir.types import Type

FORM = "application/x-www-form-urlencoded"
MULTIPART = "multipart/form-data"
_TEXTS = (
    "xml",
    "yaml",
    "csv",
    "jsonl",
    "ndjson",
    "json-seq",
    "javascript",
    "graphql",
    "event-stream",
)
_ORDER = ("application/json", "+json", FORM, MULTIPART, "text/", "application/octet-stream")


def essence(media_type: str) -> str:
    """Give a media type without its parameters."""
    return media_type.partition(";")[0].strip().lower()


def is_json(media_type: str) -> bool:
    """Tell whether bodies of a media type are JSON; of `*/*` we take it to be so."""
    plain = essence(media_type)
    return plain.endswith(("/json", "+json")) or plain in ("*/*", "application/*")


def preferred(media_types: Iterable[str]) -> list[str]:
    """Order media types: JSON first, what is nearest to text next."""
    return sorted(media_types, key=_rank)


def body_type(
    media_type: str, content: Mapping[str, Any], components: Mapping[str, Schema]
) -> Type:
    """Give the type of a body: by schema for JSON and forms, text or bytes otherwise."""
    plain = essence(media_type)
    if is_json(plain):
        return in_json(type_of(content["schema"], components))
    if plain in (FORM, MULTIPART):
        return type_of(content["schema"], components)
    is_text = plain.startswith("text/") or any(word in plain for word in _TEXTS)
    return Scalar(name="str" if is_text else "bytes")


def _rank(media_type: str) -> int:
    plain = essence(media_type)
    return next(
        (
            index
            for index, part in enumerate(_ORDER)
            if plain.startswith(part) or plain.endswith(part)
        ),
        len(_ORDER),
    )
