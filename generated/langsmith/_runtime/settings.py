"""What the generator knows about a client, what its user decided, and the credentials of both."""

from __future__ import annotations

import math
import os
import re
from collections.abc import Awaitable, Callable, Collection, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

import httpx2

from .errors import ConfigurationError, MissingCredentialsError
from .values import check_header, given

if TYPE_CHECKING:
    from .operation import Arguments, Prepared

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
    statuses: Collection[int] = frozenset({408, 429, *range(500, 600)})
    methods: Collection[str] = frozenset(
        {"GET", "HEAD", "OPTIONS", "PUT", "DELETE", "TRACE", "QUERY"}
    )


@dataclass(frozen=True, slots=True)
class Credential:
    """A credential of the document; `variables` are its arguments with environment variables."""

    variables: Mapping[str, str]
    location: Literal["header", "query", "cookie"] = "header"
    name: str = "authorization"

    async def attach(self, request: Prepared[Any], _refused: Collection[str], /) -> None:
        """Add it to a request; other values than those that were refused, where there are any."""
        self.add(request, *await self.values(request))

    async def values(self, request: Prepared[Any]) -> list[str]:
        """Return the values of the arguments; those that are functions are called."""
        keys: list[str] = []
        for name in self.variables:
            value: Any = request.client._state.credentials[name]
            value = value() if callable(value) else value
            key = await value if isinstance(value, Awaitable) else value
            if not isinstance(key, str):
                raise TypeError(f"the function for {name} gave {type(key).__name__}, not a str")
            keys.append(check_header(name, key))
        return keys

    def add(self, request: Prepared[Any], *values: str) -> None:
        """Add the values of the arguments to a request."""
        raise NotImplementedError


class Bearer(Credential):
    """`Authorization: Bearer ...`."""

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

    def changed(self, lifted: Arguments | None = None, **options: Any) -> ClientState:
        """Return the state of a copy of a client; what is not given stays as it is."""
        options = {"headers": None, "max_retries": self.retries, **given(options)}
        headers, retries = options.pop("headers") or {}, options.pop("max_retries")
        state = replace(
            self,
            headers={**self.headers, **{k.lower(): check_header(k, v) for k, v in headers.items()}},
            lifted={**self.lifted, **given(lifted or {})},
            retries=RetryPolicy(max_retries=retries) if isinstance(retries, int) else retries,
            **options,
        )
        if state.retries.max_retries < 0:
            raise ValueError(f"max_retries must not be negative: {state.retries.max_retries}")
        if isinstance(state.timeout, float | int) and not state.timeout > 0:
            raise ValueError(f"timeout must be more than 0 seconds, but is {state.timeout}")
        if state.validate not in ("strict", "lenient"):
            raise ValueError(f'validate must be "strict" or "lenient", not {state.validate!r}')
        return state


def client_state(
    settings: ClientSettings, base_url: str | None, credentials: Arguments, **options: Any
) -> ClientState:
    """Complete the arguments of a client from the environment and the document, and check them."""
    variables = {name: env for c in settings.credentials for name, env in c.variables.items()}
    passwords = [name for c in settings.credentials for name in [*c.variables][1:]]
    options["lifted"] = _from_environment(options["lifted"], settings.lifted)
    state = ClientState(
        settings=settings,
        base_url=_base_url(settings, base_url),
        credentials=_from_environment(credentials, variables, passwords),
        headers={"user-agent": settings.user_agent},
    ).changed(**options)
    choose(state, settings.security, state.headers)
    return state


def _from_environment(
    arguments: Arguments, variables: Mapping[str, str], may_be_empty: Collection[str] = ()
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
        raise ConfigurationError("base_url must be https:// or http://, a host and perhaps a path")
    return url.rstrip("/")


def choose(
    state: ClientState, alternatives: Collection[tuple[str, ...]], headers: Collection[str]
) -> list[Credential]:
    """Return the credentials of the first alternative that is given; headers of the user count."""
    credentials = state.settings.credentials
    for alternative in filter(None, alternatives):
        asked = [c for c in credentials if not c.variables.keys().isdisjoint(alternative)]
        own = [c for c in asked if c.location != "header" or c.name.lower() not in headers]
        if all(name in state.credentials for c in own for name in c.variables):
            return own
    if () in alternatives or not alternatives:
        return []
    ways = {n: f"{n}= (or set {env})" for c in credentials for n, env in c.variables.items()}
    wanted = ", or ".join(" and ".join(ways.get(n, n) for n in names) for names in alternatives)
    raise MissingCredentialsError(f"{state.settings.title} needs credentials: pass {wanted}")
