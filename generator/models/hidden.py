"""Classes that share their name with a field, such as `customer: customer | None`.

Inside a class body the field hides the class, so that annotations use a private second name,
`_customer`. The engine sees neither: it gets a stand-in that no field has.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.normalize.document import PYTHON_NAME

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.normalize.document import Schema

STAND_IN = "ClientwrightHidden__"


def engine_names(components: Mapping[str, Schema]) -> dict[str, str]:
    """Give the name under which the engine knows each component."""
    fields = {
        child.get(PYTHON_NAME, wire)
        for schema in components.values()
        for wire, child in schema.get("properties", {}).items()
    }
    prefix = STAND_IN
    while any(name.startswith(prefix) for name in components):
        prefix += "_"
    return {name: prefix + name if name in fields else name for name in components}


def reveal(source: str, stand_ins: Mapping[str, str]) -> str:
    """Put the real names in the place of stand-ins, given as stand-in → name."""
    if not stand_ins:
        return source
    one = "|".join(map(re.escape, sorted(stand_ins, key=len, reverse=True)))

    def real(match: re.Match[str]) -> str:
        return match[0].replace(match["name"], stand_ins[match["name"]])

    def imported(match: re.Match[str]) -> str:
        name = stand_ins[match["name"]]
        return f"{name} as _{name}"

    def used(match: re.Match[str]) -> str:
        return f"_{stand_ins[match['name']]}"

    lines = []
    for line in source.splitlines():
        if line.startswith("from "):
            lines.append(re.sub(rf"\b(?P<name>{one})\b", imported, line))
            continue
        named = re.sub(rf"^class (?P<name>{one})\(", real, line)
        named = re.sub(rf'^(?P<name>{one}) = TypeAliasType\("(?P=name)"', real, named)
        lines.append(re.sub(rf"\b(?P<name>{one})\b", used, named))
    return "\n".join(lines) + "\n"
