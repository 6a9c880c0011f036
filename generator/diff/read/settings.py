"""The client's settings: where it calls, and which credentials it sends how."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from generator.diff.read.modules import attributes, keywords, parse_call
from generator.diff.surface import Credential

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from griffe import Module

_TOLD = frozenset({"base_url", "environment_prefix"})


def read_settings(client: Module) -> dict[str, str]:
    """Return the settings of a client as Python writes them."""
    call = parse_call(str(attributes(client)["SETTINGS"].value))
    return {name: ast.unparse(value) for name, value in keywords(call).items()}


def told_settings(settings: Mapping[str, str]) -> dict[str, str]:
    """Return those that callers depend on and nothing else tells of."""
    return {name: value for name, value in settings.items() if name in _TOLD}


def read_credentials(
    settings: Mapping[str, str], arguments: Sequence[Mapping[str, str]]
) -> dict[str, Credential]:
    """Return how each constructor argument that authenticates does so."""
    given = ast.parse(settings.get("credentials", "()"), mode="eval").body
    calls = [item for item in ast.walk(given) if isinstance(item, ast.Call)]
    return {
        argument["python"]: Credential(
            sent=next(_sent(call) for call in calls if argument["python"] in _constants(call)),
            environment=argument["env"],
        )
        for argument in arguments
    }


def _constants(call: ast.Call) -> set[object]:
    return {node.value for node in ast.walk(call) if isinstance(node, ast.Constant)}


def _sent(call: ast.Call) -> str:
    """Spell how a credential travels: `ApiKey in header X-Key`."""
    told = keywords(call)
    where = [ast.literal_eval(told[name]) for name in ("location", "name") if name in told]
    return " ".join((ast.unparse(call.func), *(["in", *where] if where else [])))
