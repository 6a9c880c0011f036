"""`README.md` of a client: what a reader needs, with calls that the client really has."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.build.parameters import is_idempotency_key
from generator.render import options
from generator.render.clients import api_name, needed
from generator.render.examples import (
    calls,
    download_call,
    first_call,
    imported,
    paged_call,
    spelled,
    streamed_call,
)
from generator.render.literals import literal
from generator.render.markdown import cell, code, inline
from generator.render.prose import blocks
from generator.render.servers import has_servers, server_call
from generator.render.webhooks import parsed

if TYPE_CHECKING:
    from generator.ir.client import Client


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """A constructor argument in a table."""

    name: str
    variable: str
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Guide:
    """What `README.md` shows."""

    title: str
    api: str
    version: str
    text: str
    package: str
    client: str
    async_client: str
    arguments: str
    http_arguments: str
    server_arguments: str
    rows: tuple[Row, ...]
    prefix: str
    base_url: str
    servers: tuple[Row, ...]
    call: str
    call_imports: tuple[str, ...]
    alternatives: str
    """What may be given together, where there is more than one way; else nothing."""
    makes_keys: bool
    raw_call: str
    paged_call: str
    streamed_call: str
    stub: str
    download_call: str
    webhook: str
    """The first function that parses a webhook's payload."""


def guide(client: Client) -> Guide:
    """Return the contents of a client's README."""
    required = (*options.credentials(client)[:1], *options.lifted(client))
    first, paged = first_call(client), paged_call(client)
    call = spelled(first) if first else "client"
    download, servers = download_call(client), _servers(client)
    given = [f"{option.name}={literal('...')}" for option in required]
    return Guide(
        title=inline(client.title),
        api=inline(api_name(client)),
        version=code(client.version),
        text=next((inline(block.text) for block in blocks(client.description)), "")
        or f"A client of {inline(api_name(client))}.",
        package=client.package,
        client=client.class_name,
        async_client=client.async_class_name,
        arguments=", ".join(given),
        http_arguments=", ".join((*given, "http_client=http")),
        server_arguments=", ".join((*given, *(f"base_url={one.name}" for one in servers[-1:]))),
        rows=_rows(client),
        prefix=client.environment_prefix,
        base_url=cell(inline(options.base_url_text(client))),
        servers=servers,
        call=call,
        call_imports=imported(call),
        alternatives=_alternatives(client),
        makes_keys=any(
            is_idempotency_key(one.location, one.wire_name)
            for _, operation in calls(client)
            for one in operation.parameters
        ),
        raw_call=call.removeprefix("client"),
        paged_call=spelled(paged) if paged else "",
        streamed_call=streamed_call(client),
        webhook=next((one.python_name for one in parsed(client)), ""),
        stub=call.partition("(")[0].replace("client", "fake", 1) if first else "",
        download_call=download.removeprefix("client"),
    )


def _servers(client: Client) -> tuple[Row, ...]:
    """List the servers that a reader can choose from; none where there is no choice."""
    chosen = client.servers if has_servers(client) else ()
    return tuple(
        Row(
            name=server_call(one),
            variable=cell(code(one.template)),
            text=cell(inline(one.description)),
        )
        for one in chosen
    )


def _alternatives(client: Client) -> str:
    """Say what goes together: "`api_key`, or `token` with `tenant_id`"."""
    ways = needed(client)
    return ", or ".join(" with ".join(map(code, way)) for way in ways) if len(ways) > 1 else ""


def _rows(client: Client) -> tuple[Row, ...]:
    return tuple(
        Row(name=item.name, variable=item.environment_variable, text=cell(inline(item.text)))
        for item in (*options.credentials(client), *options.lifted(client))
    )
