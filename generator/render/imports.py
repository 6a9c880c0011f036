"""Import statements in the order and layout that ruff and black ask for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from generator.render.docstrings import WIDTH

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

_THIRD_PARTY = frozenset({"httpx2", "pydantic", "typing_extensions"})


@dataclass(frozen=True, kw_only=True, slots=True)
class Import:
    """A name from a module, or the module itself where `name` is empty."""

    module: str
    name: str = ""
    alias: str = ""
    public: bool = False
    """Spelled `name as name`: others may import it from here."""


_TYPE_CHECKING = Import(module="typing", name="TYPE_CHECKING")


@dataclass(frozen=True, kw_only=True, slots=True)
class Code:
    """An expression or annotation as it is written, and what has to be imported for it."""

    text: str
    imports: frozenset[Import] = frozenset()


def gathered(parts: Iterable[Code]) -> frozenset[Import]:
    """Return the imports that all parts need."""
    return frozenset[Import]().union(*(part.imports for part in parts))


def import_block(run: Iterable[Import], check: Collection[Import] = ()) -> str:
    """Return import statements: what the module needs to run, then what only type checkers need."""
    typing = {item for item in check if item.module == "typing"}
    needed = {*run, *typing}
    checked = {*check} - needed
    if not checked:
        return _sections(needed, "")
    guarded = _sections(checked, "    ")
    return f"{_sections({*needed, _TYPE_CHECKING}, '')}\n\nif TYPE_CHECKING:\n{guarded}"


def _sections(imports: set[Import], margin: str) -> str:
    statements: dict[tuple[str, ...], list[Import]] = {}
    for item in sorted(imports, key=_order):
        statements.setdefault(_together(item), []).append(item)
    sections = groupby(statements.values(), key=lambda members: _section(members[0]))
    return "\n\n".join(
        "\n".join(_statement(members, margin) for members in section) for _, section in sections
    )


def _together(item: Import) -> tuple[str, ...]:
    """Tell what shares a statement: names from one module, unless they get another name."""
    return (item.module, "", "") if _plain(item) else (item.module, item.name, item.alias)


def _plain(item: Import) -> bool:
    return not item.public and item.alias in {"", item.name}


def _statement(imports: list[Import], margin: str) -> str:
    first = imports[0]
    if not first.name:
        return f"{margin}import {first.module}"
    if not _plain(first):
        return f"{margin}from {first.module} import {first.name} as {first.alias or first.name}"
    names = [item.name for item in imports]
    line = f"{margin}from {first.module} import {', '.join(names)}"
    if len(line) <= WIDTH:
        return line
    listed = "".join(f"{margin}    {name},\n" for name in names)
    return f"{margin}from {first.module} import (\n{listed}{margin})"


def _section(item: Import) -> int:
    if item.module.startswith("."):
        return 2
    return int(item.module in _THIRD_PARTY)


def _order(item: Import) -> tuple[object, ...]:
    dots = len(item.module) - len(item.module.lstrip("."))
    kind = 0 if item.name.isupper() and len(item.name) > 1 else 2 - item.name[:1].isupper()
    module = (bool(item.name), -dots, _natural(item.module), item.module)
    return (_section(item), *module, kind, _natural(item.name), item.name, item.alias)


def _natural(name: str) -> tuple[tuple[int, str], ...]:
    """Compare digits as numbers: `Item2` stands before `Item10`."""
    parts = re.findall(r"\d+|\D+", name.lower())
    return tuple((int(part), "") if part.isdigit() else (-1, part) for part in parts)
