"""What the generator knows about a client, and what its user decided."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal, TypedDict, Unpack

import httpx2

from .credentials import AsyncCredentialValue, Credential, attach
from .errors import ConfigurationError
from .parameters import Draft
from .retries import RetryPolicy
from .types import NOT_GIVEN, NotGiven
from .values import check_header

CONNECT_SECONDS = 5.0
WHOLE_SECONDS = 60.0


@dataclass(frozen=True, kw_only=True, slots=True)
class ClientSettings:
    """Facts of the document; `package` is the generated package, where `models` is looked for.

    With `credentials_required`, making a client fails where none of the alternatives in `security`
    is given; without alternatives, each credential is one.
    """

    title: str
    package: str | None
    environment_prefix: str
    version: str
    base_url: str | None = None
    credentials: tuple[Credential, ...] = ()
    lifted: Mapping[str, str] = field(default_factory=dict)
    credentials_required: bool = False
    security: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class TimeLimits:
    """Seconds for each phase of a request, and for one attempt from its start to its last byte."""

    phases: httpx2.Timeout
    whole: float | None


class Options(TypedDict, total=False):
    """The arguments of a client, and of its copies; what is left out of these stays as it is.

    `lifted` are parameters of calls; with `raw`, methods return raw responses.
    """

    credentials: Mapping[str, AsyncCredentialValue | None]
    lifted: Mapping[str, Any]
    base_url: str | None
    timeout: float | httpx2.Timeout | NotGiven | None
    max_retries: int | RetryPolicy | NotGiven
    headers: Mapping[str, str] | None
    validate: Literal["strict", "lenient"] | NotGiven
    raw: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class ClientState:
    """Everything that a request is made from; a copy of a client has another state.

    `hidden` has the names, in lower case, under which the document's credentials travel. `tokens`
    are those that credentials fetched; copies share them.
    `keeps_open` tells whether an answer stays open to be read bit by bit; else it is read at once.
    """

    settings: ClientSettings
    base_url: str
    credentials: Mapping[str, AsyncCredentialValue] = field(repr=False)
    hidden: frozenset[str]
    headers: Mapping[str, str] = field(repr=False)
    lifted: Mapping[str, Any] = field(default_factory=dict)
    limits: TimeLimits
    retries: RetryPolicy
    is_lenient: bool = False
    raw: bool = False
    tokens: dict[Any, Any] = field(default_factory=dict, repr=False)
    keeps_open: Callable[[httpx2.Response], bool] = field(default=lambda _: False, repr=False)


def client_state(settings: ClientSettings, **options: Unpack[Options]) -> ClientState:
    """Complete the arguments of a client from the environment and the document, and check them."""
    variables = {name: env for c in settings.credentials for name, env in c.variables.items()}
    state = ClientState(
        settings=settings,
        base_url=_base_url(settings, options.get("base_url")),
        credentials=_from_environment(options.get("credentials", {}), variables),
        hidden=frozenset(c.name.lower() for c in settings.credentials),
        headers={"user-agent": _user_agent(settings)},
        limits=time_limits(NOT_GIVEN),
        retries=RetryPolicy(),
    )
    options["lifted"] = _from_environment(options.get("lifted", {}), settings.lifted)
    state = changed(state, **options)
    if settings.credentials_required:
        alternatives = settings.security or tuple(tuple(c.variables) for c in settings.credentials)
        draft = Draft(headers={**state.headers})
        attach(draft, settings.credentials, alternatives, state.credentials, settings.title)
    return state


def changed(state: ClientState, **options: Unpack[Options]) -> ClientState:
    """Return the state of a copy of a client."""
    timeout = options.get("timeout", NOT_GIVEN)
    retries = options.get("max_retries", NOT_GIVEN)
    validate = options.get("validate", NOT_GIVEN)
    headers = options.get("headers") or {}
    lifted = {k: v for k, v in options.get("lifted", {}).items() if v is not NOT_GIVEN}
    return replace(
        state,
        limits=state.limits if isinstance(timeout, NotGiven) else time_limits(timeout),
        retries=state.retries if isinstance(retries, NotGiven) else retry_policy(retries),
        headers={**state.headers, **{k.lower(): check_header(k, v) for k, v in headers.items()}},
        lifted={**state.lifted, **lifted},
        is_lenient=state.is_lenient if isinstance(validate, NotGiven) else validate == "lenient",
        raw=options.get("raw", state.raw),
    )


def _from_environment(given: Mapping[str, Any], variables: Mapping[str, str]) -> dict[str, Any]:
    """Return what was given, by argument or else by variable; the empty text counts as nothing."""
    found = {name: os.environ.get(env) for name, env in variables.items()}
    found |= {name: value for name, value in given.items() if value not in (None, "")}
    return {name: value for name, value in found.items() if value not in (None, "")}


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


def _user_agent(settings: ClientSettings) -> str:
    """Return the client's name and version, as a header can carry them; nothing of the machine."""
    product, version = (
        "".join(c if c.isascii() and (c.isalnum() or c in "-._+") else "-" for c in text)
        for text in (settings.title, settings.version)
    )
    return f"{product}/{version} clientwright"


def time_limits(timeout: float | httpx2.Timeout | NotGiven | None) -> TimeLimits:
    """Read the argument `timeout`.

    A number limits each attempt as a whole, connecting to 5 seconds of it. The whole is checked
    whenever something arrives, and no wait for the next bytes is longer than it. An
    `httpx2.Timeout` limits the phases alone, `None` nothing.
    """
    if isinstance(timeout, httpx2.Timeout):
        return TimeLimits(timeout, None)
    if timeout is None:
        return TimeLimits(httpx2.Timeout(None), None)
    whole = WHOLE_SECONDS if isinstance(timeout, NotGiven) else float(timeout)
    if not whole > 0:
        raise ValueError(f"timeout must be more than 0 seconds, but is {timeout}")
    return TimeLimits(httpx2.Timeout(whole, connect=min(CONNECT_SECONDS, whole)), whole)


def retry_policy(max_retries: int | RetryPolicy) -> RetryPolicy:
    """Read the argument `max_retries`."""
    if isinstance(max_retries, RetryPolicy):
        return max_retries
    return RetryPolicy(max_retries=max_retries)
