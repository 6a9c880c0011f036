"""JSONPath of one node (RFC 9535, section 2.7, in the readable spelling)."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

UNSPEAKABLE = re.compile(r"[\x00-\x07\x0b\x0e-\x1f\ud800-\udfff]")
"""Characters of a key that JSONPath has only escapes for, which common libraries do not read."""

PLAIN = re.compile(r"[A-Za-z_][A-Za-z0-9_]*", re.ASCII)


def json_path(keys: Sequence[str | int]) -> str:
    """Write the query that matches exactly the node at some keys and indices."""
    return "$" + "".join(map(_segment, keys))


def _segment(key: str | int) -> str:
    if isinstance(key, int):
        return f"[{key}]"
    if PLAIN.fullmatch(key):
        return f".{key}"
    quoted = json.dumps(key, ensure_ascii=False)[1:-1].replace('\\"', '"').replace("'", "\\'")
    return f"['{quoted}']"
