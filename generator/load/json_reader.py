"""JSON: the standard library's parser, and a scan of our own when a place is asked for."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from generator.load.json_marks import MAX_DEPTH, scan_json
from generator.load.scalars import finite, integer

if TYPE_CHECKING:
    from generator.load.source import Source

SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")
ESCAPE = re.compile(
    r"\\(?:(?P<pair>u[dD][89abAB]..\\u[dD][c-fC-F]..)|(?P<half>u[dD][89a-fA-F]..)|.)", re.DOTALL
)
NO_CHARACTER = r"\ufffd"

PLAIN_WORDS = {
    "Expecting ',' delimiter": "a comma or a closing bracket is missing",
    "Expecting ':' delimiter": "a colon is missing after the key",
    "Expecting property name enclosed in double quotes": "a key in double quotes is missing",
    "Expecting value": "a value is missing",
    "Extra data": "text after the end of the document",
    "Invalid control character at": "a line break or control character inside a text",
    "Invalid \\escape": "a backslash and a character that JSON has no escape for",
    "Unterminated string starting at": "a text that is never closed",
}


class _DoubtError(ValueError):
    """Something that JSON or we refuse, of which the parser does not tell the place."""


def read_json(source: Source) -> tuple[Any, Source]:
    """Read a JSON source; give back the source in which its nodes are to be looked up."""
    source = _mend_surrogates(source)
    try:
        root = json.loads(
            source.text,
            object_pairs_hook=_object,
            parse_float=finite,
            parse_int=integer,
            parse_constant=_refuse_constant,
        )
    except json.JSONDecodeError as error:
        source.fail(error.pos, f"not valid JSON: {PLAIN_WORDS.get(error.msg, error.msg)}")
    except (_DoubtError, RecursionError):
        scan_json(source)
        raise
    if too_deep(root):
        scan_json(source)
    return root, source


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    value = dict(pairs)
    if len(value) != len(pairs):
        raise _DoubtError
    return value


def _refuse_constant(name: str) -> None:
    raise _DoubtError(name)


def too_deep(root: object) -> bool:
    """Tell whether data is nested deeper than any document has to be."""
    level = [root]
    for _ in range(MAX_DEPTH + 1):
        level = [child for node in level for child in _children(node)]
    return bool(level)


def _children(node: object) -> list[Any]:
    match node:
        case dict():
            return [child for child in node.values() if isinstance(child, dict | list)]
        case list():
            return [child for child in node if isinstance(child, dict | list)]
    return []


def _mend_surrogates(source: Source) -> Source:
    """Replace half surrogates, which no output file could hold; offsets stay as they are."""
    if not SURROGATE.search(source.text):
        return source
    return replace(source, text=ESCAPE.sub(_mend, source.text))


def _mend(escape: re.Match[str]) -> str:
    return NO_CHARACTER if escape["half"] else escape[0]
