"""From the texts of a request back to values, by what their schemas say."""

from __future__ import annotations

import json
import re
from typing import Any

from tests.corpus.shapes import Shapes

_INTEGER = re.compile(r"-?\d+")
_NUMBER = re.compile(r"-?\d+(\.\d+)?([eE][-+]?\d+)?")


def typed(value: Any, schema: Any, shapes: Shapes) -> Any:
    """Give a decoded value the types that its schema allows."""
    match value:
        case dict():
            return {k: typed(v, shapes.below(schema, k), shapes) for k, v in value.items()}
        case list():
            return [typed(one, shapes.below(schema, None), shapes) for one in value]
        case str():
            return _scalar(value, shapes.types(schema))
        case _:
            return value


def _scalar(text: str, types: set[str]) -> Any:
    if "integer" in types and _INTEGER.fullmatch(text):
        return int(text)
    if "number" in types and _NUMBER.fullmatch(text):
        return float(text)
    if "boolean" in types and text in ("true", "false"):
        return text == "true"
    if "null" in types and text == "" and "string" not in types:
        return None
    if ("object" in types and text[:1] == "{") or ("array" in types and text[:1] == "["):
        return json.loads(text)
    return text


def without_empty(value: Any) -> Any:
    """Leave out empty objects and lists, and null: outside of JSON there is no way to write them."""
    match value:
        case dict():
            found = {key: without_empty(one) for key, one in value.items()}
            return {key: one for key, one in found.items() if one not in ({}, [], None)}
        case list():
            return [one for one in map(without_empty, value) if one not in ({}, [], None)]
        case _:
            return value


def same(one: Any, other: Any) -> bool:
    """Tell whether two values are the same JSON; 1 and 1.0 are, 1 and true are not."""
    match one, other:
        case dict(), dict():
            return one.keys() == other.keys() and all(same(one[k], other[k]) for k in one)
        case list(), list():
            return len(one) == len(other) and all(map(same, one, other))
        case _:
            return isinstance(one, bool) is isinstance(other, bool) and bool(one == other)


def difference(one: Any, other: Any, path: str = "") -> str:
    """Say where two values differ first; empty where they do not."""
    match one, other:
        case dict(), dict() if one.keys() == other.keys():
            found = (difference(one[key], other[key], f"{path}.{key}") for key in one)
            return next(filter(None, found), "")
        case dict(), dict():
            missing, added = sorted(one.keys() - other.keys()), sorted(other.keys() - one.keys())
            return f"{path or 'value'}: missing {missing[:5]}, added {added[:5]}"
        case list(), list() if len(one) == len(other):
            pairs = enumerate(zip(one, other, strict=True))
            found = (difference(a, b, f"{path}[{index}]") for index, (a, b) in pairs)
            return next(filter(None, found), "")
        case _:
            shown = f"{path or 'value'}: {str(one)[:80]!r} became {str(other)[:80]!r}"
            return "" if same(one, other) else shown
