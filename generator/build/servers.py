"""Base URLs; OpenAPI 3.1.1, "Server Object"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from generator.ir.client import Server

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_ABSOLUTE = re.compile(r"https?://[^/{}\s]+", re.IGNORECASE)


def build_servers(declared: Any) -> tuple[Server, ...]:
    """Build the servers that can be called; variables have their defaults, relative URLs have no host."""
    servers = declared if isinstance(declared, list) else []
    return tuple(dict.fromkeys(_servers(servers)))


def own_server(operation: Mapping[str, Any], servers: Sequence[Server]) -> str | None:
    """Give an operation's own base URL where the client's usual one is none of its servers."""
    own = [server.url for server in build_servers(operation.get("servers"))]
    usual = servers[0].url if servers else None
    return own[0] if own and usual not in own else None


def _servers(declared: list[Any]) -> Iterator[Server]:
    for server in declared:
        match server:
            case {"url": str(url), **rest}:
                filled = _filled(url.strip(), rest.get("variables")).rstrip("/")
                if _ABSOLUTE.match(filled) and "{" not in filled:
                    yield Server(url=filled, description=str(rest.get("description") or ""))


def _filled(url: str, variables: Any) -> str:
    for name, variable in (variables if isinstance(variables, dict) else {}).items():
        if isinstance(variable, dict) and "default" in variable:
            url = url.replace(f"{{{name}}}", str(variable["default"]))
    return url
