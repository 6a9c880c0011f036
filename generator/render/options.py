"""Arguments of a client's constructor: what the document asks for, then what every client has."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, assert_never

from generator.ir.client import ApiKey, BasicPart, BearerToken, ClientCredentialsPart
from generator.ir.types import Nullable
from generator.render import spelling
from generator.render.docstrings import Entry
from generator.render.imports import Code
from generator.render.prose import one_line, sentence
from generator.render.runtime import runtime
from generator.render.spelling import Scope

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.ir.client import Client, Credential
    from generator.ir.types import Type

_SCOPE = Scope()


@dataclass(frozen=True, kw_only=True, slots=True)
class Option:
    """An argument of the constructor; None stands for its environment variable."""

    name: str
    annotation: Code
    again: Code
    """The annotation where `with_options` takes it."""
    environment_variable: str
    text: str


def credentials(client: Client, prefix: str = "") -> tuple[Option, ...]:
    """Return an argument for each credential; those of the asynchronous client may be awaited."""
    value = runtime(f"{prefix}CredentialValue", level=1)
    annotation = Code(text=f"{value.name} | None", imports=frozenset({value}))
    return tuple(
        Option(
            name=item.python_name,
            annotation=annotation,
            again=annotation,
            environment_variable=item.environment_variable,
            text=_credential_text(item),
        )
        for item in client.credentials
    )


def lifted(client: Client) -> tuple[Option, ...]:
    """Return an argument for each parameter that the client fills in."""
    return tuple(
        _option(item.python_name, item.type, item.environment_variable, sentence(item.description))
        for item in client.lifted
    )


def entries(client: Client) -> Iterator[Entry]:
    """Say what each argument means."""
    for option in (*credentials(client), *lifted(client)):
        text = f"{option.text} Environment variable: `{option.environment_variable}`."
        yield Entry(name=option.name, text=text.lstrip())
    variable = f"Environment variable: `{client.environment_prefix}_BASE_URL`."
    yield Entry(name="base_url", text=f"{base_url_text(client)} {variable}")
    yield Entry(
        name="timeout",
        text="Seconds that a call may take, or an `httpx2.Timeout`; None waits for ever.",
    )
    yield Entry(
        name="max_retries",
        text="How often a call that failed in passing is sent again, or a `RetryPolicy`.",
    )
    yield Entry(name="headers", text="Headers to send with every call.")
    yield Entry(
        name="validate",
        text='With `"lenient"`, an answer that does not fit its model is returned as it came.',
    )
    yield Entry(name="http_client", text="A client of your own, which you close yourself.")


def _option(name: str, type_: Type, environment_variable: str, text: str) -> Option:
    return Option(
        name=name,
        annotation=spelling.argument(Nullable(of=type_), _SCOPE),
        again=spelling.optional(type_, _SCOPE),
        environment_variable=environment_variable,
        text=text,
    )


def _credential_text(credential: Credential) -> str:
    said = sentence(credential.description)
    is_oauth = isinstance(credential.kind, ClientCredentialsPart)
    return _sent_as(credential) if is_oauth or not said else said


def _sent_as(credential: Credential) -> str:
    match credential.kind:
        case BearerToken():
            return "Token, sent as `Authorization: Bearer ...`."
        case BasicPart(part=part):
            return f"The {part} of `Authorization: Basic ...`."
        case ClientCredentialsPart(part=part, token_url=url):
            return f"The {part.replace('_', ' ')} to ask `{one_line(url)}` for a token with."
        case ApiKey(location=location, name=name):
            return f"Key, sent as {location} `{one_line(name)}`."
        case _:
            assert_never(credential.kind)


def base_url_text(client: Client) -> str:
    """Say where the API is when nobody says otherwise."""
    known = [f"`{one_line(server.url)}`" for server in client.servers]
    if not known and client.relative_server:
        path = one_line(client.relative_server)
        return f"Where the API is; the document says only that it is at `{path}` of some host."
    if not known:
        return "Where the API is; the document does not say."
    others = f" (or {', '.join(known[1:])})" if known[1:] else ""
    return f"Where the API is, {known[0]} by default{others}."
