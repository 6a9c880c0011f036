"""How lists, objects and content are written in paths, queries, headers, cookies and forms.

The rules are those of OpenAPI's "Style Values" and of RFC 6570, which they refer to. Where those
are silent: `None` is left out of lists and objects; objects and lists inside a value that has no
place for them are JSON; `deepObject` writes `None` as the empty value, lists as
`name[]=a&name[]=b` and lists of objects as `name[0][key]=a`: PHP, Rails, qs and Stripe read that.
Lists within an exploded object are a pair for each item, and keep the slash, as OpenAPI
Generator's echo cases have it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Literal
from urllib.parse import quote

from .values import Encode, is_json, json_text, percent_encode, scalar_text

Style = Literal[
    "simple", "label", "matrix", "form", "spaceDelimited", "pipeDelimited", "deepObject"
]

_PREFIXES = {"simple": "", "label": ".", "matrix": ";"}
_DELIMITERS: dict[Style, str] = {"spaceDelimited": "%20", "pipeDelimited": "%7C"}
_RESERVED = ":/?@!$'()*,;"
_ESCAPED = re.compile("(%[0-9A-Fa-f]{2})")


@dataclass(frozen=True, slots=True)
class Styled:
    """Writes lists, objects and content as a parameter.

    `keys` are Python names of an object's fields with those on the wire.
    """

    style: Style = "form"
    explode: bool = True
    allow_reserved: bool = False
    content_type: str | None = None
    keys: Mapping[str, str] = field(default_factory=dict)

    def __call__(self, name: str, value: Any, encode: Encode) -> list[str]:
        """Return the pairs of a query or cookie, or the one text of a path or header."""
        bare, encode = encode is str, percent_encode_some if self.allow_reserved else encode
        if self.keys and isinstance(value, dict):
            value = {self.keys.get(key, key): item for key, item in value.items()}
        if self.content_type is not None:
            written = json_text(value, ascii_only=bare) if is_json(self.content_type) else None
            text = encode(scalar_text(value) if written is None else written)
            return [text if self.style == "simple" else f"{encode(name)}={text}"]
        parts = write_in_style(self.style, name, value, encode, explode=self.explode)
        prefix = _PREFIXES.get(self.style)
        if prefix is None or not parts:
            return parts
        text = (prefix or ",").join(parts)
        return [prefix + text] if text or not prefix else []


@dataclass(frozen=True, slots=True)
class Encoding:
    """How one property of a form or multipart body is written; `headers` of a part have `Title-Case`."""

    content_type: str | None = None
    style: Style | None = None
    explode: bool = True
    allow_reserved: bool = False
    headers: Mapping[str, str] = field(default_factory=dict)


def percent_encode_some(text: str) -> str:
    """Escape for `allowReserved`: what has no meaning in a query stays, and so do escapes."""
    return "".join(
        part if odd % 2 else quote(part, safe=_RESERVED)
        for odd, part in enumerate(_ESCAPED.split(text))
    )


def write_in_style(
    style: Style, name: str, value: Any, encode: Encode, *, explode: bool
) -> list[str]:
    """Write plain data in a style, as the parts that the style's separator joins."""
    if style == "deepObject":
        return deep(name, value, encode)
    return expand(style, name, value, encode, explode=explode)


def expand(style: Style, name: str, value: Any, encode: Encode, *, explode: bool) -> list[str]:
    """Write plain data in a style that RFC 6570 knows, or nearly."""
    named = style not in ("simple", "label")
    label = f"{encode(name)}=" if named else ""
    delimiter = _DELIMITERS.get(style, ",")
    match value:
        case dict():
            pairs = [(key, item) for key, item in value.items() if item is not None]
            if explode:
                return [
                    f"{encode(key)}={text}"
                    for key, item in pairs
                    for text in _member(item, encode, by_item=named)
                ]
            texts = [text for key, item in pairs for text in (key, scalar_text(item))]
        case list():
            texts = [scalar_text(item) for item in value if item is not None]
            if explode:
                return [label + encode(text) for text in texts]
        case _:
            return [label + encode(scalar_text(value))]
    return [label + delimiter.join(map(encode, texts))] if texts else []


def _member(item: Any, encode: Encode, *, by_item: bool) -> list[str]:
    """Write one member of an exploded object; a list is JSON, or a text for each item."""
    if not (by_item and isinstance(item, list)):
        return [encode(scalar_text(item))]
    keep_slash = partial(quote, safe="/") if encode is percent_encode else encode
    return [keep_slash(scalar_text(one)) for one in item if one is not None]


def deep(name: str, value: Any, encode: Encode) -> list[str]:
    """Write plain data as `name[key][key]=value` pairs."""
    match value:
        case dict():
            return [part for k, v in value.items() for part in deep(f"{name}[{k}]", v, encode)]
        case list():
            nested = any(isinstance(item, dict | list) for item in value)
            keys = [f"{name}[{index if nested else ''}]" for index in range(len(value))]
            return [part for k, v in zip(keys, value, strict=True) for part in deep(k, v, encode)]
        case _:
            return [f"{percent_encode(name)}={encode(scalar_text(value))}"]
