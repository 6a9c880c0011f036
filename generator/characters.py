"""Characters of a document that nobody sees, and that may make text look like something else.

The list is fixed: what Python calls printable changes with its version, and the output would with it.
"""

from __future__ import annotations

import re
from json import dumps

_CONTROLS = r"\x00-\x1f\x7f-\x9f"
_DIRECTION = r"\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069"
_ZERO_WIDTH = r"\xad\u180e\u200b\u2060-\u2065\u206a-\u206f\ufeff\ufff0-\uffff"
_SURROGATES = r"\ud800-\udfff"
_TAGS = r"\U000e0000-\U000e0fff"

INVISIBLE = re.compile(f"[{_CONTROLS}{_DIRECTION}{_ZERO_WIDTH}{_SURROGATES}{_TAGS}]")


def visible(text: str) -> str:
    """Return text for a terminal, which nothing in a document can steer."""
    return "\n".join(map(visible_line, text.split("\n")))


def visible_line(text: str) -> str:
    """Return text for one line of a terminal, which nothing in a document can end."""
    return INVISIBLE.sub("\N{REPLACEMENT CHARACTER}", text)


def escaped_json(text: str) -> str:
    """Return JSON with escapes for what nobody would see in it."""
    lines = text.split("\n")
    return "\n".join(INVISIBLE.sub(lambda found: dumps(found[0])[1:-1], line) for line in lines)
