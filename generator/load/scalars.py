"""Plain YAML scalars as OpenAPI means them: JSON's, not YAML 1.1's dates, octals and `on`."""

from __future__ import annotations

import re
import sys

Scalar = str | int | float | bool | None

WORDS: dict[str, Scalar] = {
    "": None,
    "~": None,
    **dict.fromkeys(("null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
TAGS: dict[str, type] = {
    "!": str,
    "tag:yaml.org,2002:str": str,
    "tag:yaml.org,2002:int": int,
    "tag:yaml.org,2002:float": float,
    "tag:yaml.org,2002:bool": bool,
    "tag:yaml.org,2002:null": type(None),
}
NUMBER_STARTS = frozenset("-.0123456789")
INTEGER = re.compile(r"-?(?:0|[1-9][0-9]*)", re.ASCII)
FLOAT = re.compile(r"-?(?:(?:0|[1-9][0-9]*)(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][-+]?[0-9]+)?", re.ASCII)


def resolve(text: str) -> Scalar:
    """Read an unquoted scalar; `+1`, `007`, `0x10` and `.inf` stay the text that they are."""
    if text in WORDS:
        return WORDS[text]
    if text[0] in NUMBER_STARTS:
        return number(text)
    return text


def number(text: str) -> str | int | float:
    """Read a JSON number, or give the text back."""
    if INTEGER.fullmatch(text):
        return integer(text)
    if FLOAT.fullmatch(text):
        return finite(text)
    return text


def integer(text: str) -> int | float:
    """Read an integer; one of more digits than Python converts is given up as the largest float."""
    try:
        return int(text)
    except ValueError:
        return finite(text)


def finite(text: str) -> float:
    """Read a float, the nearest one where it is beyond all floats."""
    return max(-sys.float_info.max, min(sys.float_info.max, float(text)))


def read_tagged(tag: str, text: str) -> Scalar:
    """Read a scalar that says its type; ValueError tells why it cannot be."""
    if tag not in TAGS:
        raise ValueError(f"the tag {tag} is not one of JSON's types")
    kind = TAGS[tag]
    value = text if kind is str else resolve(text)
    if kind is float and type(value) is int:
        return float(value)
    if type(value) is not kind:
        raise ValueError(f"{text!r} is not what its tag {tag} says")
    return value
