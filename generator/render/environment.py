"""The templates, wherever clientwright is installed, and the engine that fills them."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from generator.diagnostics import ClientwrightError

if TYPE_CHECKING:
    from collections.abc import Mapping

_PACKAGE = Path(__file__).resolve().parent.parent


def templates_folder() -> Path:
    """Return the templates: inside the package where it is installed, beside it in a checkout."""
    candidates = (_PACKAGE / "templates", _PACKAGE.parent / "templates")
    found = next((folder for folder in candidates if folder.is_dir()), None)
    if found is None:
        raise ClientwrightError("clientwright is installed without its templates: reinstall it")
    return found


def fill(template: str, values: Mapping[str, object]) -> str:
    """Return a template's text with values; a value that is missing is an error."""
    return _environment().get_template(template).render(values)


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(templates_folder()),
        undefined=StrictUndefined,
        autoescape=False,  # noqa: S701 - the output is Python and Markdown, escaped on its way here
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
