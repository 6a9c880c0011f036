"""Reads parameters from a request by style and explode; OpenAPI 3.1.1, "Style Values"."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any
from urllib.parse import unquote, unquote_plus

Decode = Callable[[str], str]
Pair = tuple[str, str]

_SEPARATORS = {"form": ",", "simple": ",", "spaceDelimited": "%20|[+]", "pipeDelimited": "[|]|%7C"}
_KEY = re.compile(r"\[([^\]]*)\]")


class UnreadableError(Exception):
    """A parameter is not written in the way that its style asks for."""


def read_text(raw: str, like: Any, *, style: str, explode: bool, name: str) -> Any:
    """Read a path parameter or a header that stands alone; `like` says whether it is a list."""
    decode: Decode = unquote
    if style == "label":
        return _bare(_after(raw, "."), like, "[.]" if explode else ",", decode, explode=explode)
    if style == "matrix":
        return _matrix(_after(raw, ";"), like, name, explode=explode)
    return _bare(raw, like, ",", decode, explode=explode)


def read_header(raw: str, like: Any, *, explode: bool) -> Any:
    """Read a header, in which nothing is escaped."""
    return _bare(raw, like, ",", str, explode=explode)


def read_pairs(pairs: list[Pair], like: Any, *, style: str, explode: bool, name: str) -> Any:
    """Take a parameter out of a query's, cookie's or form's raw pairs and read it."""
    if style == "deepObject" and isinstance(like, dict | list):
        return _deep(pairs, name, like)
    if isinstance(like, dict) and explode:
        values = {k: "" if isinstance(v, dict) else v for k, v in like.items()}
        return {key: _first_taken(pairs, key, value) for key, value in values.items()}
    return _taken(pairs, name, like, _SEPARATORS.get(style, ","), explode=explode)


def read_json(text: str) -> Any:
    """Read JSON, which must be strict."""
    return json.loads(text, parse_constant=_refuse)


def _refuse(constant: str) -> None:
    raise UnreadableError(f"{constant} is no JSON")


def _after(raw: str, prefix: str) -> str:
    if not raw.startswith(prefix):
        raise UnreadableError(f"{raw!r} must begin with {prefix!r}")
    return raw[1:]


def _matrix(raw: str, like: Any, name: str, *, explode: bool) -> Any:
    pairs = [(unquote(k), v) for k, _, v in (part.partition("=") for part in raw.split(";"))]
    if explode and isinstance(like, dict):
        return {key: unquote(value) for key, value in pairs}
    if any(key != name for key, _ in pairs):
        raise UnreadableError(f"{raw!r} must name {name!r}")
    if explode and isinstance(like, list):
        return [unquote(value) for _, value in pairs]
    return _bare(pairs[0][1], like, ",", unquote, explode=False)


def _bare(raw: str, like: Any, separator: str, decode: Decode, *, explode: bool) -> Any:
    match like:
        case list():
            return [decode(part) for part in re.split(separator, raw)]
        case dict() if explode:
            parts = (part.partition("=") for part in re.split(separator, raw))
            return {decode(key): decode(value) for key, _, value in parts}
        case dict():
            words = [decode(part) for part in re.split(separator, raw)]
            return dict(zip(words[::2], words[1::2], strict=True))
        case _:
            return decode(raw)


def _taken(pairs: list[Pair], name: str, like: Any, separator: str, *, explode: bool) -> Any:
    found = [raw for key, raw in pairs if key == name]
    pairs[:] = [pair for pair in pairs if pair[0] != name]
    if explode and isinstance(like, list):
        return [unquote_plus(raw) for raw in found]
    if len(found) != 1:
        raise UnreadableError(f"{name!r} stands there {len(found)} times")
    return _bare(found[0], like, separator, unquote_plus, explode=False)


def _first_taken(pairs: list[Pair], key: str, like: Any) -> Any:
    """Take a key of an exploded object; another object of the query may have it as well."""
    index = next((i for i, pair in enumerate(pairs) if pair[0] == key), None)
    if isinstance(like, list) or index is None:
        return _taken(pairs, key, like, ",", explode=True)
    return unquote_plus(pairs.pop(index)[1])


def _deep(pairs: list[Pair], name: str, like: Any) -> Any:
    mine = [(key, raw) for key, raw in pairs if key.startswith(f"{name}[")]
    pairs[:] = [pair for pair in pairs if pair not in mine]
    root: dict[str, Any] = {}
    for key, raw in mine:
        _put(root, ["", *_KEY.findall(key[len(name) :])], unquote_plus(raw))
    return _lists(root.get("", {}), like)


def _put(target: dict[str, Any], keys: list[str], value: str) -> None:
    for key in keys[:-1]:
        target = target.setdefault(key, {})
    if keys[-1] == "":
        target[str(len(target))] = value
    else:
        target[keys[-1]] = value


def _lists(value: Any, like: Any) -> Any:
    """Turn what has numbers for keys into the list that it was."""
    match value, like:
        case dict(), list():
            numbered = [value[key] for key in sorted(value, key=int)]
            return [_lists(one, two) for one, two in zip(numbered, like, strict=False)]
        case dict(), dict():
            return {key: _lists(one, like.get(key)) for key, one in value.items()}
        case _:
            return value


def raw_pairs(text: str, separator: str = "&") -> list[Pair]:
    """Split a query, a form or cookies into names and values still escaped."""
    parts = (part.strip(" ").partition("=") for part in text.split(separator) if part)
    return [(unquote_plus(key), value) for key, _, value in parts]
