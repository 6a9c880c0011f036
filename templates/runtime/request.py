"""From an operation, the arguments of a call and a client's state to a request; no I/O here."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Generic, TypeVar
from uuid import uuid4

import httpx2

from .bodies import Chunks, Payload
from .credentials import attach
from .errors import ConfigurationError
from .logs import hidden_headers, hidden_url
from .operation import Operation
from .parameters import Draft, Header, Late, Parameter, Path
from .types import NOT_GIVEN
from .values import plain, scalar_text

if TYPE_CHECKING:
    from .settings import ClientState

T = TypeVar("T")

_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_DOTS = re.compile(r"(?<=/)\.{1,2}(?=/|$)")
_IDEMPOTENCY_KEY = "idempotency-key"


@dataclass(frozen=True, kw_only=True, slots=True)
class Prepared(Generic[T]):
    """A request, ready to be sent as often as need be."""

    state: ClientState
    operation: Operation[T]
    url: httpx2.URL
    headers: httpx2.Headers = field(repr=False)
    content: bytes | Chunks = field(repr=False)
    secrets: tuple[str, ...] = field(repr=False)
    arguments: Mapping[str, Any] = field(default_factory=dict, repr=False)
    late: tuple[Late, ...] = field(default=(), repr=False)

    @property
    def title(self) -> str:
        """Method and path, as messages name the request."""
        path = self.url.raw_path.partition(b"?")[0].decode("ascii")
        return f"{self.operation.method} {path}"

    @property
    def has_idempotency_key(self) -> bool:
        """Whether the server will know the request again when it is sent a second time."""
        return _IDEMPOTENCY_KEY in self.headers

    @property
    def is_replayable(self) -> bool:
        """Whether the request can be sent a second time."""
        return isinstance(self.content, bytes) or self.content.replayable

    def built(self, http: httpx2.Client | httpx2.AsyncClient, content: Any) -> httpx2.Request:
        """Return the request as an http client sends it; its extensions tell what was called."""
        return http.build_request(
            self.operation.method,
            self.url,
            headers=self.headers,
            content=content,
            timeout=self.state.limits.phases,
            extensions={"operation": self.operation, "arguments": self.arguments},
        )

    def plus(self, draft: Draft) -> Prepared[T]:
        """Return the request with credentials that came late."""
        headers = httpx2.Headers({**self.headers, **draft.headers}, encoding="utf-8")
        query = b"&".join(filter(None, [self.url.query, *map(str.encode, draft.query)]))
        if draft.cookies:
            headers["cookie"] = "; ".join(filter(None, [headers.get("cookie"), *draft.cookies]))
        return replace(
            self,
            url=self.url.copy_with(query=query) if draft.query else self.url,
            headers=headers,
            secrets=(*self.secrets, *draft.secrets),
        )

    def shown(self) -> httpx2.Request:
        """Return the request as people may see it, without its credentials."""
        content = self.content if isinstance(self.content, bytes) else None
        if content and any(secret.encode() in content for secret in self.secrets):
            content = None
        headers = hidden_headers(self.headers, self.state.hidden)
        url = hidden_url(self.url, self.state.hidden)
        return httpx2.Request(self.operation.method, url, headers=headers, content=content)


def prepare(
    state: ClientState, operation: Operation[T], arguments: Mapping[str, Any]
) -> Prepared[T]:
    """Make the request of a call; whatever is wrong with its arguments is raised here."""
    settings = state.settings
    arguments = {k: v for k, v in arguments.items() if k != "self" and v is not NOT_GIVEN}
    given = dict(arguments)
    draft = Draft(headers={"accept": _accept(operation, given), **state.headers})
    _add_parameters(draft, state, operation, given)
    body = operation.body
    payload = body.encode(given, settings.package or "") if body else Payload()
    draft.headers.update(payload.headers)
    attach(draft, settings.credentials, operation.security, state.credentials, settings.title)
    if draft.cookies:
        own = draft.headers.get("cookie")
        draft.headers["cookie"] = "; ".join([own, *draft.cookies] if own else draft.cookies)
    return Prepared(
        state=state,
        operation=operation,
        arguments=arguments,
        url=_url(_base(state, operation), operation, draft),
        headers=httpx2.Headers(draft.headers, encoding="utf-8"),
        content=payload.content,
        secrets=tuple(draft.secrets),
        late=tuple(draft.late),
    )


def _add_parameters(
    draft: Draft, state: ClientState, operation: Operation[Any], given: dict[str, Any]
) -> None:
    """Take the parameters out of the arguments, or from the client."""
    for parameter in operation.parameters:
        name = parameter.python_name
        value = given.pop(name, state.lifted.get(name, NOT_GIVEN))
        if value is NOT_GIVEN and _is_idempotency_key(parameter):
            value = str(uuid4())
        if value is not NOT_GIVEN:
            parameter.add(draft, value)
        elif isinstance(parameter, Path):
            raise ConfigurationError(
                f"{state.settings.title} needs {name}: pass {name}= to the client"
                f" or set {state.settings.lifted.get(name)}"
            )


def _is_idempotency_key(parameter: Parameter) -> bool:
    return isinstance(parameter, Header) and parameter.name.lower() == _IDEMPOTENCY_KEY


def _base(state: ClientState, operation: Operation[Any]) -> str:
    is_usual = state.base_url == (state.settings.base_url or "").rstrip("/")
    return operation.server if operation.server and is_usual else state.base_url


def _url(base: str, operation: Operation[Any], draft: Draft) -> httpx2.URL:
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
