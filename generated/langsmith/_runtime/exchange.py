"""What happens between a request and its answer: retries, redirects, errors; without I/O.

An exchange is a generator: it yields what is to be done, `Send` or `Sleep`, is sent what came of
it, and returns the answer. The two clients differ in how they do what it asks for.
"""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass, replace
from typing import TypeAlias, TypeVar

import httpx2

from .errors import APIConnectionError, APITimeoutError
from .logs import hidden_url, log_outcome, log_request, log_retry, without_secrets
from .operation import Operation
from .request import Prepared
from .response import RawResponse, Received, read_answer
from .retries import delay_before_retry
from .settings import ClientState

T = TypeVar("T")

_MOST_REDIRECTS = 10
_REDIRECTS = frozenset({301, 302, 303, 307, 308})


@dataclass(frozen=True, slots=True)
class Send:
    """Send the request; wanted back is the answer, or why there is none."""

    request: Prepared


@dataclass(frozen=True, slots=True)
class Sleep:
    """Wait; nothing is wanted back."""

    seconds: float


Outcome: TypeAlias = Received | httpx2.RequestError
Exchange: TypeAlias = Generator[Send | Sleep, Outcome | None, T]


def exchange(
    state: ClientState, operation: Operation[T], request: Prepared
) -> Exchange[RawResponse[T]]:
    """Send a request, again where that helps, and read its answer."""
    outcome = yield from _settle(state, request)
    if isinstance(outcome, httpx2.RequestError):
        raise connection_error(request, outcome, "no answer") from outcome
    return read_answer(operation, request, outcome, state.settings.package or "")


def _settle(state: ClientState, request: Prepared) -> Exchange[Outcome]:
    retries = redirects = 0
    while True:
        log_request(request)
        outcome = yield Send(request)
        assert outcome is not None
        log_outcome(request, outcome)
        target = _redirect_target(request, outcome)
        if target is not None and redirects < _MOST_REDIRECTS:
            redirects += 1
            request = replace(request, url=target)
            continue
        delay = delay_before_retry(state.retries, retries, request, outcome)
        if delay is None:
            return outcome
        retries += 1
        log_retry(request, retries, delay)
        yield Sleep(delay)


def _redirect_target(request: Prepared, outcome: Outcome) -> httpx2.URL | None:
    """Return where to go on: only what reads is redirected, and never to another origin."""
    if isinstance(outcome, httpx2.RequestError) or outcome.status_code not in _REDIRECTS:
        return None
    location = outcome.headers.get("location")
    if location is None or request.method not in ("GET", "HEAD"):
        return None
    try:
        target = request.url.join(location)
        is_here = target.origin == request.url.origin and not target.userinfo
    except (httpx2.InvalidURL, ValueError):
        return None
    return target if is_here else None


def connection_error(
    request: Prepared, error: httpx2.RequestError, problem: str
) -> APIConnectionError:
    """Return what to raise for the error of an http client, whose cause that may be."""
    # Tracebacks show the cause, so it must not hold the credentials either.
    error.request = request.shown()
    kind = APITimeoutError if isinstance(error, httpx2.TimeoutException) else APIConnectionError
    origin = hidden_url(request.url, request.hidden).copy_with(raw_path=b"/")
    reason = without_secrets(str(error), request.secrets) or type(error).__name__
    return kind(f"{request.title}: {problem} from {origin}: {reason}")
