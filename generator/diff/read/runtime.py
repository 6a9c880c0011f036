"""What the runtime has a name for, of which users read only that name."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from generator.diff.read.modules import attributes, read_module

if TYPE_CHECKING:
    from collections.abc import Mapping

_MODULES = ("_runtime/settings.py", "_runtime/credentials.py")  # earlier clients have the second


def read_aliases(files: Mapping[str, str]) -> dict[str, str]:
    """Read the names that the arguments of a client may have for their types."""
    modules = [read_module(path, files.get(path, "")) for path in _MODULES]
    return {
        name: str(ast.literal_eval(str(attribute.value)))
        for module in modules
        for name, attribute in attributes(module).items()
        if str(attribute.annotation) == "TypeAlias"
    }
