"""The module of the servers: a constant each, or a function where the URL has variables."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.ir.types import Constants, Scalar
from generator.render import spelling
from generator.render.clients import api_name
from generator.render.docstrings import Entry, Section, docstring
from generator.render.imports import Import, gathered, import_block
from generator.render.literals import literal
from generator.render.prose import one_line, sentence

if TYPE_CHECKING:
    from generator.ir.client import Client, Server, ServerVariable
    from generator.render.imports import Code

_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_FINAL = Import(module="typing", name="Final")
_SCOPE = spelling.Scope()


@dataclass(frozen=True, kw_only=True, slots=True)
class Constant:
    """A server with one URL."""

    name: str
    url: str
    docstring: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Function:
    """A server whose URL has variables; `arguments` have their defaults."""

    name: str
    arguments: tuple[str, ...]
    url: str
    docstring: str


@dataclass(frozen=True, kw_only=True, slots=True)
class ServerModule:
    """What `servers.py` holds."""

    docstring: str
    imports: str
    constants: tuple[Constant, ...]
    functions: tuple[Function, ...]


def has_servers(client: Client) -> bool:
    """Tell whether there is a choice of servers."""
    return len(client.servers) > 1 or any(one.variables for one in client.servers)


def server_module(client: Client) -> ServerModule:
    """Return the module of a client's servers."""
    constants = tuple(_constant(one) for one in client.servers if not one.variables)
    chosen = [one for one in client.servers if one.variables]
    types = gathered(_type(variable) for one in chosen for variable in one.variables)
    return ServerModule(
        docstring=docstring(f"Where {api_name(client)} is: values for `base_url`", indent=0),
        imports=import_block({_FINAL} if constants else (), types),
        constants=constants,
        functions=tuple(map(_function, chosen)),
    )


def server_call(server: Server) -> str:
    """Spell how a server is chosen."""
    return f"servers.{server.name}()" if server.variables else f"servers.{server.name.upper()}"


def _constant(server: Server) -> Constant:
    return Constant(
        name=server.name.upper(),
        url=literal(server.url),
        docstring=docstring(_text(server), indent=0),
    )


def _function(server: Server) -> Function:
    entries = tuple(
        Entry(name=one.python_name, text=sentence(one.description)) for one in server.variables
    )
    said = tuple(entry for entry in entries if entry.text)
    return Function(
        name=server.name,
        arguments=tuple(
            f"{one.python_name}: {_type(one).text} = {literal(one.default)}"
            for one in server.variables
        ),
        url=_url(server),
        docstring=docstring(
            _text(server), "", [Section(title="Args", entries=said)] if said else [], indent=4
        ),
    )


def _text(server: Server) -> str:
    return one_line(server.description) or f"The server at {one_line(server.template)}"


def _type(variable: ServerVariable) -> Code:
    if not variable.values:
        return spelling.argument(Scalar(name="str"), _SCOPE)
    return spelling.argument(Constants(values=variable.values), _SCOPE)


def _url(server: Server) -> str:
    """Spell the URL as an f-string; the stage that built it let no other letter through."""
    names = {one.wire_name: one.python_name for one in server.variables}
    filled = _PLACEHOLDER.sub(lambda match: f"{{{names[match[1]]}}}", server.template)
    return f'f"{filled}"'
