"""What the generator knows about a client, and what its user decided."""

from __future__ import annotations

import math
import os
from collections.abc import Callable, Collection, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from typing import Any, Literal, TypedDict, Unpack

import httpx2

from .credentials import AsyncCredentialValue, Credential, choose
from .errors import ConfigurationError
from .values import NOT_GIVEN, NotGiven, check_header


@dataclass(frozen=True, kw_only=True, slots=True)
class RetryPolicy:
    """How often and how patiently; all times are in seconds.

    A request whose repetition does no harm, by its method or by an idempotency key, is sent again
    after a broken connection, a timeout and the statuses here. Any other only if it surely never
    left, or if the server says by 429 or 503 with `Retry-After` that it may come again. No retry
    begins after `total_time`.
    """

    max_retries: int = 2
    first_delay: float = 0.5
    longest_delay: float = 8.0
    longest_retry_after: float = 60.0
    total_time: float = math.inf
    statuses: AbstractSet[int] = frozenset({408, 429, *range(500, 600)})
    methods: AbstractSet[str] = frozenset(
        {"GET", "HEAD", "OPTIONS", "PUT", "DELETE", "TRACE", "QUERY"}
    )

    def __post_init__(self) -> None:
        if self.max_retries < 0:
            raise ValueError(f"max_retries must not be negative, but is {self.max_retries}")


@dataclass(frozen=True, kw_only=True, slots=True)
class ClientSettings:
    """Facts of the document; `package` is the generated package, where `models` is looked for.

    Making a client fails where none of the alternatives in `security` is given.
    """

    title: str
    package: str | None
    environment_prefix: str
    user_agent: str
    base_url: str | None = None
    credentials: tuple[Credential, ...] = ()
    lifted: Mapping[str, str] = field(default_factory=dict)
    security: tuple[tuple[str, ...], ...] = ()

    @property
    def hidden(self) -> frozenset[str]:
        """The names, in lower case, under which credentials travel."""
        return frozenset(credential.name.lower() for credential in self.credentials)


class Options(TypedDict, total=False):
    """What calls may have otherwise; what is left out stays as it is."""

    timeout: float | httpx2.Timeout | NotGiven | None
    max_retries: int | RetryPolicy | NotGiven
    headers: Mapping[str, str] | None
    validate: Literal["strict", "lenient"] | NotGiven


@dataclass(frozen=True, kw_only=True, slots=True)
class ClientState:
    """Everything that a request is made from; a copy of a client has another state.

    A number as `timeout` limits each attempt as a whole, to its last byte. `lifted` are parameters
    of calls; with `raw`, methods return raw responses. `tokens` are those that credentials fetched,
    shared with copies. `keeps_open` tells whether an answer stays open to be read bit by bit.
    """

    settings: ClientSettings
    base_url: str
    credentials: Mapping[str, AsyncCredentialValue] = field(repr=False)
    headers: Mapping[str, str] = field(repr=False)
    lifted: Mapping[str, Any] = field(default_factory=dict)
    timeout: float | httpx2.Timeout | None = 60.0
    retries: RetryPolicy = field(default_factory=RetryPolicy)
    is_lenient: bool = False
    raw: bool = False
    tokens: dict[Any, Any] = field(default_factory=dict, repr=False)
    keeps_open: Callable[[httpx2.Response], bool] = field(default=lambda _: False, repr=False)

    def changed(self, lifted: Mapping[str, Any], **options: Unpack[Options]) -> ClientState:
        """Return the state of a copy of a client."""
        timeout = options.get("timeout", NOT_GIVEN)
        retries = options.get("max_retries", NOT_GIVEN)
        validate = options.get("validate", NOT_GIVEN)
        headers = {k.lower(): check_header(k, v) for k, v in (options.get("headers") or {}).items()}
        if isinstance(timeout, float | int) and not timeout > 0:
            raise ValueError(f"timeout must be more than 0 seconds, but is {timeout}")
        if validate not in (NOT_GIVEN, "strict", "lenient"):
            raise ValueError(f'validate must be "strict" or "lenient", not {validate!r}')
        if isinstance(retries, int):
            retries = RetryPolicy(max_retries=retries)
        return replace(
            self,
            timeout=self.timeout if isinstance(timeout, NotGiven) else timeout,
            retries=self.retries if isinstance(retries, NotGiven) else retries,
            headers={**self.headers, **headers},
            lifted={**self.lifted, **{k: v for k, v in lifted.items() if v is not NOT_GIVEN}},
            is_lenient=validate == "lenient" if validate else self.is_lenient,
        )


def client_state(
    settings: ClientSettings,
    base_url: str | None = None,
    credentials: Mapping[str, AsyncCredentialValue | None] | None = None,
    lifted: Mapping[str, Any] | None = None,
    **options: Unpack[Options],
) -> ClientState:
    """Complete the arguments of a client from the environment and the document, and check them."""
    variables = {name: env for c in settings.credentials for name, env in c.variables.items()}
    passwords = [name for c in settings.credentials for name in [*c.variables][1:]]
    state = ClientState(
        settings=settings,
        base_url=_base_url(settings, base_url),
        credentials=_from_environment(credentials, variables, passwords),
        headers={"user-agent": settings.user_agent},
    ).changed(_from_environment(lifted, settings.lifted), **options)
    choose(state, settings.security, state.headers)
    return state


def _from_environment(
    given: Mapping[str, Any] | None,
    variables: Mapping[str, str],
    may_be_empty: Collection[str] = (),
) -> dict[str, Any]:
    """Return what was given, by argument or else by variable; the empty text counts as nothing."""
    found = {name: os.environ[env] for name, env in variables.items() if os.environ.get(env)}
    named = {name: value for name, value in (given or {}).items() if value is not None}
    return found | {k: v for k, v in named.items() if v != "" or k in may_be_empty}


def _base_url(settings: ClientSettings, argument: str | None) -> str:
    variable = f"{settings.environment_prefix}_BASE_URL"
    url = argument or os.environ.get(variable) or settings.base_url
    if not url:
        raise ConfigurationError(
            f"{settings.title} has no base URL in its document: pass base_url= or set {variable}"
        )
    try:
        parsed = httpx2.URL(url)
    except httpx2.InvalidURL as error:
        raise ConfigurationError(f"base_url is no URL: {error}") from None
    if parsed.scheme not in ("http", "https") or not parsed.host:
        raise ConfigurationError("base_url must begin with https:// or http:// and a host")
    if parsed.userinfo or parsed.query or parsed.fragment:
        raise ConfigurationError("base_url must have no user name, password, query or fragment")
    return url.rstrip("/")
