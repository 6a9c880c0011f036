"""The client's settings: where it calls, and which credentials it sends how."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from generator.diff.read.modules import attributes, keywords, parse_call

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from griffe import Module

_PLUMBING = frozenset({"title", "package", "version", "credentials", "lifted", "security"})


def read_settings(client: Module) -> dict[str, str]:
    """Return the settings of a client as Python writes them."""
    call = parse_call(str(attributes(client)["SETTINGS"].value))
    return {name: ast.unparse(value) for name, value in keywords(call).items()}


def told_settings(settings: Mapping[str, str]) -> dict[str, str]:
    """Leave out what is told in another way."""
    return {name: value for name, value in settings.items() if name not in _PLUMBING}


def read_credentials(
    settings: Mapping[str, str], arguments: Sequence[Mapping[str, str]]
) -> dict[str, str]:
    """Return how each constructor argument that authenticates does so."""
    given = ast.parse(settings.get("credentials", "()"), mode="eval").body
    assert isinstance(given, ast.Tuple)
    spelled = {ast.unparse(item) for item in given.elts}
    return {
        argument["python"]: next(
            text for text in sorted(spelled) if repr(argument["python"]) in text
        )
        for argument in arguments
    }
