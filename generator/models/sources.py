"""The engine's modules, made ours: sorted imports of what is used, and no rebuild at import time."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from generator.models.engine import RUNTIME
from generator.models.hidden import reveal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

STANDARD = ("datetime", "decimal", "typing", "uuid")
OURS = {RUNTIME: ".._runtime.models"}


def tidy(
    source: str,
    alias_docstrings: Mapping[str, str],
    constants: Mapping[str, str],
    stand_ins: Mapping[str, str],
) -> str:
    """Rewrite the imports of one module, document its aliases and drop `model_rebuild()` calls.

    pydantic completes a class when it is first used; rebuilding at import would load it twice.
    The engine documents some kinds of alias only, so that all are documented here. `constants` are
    the classes that follow the aliases of enums. `stand_ins` maps the names of classes that fields
    hide to the real ones.
    """
    tree = ast.parse(source)
    imported = {
        alias.name: node.module if node.level == 0 else "." + (node.module or "")
        for node in tree.body
        if isinstance(node, ast.ImportFrom) and node.module != "__future__"
        for alias in node.names
    }
    kept = [node for node in tree.body if isinstance(node, (ast.ClassDef, ast.Assign))]
    used = {name for node in kept for name in _names(node)}
    wanted = {name: module or "" for name, module in imported.items() if name in used}
    if any(_following(node, constants) for node in kept):
        wanted["Final"] = "typing"
    imports = _imports(wanted)
    lines = source.replace("Any | None", "Any").splitlines()
    body = [
        "\n".join(
            [
                *lines[node.lineno - 1 : node.end_lineno],
                *_documented(node, alias_docstrings),
                *_second_name(node, stand_ins),
                *_following(node, constants),
            ]
        )
        for node in kept
    ]
    apart = "\n" * 3 if kept and isinstance(kept[0], ast.ClassDef) else "\n" * 2
    models = "\n\n\n".join(body)
    whole = f"from __future__ import annotations\n\n{imports}{apart}{models}\n"
    return reveal(whole, stand_ins)


def defined_names(source: str) -> dict[str, tuple[str, ...]]:
    """Name the classes and aliases of a module, each with its fields."""
    found: dict[str, tuple[str, ...]] = {}
    for node in ast.parse(source).body:
        match node:
            case ast.ClassDef(name=name):
                found[name] = tuple(_fields(node))
            case ast.Assign(targets=[ast.Name(id=name)]):
                found[name] = ()
            case _:
                pass
    return found


def _fields(node: ast.ClassDef) -> Iterator[str]:
    for statement in node.body:
        match statement:
            case ast.AnnAssign(target=ast.Name(id=name)):
                yield name
            case _:
                pass


def _documented(node: ast.stmt, alias_docstrings: Mapping[str, str]) -> list[str]:
    match node:
        case ast.Assign(targets=[ast.Name(id=name)]) if name in alias_docstrings:
            return [f'"{alias_docstrings[name]}"']
        case _:
            return []


def _following(node: ast.stmt, constants: Mapping[str, str]) -> list[str]:
    """Give the constants that belong to an alias."""
    match node:
        case ast.Assign(targets=[ast.Name(id=name)]) if name in constants:
            return ["", "", constants[name]]
        case _:
            return []


def _second_name(node: ast.stmt, stand_ins: Mapping[str, str]) -> list[str]:
    """Give a class that fields hide a private name for their annotations."""
    match node:
        case ast.ClassDef(name=name) | ast.Assign(targets=[ast.Name(id=name)]) if name in stand_ins:
            return ["", "", f"_{stand_ins[name]} = {stand_ins[name]}"]
        case _:
            return []


def _imports(modules: dict[str, str]) -> str:
    groups: tuple[list[str], ...] = ([], [], [])
    for module in sorted(set(modules.values()), key=_import_order):
        names = sorted((name for name in modules if modules[name] == module), key=_name_order)
        groups[_group(module)].append(f"from {OURS.get(module, module)} import {', '.join(names)}")
    return "\n\n".join("\n".join(group) for group in groups if group)


def _group(module: str) -> int:
    if module in OURS or module.startswith("."):
        return 2
    return 0 if module in STANDARD else 1


def _import_order(module: str) -> tuple[bool, str]:
    return (module not in OURS, module)


def _name_order(name: str) -> tuple[bool, str]:
    return (not name.isupper(), name)


def _names(node: ast.AST) -> Iterable[str]:
    for child in ast.walk(node):
        match child:
            case ast.Name(id=name):
                yield name
            case ast.Constant(value=str(text)) if text.startswith(("list[", "dict[")):
                yield from _names(ast.parse(text, mode="eval"))
            case _:
                pass
