"""Spell values as Python literals that black leaves alone and no reader mistakes."""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING

from generator.characters import INVISIBLE

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable

    from generator.ir.types import Constant


def literal(value: Constant) -> str:
    """Return the Python expression of a constant; characters that nobody sees are escaped."""
    if isinstance(value, str):
        return _string(value)
    if isinstance(value, float) and not isfinite(value):
        return f'float("{value}")'
    return repr(value)


def tuple_literal(items: Iterable[str]) -> str:
    """Join expressions to a tuple, with the comma that a single item needs."""
    expressions = list(items)
    return f"({expressions[0]},)" if len(expressions) == 1 else f"({', '.join(expressions)})"


def _string(text: str) -> str:
    """Quote as black does: double quotes, unless single ones save escapes."""
    quote = "'" if text.count('"') > text.count("'") else '"'
    escaped = text.replace("\\", "\\\\").replace(quote, f"\\{quote}")
    return f"{quote}{INVISIBLE.sub(_escape, escaped)}{quote}"


def _escape(match: re.Match[str]) -> str:
    return match[0].encode("unicode-escape", "surrogatepass").decode("ascii")
