"""What the generator knows about a client, what its user decided, and the credentials of both."""

from __future__ import annotations

import math
import os
import re
from collections.abc import Awaitable, Callable, Collection, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

import httpx2

from .errors import ConfigurationError, MissingCredentialsError
from .values import check_header, given

if TYPE_CHECKING:
    from .operation import Prepared

_BASE_URL = re.compile(r"(?i)https?://[^\s/?#@]+(/[^\s?#]*)?")
_TELLTALE = re.compile(r"(?i)auth|cookie|token|secret|passw|signature|api[-_]?key|session")

CredentialValue: TypeAlias = "str | Callable[[], str]"
"""A credential, or a function that returns the current one."""
AsyncCredentialValue: TypeAlias = "str | Callable[[], str | Awaitable[str]]"
"""A credential, or a function that returns the current one, now or when it is awaited."""


@dataclass(frozen=True, kw_only=True, slots=True)
class RetryPolicy:
    """How often and how patiently; all times are in seconds, `total_time` is that of all attempts.

    A request whose repetition does no harm, by its method or by an idempotency key, is sent again
    after a broken connection, a timeout and the statuses here. Any other only if it surely never
    left, or if the server says by 429 or 503 with `Retry-After` that it may come again.
    """

    max_retries: int = 2
    first_delay: float = 0.5
    longest_delay: float = 8.0
    longest_retry_after: float = 60.0
    total_time: float = math.inf
    statuses: AbstractSet[int] = frozenset({408, 429, *range(500, 600)})
    methods: AbstractSet[str] = frozenset(
        ["GET", "HEAD", "OPTIONS", "PUT", "DELETE", "TRACE", "QUERY"]
    )

    def __post_init__(self) -> None:
        if self.max_retries < 0:
            raise ValueError(f"max_retries must not be negative, but is {self.max_retries}")


@dataclass(frozen=True, slots=True)
class Credential:
    """A credential of the document; `variables` are its arguments with environment variables."""

    variables: Mapping[str, str]
    location: Literal["header", "query", "cookie"] = "header"
    name: str = "authorization"

    async def attach(
        self, request: Prepared[Any], refused: Collection[str]  # noqa: ARG002  # for other kinds
    ) -> None:
        """Add it to a request; other values than those that were `refused`, where there are any."""
        self.add(request, *await self.values(request))

    async def values(self, request: Prepared[Any]) -> list[str]:
        """Return the values of the arguments; those that are functions are called."""
        texts: list[str] = []
        for name in self.variables:
            value: Any = request.client._state.credentials[name]
            value = value() if callable(value) else value
            text = await value if isinstance(value, Awaitable) else value
            if not isinstance(text, str):
                kind = type(text).__name__
                raise TypeError(f"the function for {name} must give a str, not {kind}")
            texts.append(check_header(name, text))
        return texts

    def add(self, request: Prepared[Any], *values: str) -> None:
        """Add the values of the arguments to a request."""
        raise NotImplementedError


class Bearer(Credential):
    """`Authorization: Bearer ...`."""

    __slots__ = ()

    def add(self, request: Prepared[Any], *values: str) -> None:
        """Add the token."""
        request.headers["authorization"] = f"Bearer {values[0]}"
        request.secrets.extend(values)


@dataclass(frozen=True, kw_only=True, slots=True)
class ClientSettings:
    """Facts of the document: `package` has `models`, `security` is what all operations need."""

    title: str
    package: str | None
    environment_prefix: str
    user_agent: str
    base_url: str | None = None
    credentials: tuple[Credential, ...] = ()
    lifted: Mapping[str, str] = field(default_factory=dict)
    security: tuple[tuple[str, ...], ...] = ()

    def hides(self, name: str) -> bool:
        """Tell whether a header or query parameter of this name may carry a credential."""
        own = (credential.name.lower() for credential in self.credentials)
        return name.lower() in own or _TELLTALE.search(name) is not None


