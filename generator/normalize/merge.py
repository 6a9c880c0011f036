"""Merges two schemas that both hold; neither is a reference or a union."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.normalize.document import (
    annotations_of,
    is_null,
    nullable,
    takes_null,
    without_null,
)

if TYPE_CHECKING:
    from generator.normalize.document import Schema
    from generator.normalize.recorder import Recorder

OBJECT_KEYWORDS = ("properties", "required", "additionalProperties", "patternProperties")


def merge(left: Schema, right: Schema, pointer: str, recorder: Recorder) -> Schema:
    """Give one schema that takes what both take; where they cannot agree, the later one wins."""
    if not left or not right or left == right:
        return left or right
    if is_null(left) or is_null(right):
        return right
    merged = {**left, **right}
    merged |= _type(left, right, pointer, recorder)
    if "enum" in left and "enum" in right:
        merged["enum"] = [value for value in left["enum"] if value in right["enum"]] or right[
            "enum"
        ]
    if "properties" in left or "properties" in right:
        merged["properties"] = _properties(left, right, pointer, recorder)
    if "required" in left or "required" in right:
        both = [*left.get("required", []), *right.get("required", [])]
        merged["required"] = list(dict.fromkeys(both))
    if isinstance(left.get("items"), dict) and isinstance(right.get("items"), dict):
        merged["items"] = merge_any(left["items"], right["items"], pointer, recorder)
    merged.pop("discriminator", None)
    return merged


def merge_any(left: Schema, right: Schema, pointer: str, recorder: Recorder) -> Schema:
    """Merge two schemas of which either may be a reference, a union or nullable.

    Both hold, so the more telling one is taken where merging would lose names:
    references and unions win over plain restatements.
    """
    if left == right:
        return left
    outside = {**annotations_of(left), **annotations_of(right)}
    is_nullable = takes_null(left) and takes_null(right)
    chosen = _chosen(without_null(left)[0], without_null(right)[0], pointer, recorder)
    both = {**chosen, **outside}
    return nullable(both) if is_nullable else both


def _chosen(left: Schema, right: Schema, pointer: str, recorder: Recorder) -> Schema:
    named = ("$ref", "anyOf")
    if any(key in right for key in named):
        return left if len(left.get("enum", [])) == 1 else right
    if any(key in left for key in named):
        return right if "enum" in right or "const" in right or "properties" in right else left
    return merge(left, right, pointer, recorder)


def _properties(left: Schema, right: Schema, pointer: str, recorder: Recorder) -> Schema:
    merged: dict[str, Any] = dict(left.get("properties", {}))
    for name, schema in right.get("properties", {}).items():
        merged[name] = (
            merge_any(merged[name], schema, pointer, recorder) if name in merged else schema
        )
    return merged


def _type(left: Schema, right: Schema, pointer: str, recorder: Recorder) -> Schema:
    both = (_type_of(left), _type_of(right))
    if None in both or both[0] == both[1]:
        named = both[0] or both[1]
        return {"type": named} if named else {}
    if set(both) == {"integer", "number"}:
        return {"type": "integer"}
    recorder.note(
        pointer,
        "all-of-conflict",
        f"`allOf` asks for {both[0]} and {both[1]}",
        f"{both[1]} is used",
    )
    return {"type": both[1]}


def _type_of(schema: Schema) -> str | None:
    named = schema.get("type")
    if isinstance(named, str):
        return named
    return "object" if any(key in schema for key in OBJECT_KEYWORDS) else None
