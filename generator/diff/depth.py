"""Room for deep expressions: a union of a thousand types is one of a thousand levels."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_LEVELS = 20_000


@contextmanager
def deep_expressions() -> Iterator[None]:
    """Let functions call themselves more often than usual."""
    usual = sys.getrecursionlimit()
    sys.setrecursionlimit(max(usual, _LEVELS))
    try:
        yield
    finally:
        sys.setrecursionlimit(usual)
