"""How values are written in paths, queries, headers, cookies and forms.

The rules are those of OpenAPI's "Style Values" and of RFC 6570, which they refer to. Where those
are silent: `None` is left out of lists and objects; objects and lists inside a value that has no
place for them are JSON; `deepObject` writes `None` as the empty value, lists as
`name[]=a&name[]=b` and lists of objects as `name[0][key]=a`: PHP, Rails, qs and Stripe read that.
Lists within an exploded object are a pair for each item, and keep the slash, as OpenAPI
Generator's echo cases have it.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from decimal import Decimal
from enum import Enum
from functools import partial
from typing import Any
from urllib.parse import quote

from pydantic import BaseModel
from pydantic_core import to_jsonable_python

from .operation import Parameter, Style
from .types import NOT_GIVEN

Encode = Callable[[str], str]

_DELIMITERS: dict[Style, str] = {"spaceDelimited": "%20", "pipeDelimited": "%7C"}
_PREFIXES: dict[Style, str] = {"label": ".", "matrix": ";"}
_RESERVED = ":/?@!$'()*,;"
_ESCAPED = re.compile("(%[0-9A-Fa-f]{2})")
_FORBIDDEN = re.compile(r"[\x00-\x08\x0a-\x1f\x7f]")


def percent_encode(text: str) -> str:
    """Escape all but letters, digits and `-._~`."""
    return quote(text, safe="")


def percent_encode_some(text: str) -> str:
    """Escape for `allowReserved`: what has no meaning in a query stays, and so do escapes."""
    return "".join(
        part if odd % 2 else quote(part, safe=_RESERVED)
        for odd, part in enumerate(_ESCAPED.split(text))
    )


def plain(value: Any) -> Any:
    """Return a value as JSON data under its wire names; what is left out stays out."""
    match value:
        case Enum():
            return plain(value.value)
        case BaseModel():
            return value.model_dump(mode="json", by_alias=True, exclude_unset=True)
        case None | str() | int() | float() | Decimal():
            return format(value, "f") if isinstance(value, Decimal) else value
        case Mapping():
            return {str(k): plain(v) for k, v in value.items() if v is not NOT_GIVEN}
        case Sequence() | AbstractSet() if not isinstance(value, bytes | bytearray):
            return [plain(item) for item in value]
        case _:
            return to_jsonable_python(value, by_alias=True)


def json_text(value: Any, *, ascii_only: bool = False) -> str:
    """Write plain data as compact JSON; NaN and the infinities are a ValueError."""
    return json.dumps(value, ensure_ascii=ascii_only, separators=(",", ":"), allow_nan=False)


def scalar_text(value: Any) -> str:
    """Write one plain value as the text that stands for it outside of JSON."""
    match value:
        case None:
            return ""
        case str():
            return value
        case float() if math.isfinite(value):
            return format(Decimal(repr(value)), "f")
        case _:
            return json_text(value)


def expand(style: Style, name: str, value: Any, encode: Encode, *, explode: bool) -> list[str]:
    """Write plain data in a style, as the parts that the style's separator joins."""
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


def path_text(parameter: Parameter, value: Any) -> str:
    """Write a path parameter; a value that leaves nothing in the path is a ValueError."""
    if value is None:
        raise ValueError(f"path parameter {parameter.python_name!r} must not be None")
    prefix = _PREFIXES.get(parameter.style, "")
    text = (prefix or ",").join(_parts(parameter, value, percent_encode))
    if not text:
        raise ValueError(f"path parameter {parameter.python_name!r} must not be empty")
    return prefix + text


def query_parts(parameter: Parameter, value: Any) -> list[str]:
    """Write a query parameter as encoded pairs; `None` is left out, having no form in a query."""
    encode = percent_encode_some if parameter.allow_reserved else percent_encode
    return [] if value is None else _parts(parameter, value, encode)


def cookie_parts(parameter: Parameter, value: Any) -> list[str]:
    """Write a cookie parameter as `name=value` pairs; `None` is left out."""
    return [] if value is None else _parts(parameter, value, percent_encode)


def header_text(parameter: Parameter, value: Any) -> str | None:
    """Write a header parameter, unescaped; `None` is left out."""
    parts = [] if value is None else _parts(parameter, value, str)
    return check_header(parameter.python_name, ",".join(parts)) if parts else None


def check_header(name: str, text: str) -> str:
    """Refuse what would end the header; the message names the argument, never its value."""
    if _FORBIDDEN.search(text):
        raise ValueError(f"{name!r} contains a character that a header cannot carry")
    return text.strip(" \t")


def _parts(parameter: Parameter, value: Any, encode: Encode) -> list[str]:
    data = plain(value)
    if parameter.content_type is not None:
        bare = encode is str
        text = (
            json_text(data, ascii_only=bare)
            if is_json(parameter.content_type)
            else scalar_text(data)
        )
        bare = bare or parameter.style in ("simple", "label")
        return [encode(text) if bare else f"{encode(parameter.name)}={encode(text)}"]
    if parameter.style == "deepObject":
        return deep(parameter.name, data, encode)
    return expand(parameter.style, parameter.name, data, encode, explode=parameter.explode)


def is_json(media_type: str) -> bool:
    """Tell whether a media type is JSON: `application/json`, `application/merge-patch+json`."""
    essence = media_type.partition(";")[0].strip().lower()
    return essence == "application/json" or essence.endswith(("+json", "/json"))
