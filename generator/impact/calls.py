"""Calls of the client's methods and classes: what they give, and which models that concerns."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from generator.diff.types import names
from generator.impact import client as clients
from generator.impact.uses import Called
from generator.impact.values import ClientType, Data, Method, ModelType, Value

if TYPE_CHECKING:
    from generator.diff.surface import Surface


def called_with(called: Value | None, node: ast.Call, surface: Surface) -> Called | None:
    """Give the use that a call is, None where it is none of the client's."""
    match called:
        case ClientType(index=index):
            return _called(surface.clients[index].name, index, node, surface)
        case Method(index=index, call=call):
            use = _called(call, index, node, surface)
            return _with_result(use, called, surface)
        case ModelType(name=model):
            return Called(
                place=f"models.{model}",
                given=frozenset(one.arg for one in node.keywords if one.arg),
                is_open=_is_open(node),
                types=frozenset(),
            )
        case _:
            return None


def _called(place: str, index: int, node: ast.Call, surface: Surface) -> Called:
    known = clients.arguments_of(index, place, surface)
    positional = [one.name for one in known if one.is_positional]
    given = {*positional[: len(node.args)], *(one.arg for one in node.keywords if one.arg)}
    types = (clients.named_types(one.annotation) for one in known if one.name in given)
    return Called(
        place=place,
        given=frozenset(given),
        is_open=_is_open(node),
        types=frozenset[str]().union(*types),
    )


def _with_result(use: Called, method: Method, surface: Surface) -> Called:
    result = clients.result_of(method, surface)
    got = names(result.type) if isinstance(result, Data) else frozenset[str]()
    return Called(place=use.place, given=use.given, is_open=use.is_open, types=use.types | got)


def _is_open(node: ast.Call) -> bool:
    """Tell whether a call passes on what cannot be read here: `*arguments`, `**options`."""
    from_mapping = any(one.arg is None for one in node.keywords)
    return from_mapping or any(isinstance(one, ast.Starred) for one in node.args)
