"""The module of the two client classes, and the settings they share."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, assert_never

from generator.ir.client import ApiKey, BasicPart, BearerToken, ClientCredentialsPart
from generator.render import options
from generator.render.docstrings import Section, docstring
from generator.render.imports import Import, gathered, import_block
from generator.render.literals import literal, tuple_literal
from generator.render.prose import blocks, one_line
from generator.render.resources import (
    CACHED_PROPERTY,
    Child,
    children,
)
from generator.render.runtime import runtime, walk
from generator.render.views import views

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.ir.client import Client, Credential
    from generator.render.options import Option
    from generator.render.views import View


@dataclass(frozen=True, kw_only=True, slots=True)
class ClientClass:
    """A client class, synchronous or asynchronous."""

    name: str
    base: str
    http_client: str
    docstring: str
    options: tuple[Option, ...]
    children: tuple[Child, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class ClientModule:
    """What `client.py` holds."""

    docstring: str
    imports: str
    settings: tuple[str, ...]
    credentials_given: str
    lifted: tuple[Option, ...]
    lifted_given: str
    classes: tuple[ClientClass, ...]
    views: tuple[View, ...]


def client_module(client: Client) -> ClientModule:
    """Return the module of the clients."""
    credentials, lifted = options.credentials(client), options.lifted(client)
    auth = tuple(_credentials(client))
    classes = (
        _class(client, client.class_name, "Synchronous", ""),
        _class(client, client.async_class_name, "Asynchronous", "Async"),
    )
    return ClientModule(
        docstring=docstring(f"The clients of {api_name(client)}", indent=0),
        imports=import_block(_imports(client, auth), _typing_imports(client, classes)),
        settings=tuple(_settings(client, auth)),
        credentials_given=_given(credentials),
        lifted=lifted,
        lifted_given=_given(lifted),
        classes=classes,
        views=views(client),
    )


def api_name(client: Client) -> str:
    """Return the API's title as part of a sentence: `the PostHog API`."""
    title = one_line(client.title)
    return f"the {title}" if re.search(r"\bapi$", title, re.IGNORECASE) else f"the {title} API"


def _given(arguments: tuple[Option, ...]) -> str:
    """Pass arguments on by their names."""
    return f"{{{', '.join(f'{literal(item.name)}: {item.name}' for item in arguments)}}}"


def _class(client: Client, name: str, manner: str, prefix: str) -> ClientClass:
    return ClientClass(
        name=name,
        base=f"{prefix or 'Sync'}Client",
        http_client=f"{prefix}Client",
        docstring=docstring(
            f"{manner} client of {api_name(client)}",
            next((block.text for block in blocks(client.description)), ""),
            [Section(title="Args", entries=tuple(options.entries(client)))],
            indent=4,
        ),
        options=(*options.credentials(client, prefix), *options.lifted(client)),
        children=children(client.resources, prefix),
    )


def _settings(client: Client, auth: tuple[str, ...]) -> Iterator[str]:
    yield f"title={literal(one_line(client.title))}"
    yield "package=__package__"
    yield f"environment_prefix={literal(client.environment_prefix)}"
    yield f"base_url={literal(client.servers[0].url if client.servers else None)}"
    yield f"user_agent={literal(_user_agent(client))}"
    yield f"credentials={tuple_literal(auth)}"
    variables = (
        f"{literal(item.python_name)}: {literal(item.environment_variable)}"
        for item in client.lifted
    )
    yield f"lifted={{{', '.join(variables)}}}"
    ways = needed(client)
    alternatives = (tuple_literal(literal(name) for name in names) for names in ways)
    yield f"security={tuple_literal(alternatives)}"


def _user_agent(client: Client) -> str:
    """Return the client's name and version, as a header can carry them; nothing of the machine."""
    product, version = (
        re.sub("[^A-Za-z0-9._+-]", "-", text) for text in (one_line(client.title), client.version)
    )
    return f"{product}/{version} clientwright"


def needed(client: Client) -> tuple[tuple[str, ...], ...]:
    """Return the alternatives of credentials; none where some operation can do without."""
    operations = (item for resource in walk(client.resources) for item in resource.operations)
    asked = [[part.credentials for part in item.security] for item in operations]
    if all(alternatives and all(alternatives) for alternatives in asked):
        return tuple(dict.fromkeys(names for alternatives in asked for names in alternatives))
    return ()


def _credentials(client: Client) -> Iterator[str]:
    for _, parts in groupby(client.credentials, key=lambda item: (item.scheme, type(item.kind))):
        yield _credential(list(parts))


def _credential(parts: list[Credential]) -> str:
    """Spell one way to meet a scheme, of one argument or two."""
    first = parts[0]
    variables = ", ".join(
        f"{literal(part.python_name)}: {literal(part.environment_variable)}" for part in parts
    )
    match first.kind:
        case BearerToken():
            return f"Bearer({{{variables}}})"
        case BasicPart():
            return f"Basic({{{variables}}})"
        case ClientCredentialsPart(token_url=url, scopes=scopes):
            asked = f", scopes={tuple_literal(map(literal, scopes))}" if scopes else ""
            return f"ClientCredentials({{{variables}}}, token_url={literal(url)}{asked})"
        case ApiKey(location=location, name=wire_name):
            place = f"location={literal(location)}, name={literal(wire_name)}"
            return f"ApiKey({{{variables}}}, {place})"
        case _:
            assert_never(first.kind)


def _imports(client: Client, auth: tuple[str, ...]) -> set[Import]:
    names = {"AsyncClient", "ClientSettings", "NOT_GIVEN", "SyncClient"}
    names |= {expression.partition("(")[0] for expression in auth}
    cached = {CACHED_PROPERTY} if client.resources else set()
    return cached | {runtime(name, level=1) for name in names}


def _typing_imports(client: Client, classes: tuple[ClientClass, ...]) -> set[Import]:
    extra = [item.annotation for one in classes for item in one.options]
    resources = {
        Import(module=f".resources.{child.module}", name=child.class_name)
        for one in classes
        for child in one.children
    }
    return (
        resources
        | gathered(extra)
        | {
            Import(module="collections.abc", name="Mapping"),
            Import(module="httpx2"),
            Import(module="typing", name="Literal"),
            Import(module="typing", name="Self"),
            runtime("RetryPolicy", level=1),
            runtime("NotGiven", level=1),
            *(
                Import(module=f".{view.module}", name=f"{one.name}{view.suffix}")
                for one in classes
                for view in views(client)
            ),
        }
    )
