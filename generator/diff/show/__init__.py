"""A comparison for people and machines: terminal, Markdown, JSON and a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.diff.show.data import as_json
from generator.diff.show.markdown import as_markdown
from generator.diff.show.page import as_page
from generator.diff.show.text import as_text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from generator.diff.report import Report

FORMATS: Mapping[str, Callable[[Report, Path | None], str]] = {
    "text": as_text,
    "markdown": as_markdown,
    "json": as_json,
    "html": as_page,
}
