from __future__ import annotations

from typing import Literal

from typing_extensions import TypeAliasType

Values = TypeAliasType(
    "Values",
    Literal[
        "'", '"', "\\", '"""', "\n", "{{ x }}", "\x00", "]; import os #", "clientwright_text_0"
    ],
)
