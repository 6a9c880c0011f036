from __future__ import annotations

from typing import Literal

from typing_extensions import TypeAliasType

OutputFormat = TypeAliasType("OutputFormat", Literal["json", "csv"])
"""An encoding of answers."""
