"""Arguments that are left out, and how plain values are written as JSON and as text."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from decimal import Decimal
from enum import Enum
from functools import partial
from typing import Any, Final, Literal, Protocol, TypeVar, final
from urllib.parse import quote

from pydantic import BaseModel
from pydantic_core import to_jsonable_python

ItemT_co = TypeVar("ItemT_co", covariant=True)
Encode = Callable[[str], str]
percent_encode: Encode = partial(quote, safe="")
"""Escapes all but letters, digits and `-._~`."""
_FORBIDDEN = re.compile(r"[\x00-\x08\x0a-\x1f\x7f]")


@final
class NotGiven:
    """The type of `NOT_GIVEN`."""

    def __bool__(self) -> Literal[False]:
        return False

    def __repr__(self) -> str:
        return "NOT_GIVEN"

    def __reduce__(self) -> str:
        return "NOT_GIVEN"


NOT_GIVEN: Final = NotGiven()
"""An argument left out: it is not sent, where `None` is sent as null."""


def given(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the values that are not left out."""
    return {name: value for name, value in values.items() if value is not NOT_GIVEN}


class SequenceNotStr(Protocol[ItemT_co]):
    """A list, a tuple or the like; a `str` is no sequence of strings here."""

    def __getitem__(self, index: int, /) -> ItemT_co: ...
    def __contains__(self, value: object, /) -> bool: ...
    def __iter__(self) -> Iterator[ItemT_co]: ...
    def __reversed__(self) -> Iterator[ItemT_co]: ...


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
            return {str(k): plain(v) for k, v in given(value).items()}
        case Sequence() | AbstractSet() if not isinstance(value, bytes | bytearray):
            return [plain(item) for item in value]
    return to_jsonable_python(value, by_alias=True)


def json_text(value: Any, *, ascii_only: bool = False) -> str:
    """Write plain data as compact JSON; NaN and the infinities are a ValueError."""
    return json.dumps(value, ensure_ascii=ascii_only, separators=(",", ":"), allow_nan=False)


def scalar_text(value: Any) -> str:
    """Write one plain value as the text that stands for it outside of JSON."""
    if value is None or isinstance(value, str):
        return value or ""
    if isinstance(value, float) and math.isfinite(value):
        return format(Decimal(repr(value)), "f")
    return json_text(value)


def check_header(name: str, text: str) -> str:
    """Refuse what would end the header; the message names the argument, never its value."""
    if _FORBIDDEN.search(text):
        raise ValueError(f"{name!r} contains a character that a header cannot carry")
    return text.strip(" \t")


def essence(media_type: str | None) -> str:
    """Return a media type without its parameters, in lower case."""
    return (media_type or "").partition(";")[0].strip().lower()


def is_json(media_type: str | None) -> bool:
    """Tell whether a media type is JSON: `application/json`, `application/merge-patch+json`."""
    return essence(media_type).endswith(("/json", "+json"))