@dataclass(frozen=True, kw_only=True, slots=True)
class ClientState:
    """Everything that a request is made from; a copy of a client has another state.

    `lifted` are parameters of calls; with `raw`, methods return raw responses. `tokens` are those
    that credentials fetched; `keeps_open` tells whether an answer stays open to be read bit by bit.
    """

    settings: ClientSettings
    base_url: str
    credentials: Mapping[str, AsyncCredentialValue] = field(repr=False)
    headers: Mapping[str, str] = field(repr=False)
    lifted: Mapping[str, Any] = field(default_factory=dict)
    timeout: float | httpx2.Timeout | None = 60.0
    retries: RetryPolicy = field(default_factory=RetryPolicy)
    validate: Literal["strict", "lenient"] = "strict"
    raw: bool = False
    tokens: dict[Any, Any] = field(default_factory=dict, repr=False)
    keeps_open: Callable[[httpx2.Response], bool] = field(default=lambda _: False, repr=False)

    def changed(
        self,
        lifted: Mapping[str, Any],
        headers: Mapping[str, str] | None,
        max_retries: object,
        **options: Any,
    ) -> ClientState:
        """Return the state of a copy of a client; what is not given stays as it is."""
        own = {k.lower(): check_header(k, v) for k, v in (headers or {}).items()}
        if isinstance(max_retries, int):
            max_retries = RetryPolicy(max_retries=max_retries)
        state = replace(
            self,
            headers={**self.headers, **own},
            lifted={**self.lifted, **given(lifted)},
            **given({"retries": max_retries, **options}),
        )
        if isinstance(state.timeout, float | int) and not state.timeout > 0:
            raise ValueError(f"timeout must be more than 0 seconds, but is {state.timeout}")
        if state.validate not in ("strict", "lenient"):
            raise ValueError(f'validate must be "strict" or "lenient", not {state.validate!r}')
        return state


def client_state(
    settings: ClientSettings,
    base_url: str | None,
    credentials: Mapping[str, AsyncCredentialValue | None],
    lifted: Mapping[str, Any],
    **options: Any,
) -> ClientState:
    """Complete the arguments of a client from the environment and the document, and check them."""
    variables = {name: env for c in settings.credentials for name, env in c.variables.items()}
    passwords = [name for c in settings.credentials for name in [*c.variables][1:]]
    state = ClientState(
        settings=settings,
        base_url=_base_url(settings, base_url),
        credentials=_from_environment(credentials, variables, passwords),
        headers={"user-agent": settings.user_agent},
    ).changed(lifted=_from_environment(lifted, settings.lifted), **options)
    choose(state, settings.security, state.headers)
    return state


def _from_environment(
    arguments: Mapping[str, Any], variables: Mapping[str, str], may_be_empty: Collection[str] = ()
) -> dict[str, Any]:
    """Return what was given, by argument or else by variable; the empty text counts as nothing."""
    found = {name: os.environ[env] for name, env in variables.items() if os.environ.get(env)}
    named = {name: value for name, value in arguments.items() if value is not None}
    return found | {k: v for k, v in named.items() if v != "" or k in may_be_empty}


def _base_url(settings: ClientSettings, argument: str | None) -> str:
    variable = f"{settings.environment_prefix}_BASE_URL"
    url = argument or os.environ.get(variable) or settings.base_url
    if not url:
        advice = f"pass base_url= or set {variable}"
        raise ConfigurationError(f"{settings.title} has no base URL in its document: {advice}")
    if not _BASE_URL.fullmatch(url):
        rule = "https:// or http:// and a host, without user name, password, query or fragment"
        raise ConfigurationError(f"base_url must be {rule}")
    return url.rstrip("/")


def choose(
    state: ClientState, alternatives: Collection[tuple[str, ...]], headers: Collection[str]
) -> list[Credential]:
    """Return the credentials of the first alternative that is wholly given.

    A credential whose header the user set himself counts as given, and his header stays.
    """
    credentials = state.settings.credentials
    for alternative in filter(None, alternatives):
        asked = [c for c in credentials if not c.variables.keys().isdisjoint(alternative)]
        own = [c for c in asked if c.location != "header" or c.name.lower() not in headers]
        if all(name in state.credentials for c in own for name in c.variables):
            return own
    if () in alternatives or not alternatives:
        return []
    ways = {
        name: f"{name}= (or set {env})" for c in credentials for name, env in c.variables.items()
    }
    wanted = ", or ".join(
        " and ".join(ways.get(name, name) for name in names) for names in alternatives
    )
    raise MissingCredentialsError(f"{state.settings.title} needs credentials: pass {wanted}")
