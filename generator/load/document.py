"""A loaded document: plain data that knows where each of its nodes stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.diagnostics import Place


@dataclass(frozen=True, kw_only=True, slots=True)
class Document:
    """A document's data, and the file, line and column of every node."""

    name: str
    """The path as the user gave it, with forward slashes."""

    root: dict[str, Any]
    """JSON data only: dict, list, str, int, float, bool and None, with string keys."""

    sha256: str
    """Of the document's bytes; of the fenced block where the file is a page."""

    locate: Callable[[str], Place]
    """JSON pointer into `root` → place; what does not exist gives its nearest ancestor."""

    overlay_sha256: str | None = None
    """Of the overlay that was applied to it."""
