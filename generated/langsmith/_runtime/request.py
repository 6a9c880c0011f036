"""From an operation, the arguments of a call and a client's state to a request; no I/O here."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import httpx2

from . import serialization as wire
from .bodies import Chunks, encode_body
from .credentials import Attached, attach
from .errors import ConfigurationError
from .logs import hidden_headers, hidden_url
from .operation import Cookie, Operation, Path, Query
from .types import NOT_GIVEN

if TYPE_CHECKING:
    from .settings import ClientState, TimeLimits

_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_DOTS = re.compile(r"(?<=/)\.{1,2}(?=/|$)")


@dataclass(frozen=True, kw_only=True, slots=True)
class Prepared:
    """A request, ready to be sent as often as need be."""

    method: str
    url: httpx2.URL
    headers: httpx2.Headers = field(repr=False)
    content: bytes | Chunks = field(repr=False)
    limits: TimeLimits
    hidden: frozenset[str]
    secrets: tuple[str, ...] = field(repr=False)

    @property
    def title(self) -> str:
        """Method and path, as messages name the request."""
        return f"{self.method} {self.url.raw_path.partition(b'?')[0].decode('ascii')}"

    @property
    def replayable(self) -> bool:
        """Whether the request can be sent a second time."""
        return isinstance(self.content, bytes) or self.content.replayable

    def http_arguments(self) -> dict[str, Any]:
        """Return what an http client must know besides the content."""
        shared = {"method": self.method, "url": self.url, "headers": self.headers}
        return {**shared, "timeout": self.limits.phases, "follow_redirects": False}

    def shown(self) -> httpx2.Request:
        """Return the request as people may see it, without its credentials."""
        content = self.content if isinstance(self.content, bytes) else None
        headers = hidden_headers(self.headers, self.hidden)
        url = hidden_url(self.url, self.hidden)
        return httpx2.Request(self.method, url, headers=headers, content=content)


def prepare(
    state: ClientState, operation: Operation[Any], arguments: Mapping[str, Any]
) -> Prepared:
    """Make the request of a call; whatever is wrong with its arguments is raised here."""
    settings = state.settings
    given = {k: v for k, v in arguments.items() if k != "self" and v is not NOT_GIVEN}
    accepted = _accept(operation, given)
    parts = _write_parameters(state, operation, given)
    payload = encode_body(operation.body, given, settings.package or "")
    attached = attach(
        settings.credentials, operation.security, state.credentials, state.headers, settings.title
    )
    return Prepared(
        method=operation.method,
        url=_url(_base(state, operation), operation, parts, attached),
        headers=_headers(state, accepted, parts, attached, payload.headers),
        content=payload.content,
        limits=state.limits,
        hidden=state.hidden,
        secrets=tuple(secret for one in attached for secret in one.secrets),
    )


@dataclass(frozen=True, slots=True)
class _Parts:
    """The parameters of a call as they are written in each place."""

    path: dict[str, str] = field(default_factory=dict)
    query: list[str] = field(default_factory=list)
    headers: dict[str, str] = field(default_factory=dict)
    cookies: list[str] = field(default_factory=list)


def _write_parameters(
    state: ClientState, operation: Operation[Any], given: dict[str, Any]
) -> _Parts:
    """Take the parameters out of the arguments, or from the client, and write them."""
    parts = _Parts()
    for parameter in operation.parameters:
        name = parameter.python_name
        value = given.pop(name, state.lifted.get(name, NOT_GIVEN))
        match parameter:
            case Path() if value is NOT_GIVEN:
                raise _missing(state, name)
            case _ if value is NOT_GIVEN:
                continue
            case Path():
                parts.path[parameter.name] = wire.path_text(parameter, value)
            case Query():
                parts.query.extend(wire.query_parts(parameter, value))
            case Cookie():
                parts.cookies.extend(wire.cookie_parts(parameter, value))
            case _:
                text = wire.header_text(parameter, value)
                parts.headers.update({} if text is None else {parameter.name.lower(): text})
    return parts


def _missing(state: ClientState, name: str) -> ConfigurationError:
    variable = state.settings.lifted.get(name)
    return ConfigurationError(
        f"{state.settings.title} needs {name}: pass {name}= to the client or set {variable}"
    )


def _base(state: ClientState, operation: Operation[Any]) -> str:
    is_usual = state.base_url == (state.settings.base_url or "").rstrip("/")
    return operation.server if operation.server and is_usual else state.base_url


def _url(
    base: str, operation: Operation[Any], parts: _Parts, attached: list[Attached]
) -> httpx2.URL:
    # Some documents tell two operations of one path apart by a fragment, which is never sent.
    template, _, fixed = operation.path.partition("#")[0].partition("?")
    path = _PLACEHOLDER.sub(lambda match: parts.path[match[1]], template)
    # A segment of dots alone would be taken for a step up or nowhere.
    path = _DOTS.sub(lambda match: match[0].replace(".", "%2E"), f"/{path.removeprefix('/')}")
    keys = [f"{wire.percent_encode(a.name)}={a.value}" for a in attached if a.location == "query"]
    query = "&".join(filter(None, [fixed, *parts.query, *keys]))
    try:
        return httpx2.URL(f"{base}{path}?{query}" if query else f"{base}{path}")
    except httpx2.InvalidURL as error:
        raise ValueError(f"{operation.name}: {error}") from None


def _headers(
    state: ClientState,
    accept: str,
    parts: _Parts,
    attached: list[Attached],
    content: Mapping[str, str],
) -> httpx2.Headers:
    """Lay the headers over each other: ours, the credentials, the user's, the call's, the body's."""
    headers = {"accept": accept}
    headers |= {a.name.lower(): a.value for a in attached if a.location == "header"}
    headers |= {**state.headers, **parts.headers, **content}
    cookies = parts.cookies + [f"{a.name}={a.value}" for a in attached if a.location == "cookie"]
    if cookies:
        headers["cookie"] = "; ".join(filter(None, [headers.get("cookie"), *cookies]))
    return httpx2.Headers(headers, encoding="utf-8")


def _accept(operation: Operation[Any], given: Mapping[str, Any]) -> str:
    """Return the media types of the answer: the chosen one, else those of success, else of failure."""
    choice = operation.choices.get(
        wire.scalar_text(wire.plain(given.get(operation.selector or "")))
    )
    if choice is not None:
        return choice
    replies = [reply for reply in operation.responses if reply.media_type is not None]
    succeeding = [reply for reply in replies if reply.status.startswith("2")]
    types = dict.fromkeys(str(reply.media_type) for reply in succeeding or replies)
    return ", ".join(list(types)[: 1 if operation.selector else None]) or "*/*"
