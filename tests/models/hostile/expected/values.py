from __future__ import annotations

from typing import Final, Literal

from typing_extensions import TypeAliasType

Values = TypeAliasType(
    "Values",
    Literal[
        "'", '"', "\\", '"""', "\n", "{{ x }}", "\x00", "]; import os #", "clientwright_text_0"
    ],
)


class ValuesValues:
    """The values of Values by name."""

    QUOTE: Final = "'"
    QUOTE_VALUE: Final = '"'
    BACKSLASH: Final = "\\"
    QUOTE_QUOTE_QUOTE: Final = '"""'
    EMPTY: Final = "\n"
    X: Final = "{{ x }}"
    U0: Final = "\x00"
    IMPORT_OS: Final = "]; import os #"
    CLIENTWRIGHT_TEXT_0: Final = "clientwright_text_0"
