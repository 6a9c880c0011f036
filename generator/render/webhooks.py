"""The module `webhooks`: one function a webhook that parses what the API sends."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.build.media_types import is_json
from generator.ir.types import Alias, ObjectModel
from generator.render import spelling
from generator.render.clients import api_name
from generator.render.docstrings import docstring
from generator.render.imports import Import, import_block
from generator.render.literals import literal
from generator.render.runtime import runtime
from generator.render.spelling import Scope

if TYPE_CHECKING:
    from generator.ir.client import Client, Webhook

_RUN = (
    Import(module="typing", name="cast"),
    runtime("parse_payload", level=1),
)
_CHECK = (
    Import(module="collections.abc", name="Mapping"),
    Import(module="typing", name="Any"),
)

_READ = "Mapping[str, Any]"
_JSON = f"str | bytes | {_READ}"
_NO_JSON = "The body is no JSON: the function takes what was read from it, such as a form's fields."


@dataclass(frozen=True, kw_only=True, slots=True)
class Function:
    """One webhook."""

    name: str
    takes: str
    type: str
    quoted_type: str
    model: str
    docstring: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Module:
    """What `webhooks.py` holds."""

    docstring: str
    imports: str
    webhooks: tuple[Function, ...]


def webhooks_module(client: Client) -> Module:
    """Return the functions; a payload without a model of its own is left to `json`."""
    named = parsed(client)
    taken = {"parse_payload", "cast", "Mapping", "Any", *(one.python_name for one in named)}
    scope = Scope(module=frozenset(taken))
    imports = {
        replace(item, module=item.module.removeprefix("."))
        for payload in named.values()
        for item in spelling.result(payload, scope).imports
    }
    said = (
        "Each function takes the body of a request as it came, or the JSON that was read from it, and"
        " raises `pydantic.ValidationError` where that does not fit."
    )
    return Module(
        docstring=docstring(f"Parse what {api_name(client)} sends", said, indent=0),
        imports=import_block(_RUN, {*_CHECK, *imports}),
        webhooks=tuple(_function(webhook, payload, scope) for webhook, payload in named.items()),
    )


def parsed(client: Client) -> dict[Webhook, ObjectModel | Alias]:
    """Give the webhooks that have a function, each with what it returns."""
    return {
        webhook: webhook.payload
        for webhook in client.webhooks
        if isinstance(webhook.payload, ObjectModel | Alias)
    }


def _function(webhook: Webhook, payload: ObjectModel | Alias, scope: Scope) -> Function:
    spelled = spelling.result(payload, scope).text
    takes_json = is_json(webhook.media_type)
    return Function(
        name=webhook.python_name,
        takes=_JSON if takes_json else _READ,
        type=spelled,
        quoted_type=literal(spelled),
        model=literal(payload.name),
        docstring=docstring(
            webhook.summary or f"Parse the payload of the webhook {webhook.name}",
            webhook.description if takes_json else f"{webhook.description}\n\n{_NO_JSON}",
            indent=4,
        ),
    )
