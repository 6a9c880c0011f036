"""Media types: which one is taken of several, and what a body of one is in Python."""

from __future__ import annotations

from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, Any

from generator.build.types import in_json, type_of
from generator.ir.types import Scalar
from generator.normalize.document import referenced_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.build.types import Schema
    from generator.ir.types import Type

FORM = "application/x-www-form-urlencoded"
MULTIPART = "multipart/form-data"
JSON_LINES = frozenset(
    f"application/{name}"
    for name in ("jsonl", "x-jsonl", "jsonlines", "x-jsonlines", "ndjson", "x-ndjson")
)
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
_ORDER = (
    "application/json",
    "*/json",
    "*+json",
    FORM,
    MULTIPART,
    "text/*",
    "application/octet-stream",
)


_BYTES = Scalar(name="bytes")


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
    type_ = type_of(content["schema"], components)
    if is_json(plain):
        return type_ if "*" in plain and type_ == _BYTES else in_json(type_)
    if plain in (FORM, MULTIPART):
        return type_
    is_text = plain.startswith("text/") or any(word in plain for word in _TEXTS)
    return Scalar(name="str") if is_text else _BYTES


def item_schema(content: Mapping[str, Any], components: Mapping[str, Schema]) -> Schema:
    """Give the schema of one event or line, also where that of the whole is an array of them."""
    if "itemSchema" in content:
        found: Schema = content["itemSchema"]
        return found
    schema: Schema = content["schema"]
    target = components.get(referenced_name(schema) or "", schema)
    items = target.get("items") if target.get("type") == "array" else None
    return items if isinstance(items, dict) else schema


def _rank(media_type: str) -> int:
    plain = essence(media_type)
    found = (index for index, pattern in enumerate(_ORDER) if fnmatchcase(plain, pattern))
    return next(found, len(_ORDER))
