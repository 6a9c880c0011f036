"""Base URLs; OpenAPI 3.1.1, "Server Object" and "Server Variable Object"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from generator.ir.client import Server, ServerVariable
from generator.names.identifiers import attribute_name
from generator.names.servers import name_servers

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_ABSOLUTE = re.compile(r"https?://[^/{}\s]+", re.IGNORECASE)
_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_FIXED = re.compile(r"[\w\-.~:/?#@!$&'()*+,;=%\[\]]*", re.ASCII)


def build_servers(declared: Any) -> tuple[Server, ...]:
    """Build the servers that can be called; variables have defaults, relative URLs have no host."""
    servers = declared if isinstance(declared, list) else []
    found = list({one.template: one for one in _servers(servers)}.values())
    names = name_servers([(one.template, one.description) for one in found])
    return tuple(replace(one, name=name) for one, name in zip(found, names, strict=True))


def relative_server(declared: Any) -> str | None:
    """Give the URL of the first server, where that has no host."""
    match declared:
        case [{"url": str(url)}, *_] if "://" not in url and not url.startswith("{"):
            return url.strip()
    return None


def own_server(operation: Mapping[str, Any], servers: Sequence[Server]) -> str | None:
    """Give an operation's own base URL where the client's usual one is none of its servers."""
    own = [server.url for server in build_servers(operation.get("servers"))]
    usual = servers[0].url if servers else None
    return own[0] if own and usual not in own else None


def _servers(declared: list[Any]) -> Iterator[Server]:
    for server in declared:
        match server:
            case {"url": str(url), **rest}:
                variables = tuple(_variables(url, rest.get("variables")))
                template = url.strip().rstrip("/")
                filled = template
                for one in variables:
                    filled = filled.replace(f"{{{one.wire_name}}}", one.default)
                is_plain = _FIXED.fullmatch(_PLACEHOLDER.sub("", template))
                if _ABSOLUTE.match(filled) and "{" not in filled and is_plain:
                    yield Server(
                        url=filled.rstrip("/"),
                        description=str(rest.get("description") or ""),
                        template=template,
                        variables=variables,
                    )


def _variables(url: str, declared: Any) -> Iterator[ServerVariable]:
    """Yield the variables that a URL has and that the document gives a default."""
    variables = declared if isinstance(declared, dict) else {}
    used: set[str] = set()
    for name in dict.fromkeys(_PLACEHOLDER.findall(url)):
        variable = variables.get(name)
        if isinstance(variable, dict) and "default" in variable:
            default, values = str(variable["default"]), variable.get("enum")
            choices = map(str, values) if isinstance(values, list) else ()
            python_name = attribute_name(name)
            while python_name in used:
                python_name = f"{python_name}_"
            used.add(python_name)
            yield ServerVariable(
                wire_name=name,
                python_name=python_name,
                default=default,
                values=tuple(dict.fromkeys((default, *choices))) if values else (),
                description=str(variable.get("description") or ""),
            )
