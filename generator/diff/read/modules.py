"""Modules as griffe reads them, without what it guesses."""

from __future__ import annotations

import ast
import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from griffe import Attribute, Function, Module, visit

if TYPE_CHECKING:
    from collections.abc import Mapping

    from griffe import Docstring, Object

_DEFAULT = re.compile(r"Server default: `(.*)`\.")
_SPELLED = re.compile(r"'[^']*'|\"[^\"]*\"|\w+")
_DEPRECATED = re.compile(r"(?:^|\s)Deprecated\.(?:\s|$)")


def read_module(path: str, text: str) -> Module:
    """Read one file of a client."""
    place = PurePosixPath(path)
    return visit(place.stem, filepath=place, code=text)  # type: ignore[arg-type] # only a label


def functions(owner: Object) -> Mapping[str, Function]:
    """Return the public functions of a module or class, in their order."""
    return {
        name: member
        for name, member in owner.members.items()
        if isinstance(member, Function) and (name == "__init__" or not name.startswith("_"))
    }


def attributes(owner: Object) -> Mapping[str, Attribute]:
    """Return the attributes of a module or class, properties included, in their order."""
    return {name: member for name, member in owner.members.items() if isinstance(member, Attribute)}


def is_deprecated(function: Function) -> bool:
    """Tell whether calling it warns."""
    return any(str(decorator.value).startswith("deprecated") for decorator in function.decorators)


def documented_default(text: str) -> str | None:
    """Find the server's default in what the documentation says of an argument or field."""
    found = _DEFAULT.search(" ".join(text.split()))
    return found[1] if found else None


def tells_deprecated(text: str) -> bool:
    """Tell whether the documentation calls an argument or field deprecated."""
    return bool(_DEPRECATED.search(text))


def text_of(docstring: Docstring | None) -> str:
    """Return the text of a docstring; empty where there is none."""
    return docstring.value if docstring else ""


def canonical(annotation: str, module: Module) -> str:
    """Spell models in an annotation as all modules know them, whatever this one imports them as."""
    renamed = {
        name: path.rpartition(".")[2]
        for name, path in module.imports.items()
        if path.rpartition(".")[2] != name
    }
    return (
        _SPELLED.sub(lambda word: renamed.get(word[0], word[0]), annotation)
        if renamed
        else annotation
    )


def parse_call(text: str) -> ast.Call:
    """Parse what a module gives to a name: one call."""
    node = ast.parse(text, mode="eval").body
    if isinstance(node, ast.Call):
        return node
    raise TypeError(text)


def keywords(call: ast.Call) -> dict[str, ast.expr]:
    """Return the keyword arguments of a call."""
    return {keyword.arg: keyword.value for keyword in call.keywords if keyword.arg}
