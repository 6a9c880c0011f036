from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .._runtime.models import Model


class Quoted(Model):
    """ends with a quote " \"\"\" + __import__('os') + \"\"\"."""

    a_import_os: Annotated[str | None, Field(alias='a"); import os; ("')] = None
    """\\."""

    open_open_7_star_7_close_close: Annotated[str | None, Field(alias="{{ 7 * 7 }}")] = None
    """{{ 7 * 7 }} %s {0}."""

    clientwright_text_0: str | None = None
    """clientwright_text_1."""

    line_break: Annotated[str | None, Field(alias="line\nbreak")] = None
    txt: Annotated[int | None, Field(alias="\u202etxt")] = None
    empty: Annotated[int | None, Field(alias="")] = None
