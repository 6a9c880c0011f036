"""From an operation, the arguments of a call and a client's state to a request; no I/O here."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Generic, TypeVar
from urllib.parse import quote, quote_plus, unquote

import httpx2

from .errors import ConfigurationError
from .operation import NO_BODY, Chunks, Draft, Operation, Parameter, Path
from .values import NOT_GIVEN, percent_encode, plain, scalar_text

if TYPE_CHECKING:
    from .settings import ClientState

T = TypeVar("T")

CONNECT_SECONDS = 5.0
HIDDEN = "***"
_SHORTEST_SECRET = 4
_TELLTALE = re.compile(
    r"auth|cookie|token|secret|passw|signature|api[-_]?key|session", re.IGNORECASE
)
_PAIR = re.compile("([^&=]+)=([^&]*)")
_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_DOTS = re.compile(r"(?<=/)\.{1,2}(?=/|$)")


@dataclass(kw_only=True, slots=True)
class Prepared(Generic[T]):
    """A request, ready to be sent as often as need be, and its credentials once they are added."""

    state: ClientState
    operation: Operation[T]
    arguments: Mapping[str, Any] = field(repr=False)
    url: httpx2.URL = field(repr=False)
    headers: httpx2.Headers = field(repr=False)
    content: bytes | Chunks = field(default=b"", repr=False)
    secrets: list[str] = field(default_factory=list, repr=False)

    @property
    def title(self) -> str:
        """Method and path, as messages name the request."""
        path = self.url.raw_path.partition(b"?")[0].decode("ascii")
        return f"{self.operation.method} {path}"

    @property
    def is_harmless(self) -> bool:
        """Whether the server does no more when it gets the request a second time."""
        known = self.operation.method in self.state.retries.methods
        return known or "idempotency-key" in self.headers

    @property
    def is_replayable(self) -> bool:
        """Whether the request can be sent a second time."""
        return isinstance(self.content, bytes) or self.content.replayable

    def built(self, http: httpx2.Client | httpx2.AsyncClient, content: Any) -> httpx2.Request:
        """Return the request as an http client sends it; its extensions tell what was called."""
        timeout = self.state.timeout
        if isinstance(timeout, float | int):
            timeout = httpx2.Timeout(timeout, connect=min(CONNECT_SECONDS, timeout))
        return http.build_request(
            self.operation.method,
            self.url,
            headers=self.headers,
            content=content,
            timeout=timeout,
            extensions={"operation": self.operation, "arguments": self.arguments},
        )

    def hide(self, text: str) -> str:
        """Return a text with the secrets that occur in it replaced, however they are spelled."""
        own, hidden = self.state.headers.items(), self.state.settings.hidden
        told = [value.rpartition(" ")[2] for name, value in own if is_hidden(name, hidden)]
        # What is shorter is no secret, and messages would suffer.
        secrets = [one for one in (*self.secrets, *told) if len(one) >= _SHORTEST_SECRET]
        spelled = {one for s in secrets for one in (s, quote(s), percent_encode(s), quote_plus(s))}
        for spelling in sorted(spelled, key=len, reverse=True):
            text = text.replace(spelling, HIDDEN)
        return text

    def shown(self) -> httpx2.Request:
        """Return the request as people may see it, without its credentials."""
        content = self.content if isinstance(self.content, bytes) else b""
        text = content.decode(errors="replace")
        if self.hide(text) != text:
            content = b""
        headers = hidden_headers(self.headers, self.state.settings.hidden)
        url = hidden_url(self.url, self.state.settings.hidden)
        return httpx2.Request(self.operation.method, url, headers=headers, content=content or None)


def prepare(
    state: ClientState, operation: Operation[T], arguments: Mapping[str, Any]
) -> Prepared[T]:
    """Make the request of a call; whatever is wrong with its arguments is raised here."""
    arguments = {k: v for k, v in arguments.items() if k != "self" and v is not NOT_GIVEN}
    given = dict(arguments)
    draft = Draft(headers={"accept": _accept(operation, given), **state.headers})
    for parameter in operation.parameters:
        _add(parameter, draft, state, given)
    body = operation.body
    content, described = body.encode(given, state.settings.package or "") if body else NO_BODY
    return Prepared(
        state=state,
        operation=operation,
        arguments=arguments,
        url=_url(state, operation, draft),
        headers=httpx2.Headers({**draft.headers, **described}, encoding="utf-8"),
        content=content,
    )


def _add(parameter: Parameter, draft: Draft, state: ClientState, given: dict[str, Any]) -> None:
    """Take a parameter out of the arguments, or from the client."""
    name = parameter.python_name
    value = given.pop(name, state.lifted.get(name, NOT_GIVEN))
    if value is NOT_GIVEN and parameter.default and parameter.name.lower() not in draft.headers:
        value = parameter.default()
    if value is not NOT_GIVEN:
        parameter.add(draft, value)
    elif isinstance(parameter, Path):
        raise ConfigurationError(
            f"{state.settings.title} needs {name}: pass {name}= to the client"
            f" or set {state.settings.lifted.get(name)}"
        )


def _url(state: ClientState, operation: Operation[Any], draft: Draft) -> httpx2.URL:
    is_usual = state.base_url == (state.settings.base_url or "").rstrip("/")
    base = operation.server if operation.server and is_usual else state.base_url
    # Some documents tell two operations of one path apart by a fragment, which is never sent.
    template, _, fixed = operation.path.partition("#")[0].partition("?")
    path = _PLACEHOLDER.sub(lambda match: draft.path[match[1]], template)
    # A segment of dots alone would be taken for a step up or nowhere.
    path = _DOTS.sub(lambda match: match[0].replace(".", "%2E"), f"/{path.removeprefix('/')}")
    query = "&".join(filter(None, [fixed, *draft.query]))
    try:
        return httpx2.URL(f"{base}{path}?{query}" if query else f"{base}{path}")
    except httpx2.InvalidURL as error:
        raise ValueError(f"{operation.name}: {error}") from None


def _accept(operation: Operation[Any], given: Mapping[str, Any]) -> str:
    """Return the media types of the answer: the chosen one, else those of success, else of failure."""
    choice = operation.choices.get(scalar_text(plain(given.get(operation.selector or ""))))
    if choice is not None:
        return choice
    replies = [reply for reply in operation.responses if reply.media_type is not None]
    succeeding = [reply for reply in replies if reply.status.startswith("2")]
    types = dict.fromkeys(str(reply.media_type) for reply in succeeding or replies)
    return ", ".join(list(types)[: 1 if operation.selector else None]) or "*/*"


def is_hidden(name: str, names: Collection[str]) -> bool:
    """Tell whether a header or query parameter of this name may carry a credential."""
    return name.lower() in names or _TELLTALE.search(name) is not None


def hidden_headers(headers: httpx2.Headers, names: Collection[str]) -> httpx2.Headers:
    """Return the headers with the values of credentials replaced."""
    pairs = [(k, HIDDEN if is_hidden(k, names) else v) for k, v in headers.multi_items()]
    return httpx2.Headers(pairs, encoding=headers.encoding)


def hidden_url(url: httpx2.URL, names: Collection[str]) -> httpx2.URL:
    """Return the URL with the values of credentials in the query replaced."""

    def shown(pair: re.Match[str]) -> str:
        return f"{pair[1]}={HIDDEN}" if is_hidden(unquote(pair[1]), names) else pair[0]

    query = _PAIR.sub(shown, url.query.decode("ascii"))
    return url.copy_with(query=query.encode("ascii")) if query else url
