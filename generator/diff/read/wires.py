"""How operations travel, from the modules that hold nothing else."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from generator.diff.read.modules import attributes, keywords, parse_call
from generator.diff.surface import Wire, WireParameter

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from griffe import Module

_REST = frozenset({"pages", "server", "events"})
_TOLD = frozenset({"allow_reserved", "content_type"})
_USUAL = {
    "query": ("form", True),
    "cookie": ("form", True),
    "path": ("simple", False),
    "header": ("simple", False),
}


def read_wires(modules: Mapping[str, Module]) -> dict[str, Wire]:
    """Read every operation, by its call."""
    return {
        ast.literal_eval(facts["name"]): _wire(facts)
        for path, module in modules.items()
        if path.startswith("_operations/")
        for facts in _operations(module)
    }


def _operations(module: Module) -> Iterator[dict[str, ast.expr]]:
    for attribute in attributes(module).values():
        if attribute.annotation is not None:
            yield keywords(parse_call(str(attribute.value)))


def _wire(facts: Mapping[str, ast.expr]) -> Wire:
    body = facts.get("body")
    media_type, model = _positional(body, 2) if isinstance(body, ast.Call) else (None, None)
    return Wire(
        method=ast.literal_eval(facts["method"]),
        path=ast.literal_eval(facts["path"]),
        parameters=dict(_parameter(item) for item in _calls(facts.get("parameters"))),
        body_media_type=media_type,
        body_model=model,
        replies=dict(_reply(item) for item in _calls(facts.get("responses"))),
        security=_security(facts.get("security")),
        rest=_rest(facts),
    )


def _rest(facts: Mapping[str, ast.expr]) -> dict[str, str]:
    """Read what else is told, items and turns of pages as one, as earlier clients spell them."""
    told = dict(facts)
    if isinstance(turn := told.get("turn"), ast.Call):
        items = ast.keyword("items", told["items"])
        told["pages"] = ast.Call(turn.func, turn.args, [items, *turn.keywords])
    return {name: ast.unparse(node) for name, node in told.items() if name in _REST}


def _calls(node: ast.expr | None) -> list[ast.Call]:
    items = node.elts if isinstance(node, ast.Tuple) else []
    return [item for item in items if isinstance(item, ast.Call)]


def _parameter(node: ast.Call) -> tuple[str, WireParameter]:
    names = [ast.literal_eval(argument) for argument in node.args]
    location = ast.unparse(node.func).lower()
    told = _styled(node, _USUAL[location])
    text = f"{names[-1]} in {location}{told}"
    return names[0], WireParameter(location=location, wire_name=names[-1], text=text)


def _styled(node: ast.Call, usual: tuple[str, bool]) -> str:
    """Say what of a parameter's style is not usual in its place."""
    given = keywords(node)
    written = given.get("write")
    style, explode = usual
    if isinstance(written, ast.Call):  # earlier clients say it beside the function that writes
        given, style, explode = keywords(written), "form", True
        style = ast.literal_eval(written.args[0]) if written.args else style
    style = ast.literal_eval(given["style"]) if "style" in given else style
    explode = ast.literal_eval(given["explode"]) if "explode" in given else explode
    told = {name: ast.unparse(value) for name, value in given.items() if name in _TOLD}
    if "content_type" not in told and (style, explode) != usual:
        told = {"style": repr(style), "explode": str(explode), **told}
    return "".join(f", {name}={value}" for name, value in told.items())


def _reply(node: ast.Call) -> tuple[tuple[str, str | None], str | None]:
    status, media_type, type_ = _positional(node, 3)
    return (str(status), media_type), type_


def _positional(node: ast.Call, count: int) -> list[str | None]:
    """Return the first arguments of a call: texts as they are, types as Python spells them."""
    values = [
        argument.value if isinstance(argument, ast.Constant) else ast.unparse(argument)
        for argument in node.args
    ]
    return [None if value is None else str(value) for value in [*values, None, None, None][:count]]


def _security(node: ast.expr | None) -> tuple[frozenset[str], ...]:
    alternatives = ast.literal_eval(node) if node else ()
    return tuple(frozenset(alternative) for alternative in alternatives)
