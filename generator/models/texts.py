"""Texts of the document stay out of the engine: it sees tokens, its output gets our literals.

So no description, wire name or enum value depends on somebody else's escaping.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.render.docstrings import docstring
from generator.render.literals import literal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.ir.types import Constant

PARAGRAPH = re.compile(r"\n\s*\n")


class Texts:
    """Tokens given so far, and what stands in their place in the end."""

    def __init__(self, identifiers: Iterable[str]) -> None:
        self._written: list[str] = []
        self._prefix = "clientwright_text_"
        while any(self._prefix in identifier for identifier in identifiers):
            self._prefix += "_"
        self._token_pattern = re.compile(rf"""(["']){self._prefix}(\d+)\1""")

    def string(self, value: Constant) -> str:
        """Give the token of a string that becomes a literal."""
        return self._token(literal(value))

    def documentation(self, text: str, *, indent: int) -> str:
        """Give the token of a docstring; its first paragraph is the summary."""
        summary, *rest = PARAGRAPH.split(text.strip(), maxsplit=1)
        return self._token(docstring(summary, "".join(rest), indent=indent))

    def restore(self, source: str) -> str:
        """Put the literals in the place of their quoted tokens."""
        return self._token_pattern.sub(lambda match: self._written[int(match[2])], source)

    def _token(self, written: str) -> str:
        self._written.append(written)
        return f"{self._prefix}{len(self._written) - 1}"
