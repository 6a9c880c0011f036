"""What happens between a request and its answer: retries, redirects, errors; without I/O.

An exchange is a generator: it yields a request to be sent, seconds to wait, or a credential to be
awaited, is sent what came of it, and returns the answer. The two clients differ in how they do what it asks for.
"""

from __future__ import annotations

import time
from collections.abc import Awaitable, Collection, Generator
from dataclasses import replace
from typing import Any, TypeAlias, TypeVar

import httpx2

from .errors import APIConnectionError, APITimeoutError
from .logs import hidden_url, log_outcome, log_request, log_retry, without_secrets
from .request import Prepared
from .response import Outcome, RawResponse, checked
from .retries import delay_before_retry

T = TypeVar("T")
Exchange: TypeAlias = Generator[Prepared[Any] | float | Awaitable[str], Any, T]

_MOST_REDIRECTS = 10
_UNAUTHORIZED = 401
_REDIRECTS = frozenset({301, 302, 303, 307, 308})


def exchange(request: Prepared[T]) -> Exchange[RawResponse[T]]:
    """Send a request, again where that helps, and return its answer; raise where that is an error."""
    start = time.perf_counter()
    retries = redirects = 0
    incomplete, is_renewed = request, False
    request = yield from _complete(incomplete, ())
    while True:
        log_request(request)
        outcome: Outcome = yield request
        log_outcome(request, outcome)
        if not is_renewed and _is_refused(request, outcome):
            is_renewed, refused = True, request.secrets
            request = yield from _complete(incomplete, refused)
            if request.secrets != refused:
                continue
        target = _redirect_target(request, outcome)
        if target is not None and redirects < _MOST_REDIRECTS:
            redirects += 1
            request = replace(request, url=target)
            continue
        elapsed = time.perf_counter() - start
        delay = delay_before_retry(request, outcome, retries=retries, elapsed=elapsed)
        if delay is None:
            break
        retries += 1
        log_retry(request, retries, delay)
        yield delay
    if isinstance(outcome, httpx2.RequestError):
        raise connection_error(request, outcome, "no answer") from outcome
    return checked(outcome, request)


def _complete(request: Prepared[T], refused: Collection[str]) -> Exchange[Prepared[T]]:
    """Add the credentials that have to be waited for."""
    waiting = list(request.late)
    while waiting:
        draft = yield from waiting.pop(0)(request, refused)
        waiting += draft.late
        request = request.plus(draft)
    return request


def _is_refused(request: Prepared[Any], outcome: Outcome) -> bool:
    """Tell whether another credential than that of the request might be let through."""
    is_unauthorized = isinstance(outcome, RawResponse) and outcome.status_code == _UNAUTHORIZED
    return is_unauthorized and bool(request.late) and request.is_replayable


def _redirect_target(request: Prepared[Any], outcome: Outcome) -> httpx2.URL | None:
    """Return where to go on: only what reads is redirected, and never to another origin."""
    if isinstance(outcome, httpx2.RequestError) or outcome.status_code not in _REDIRECTS:
        return None
    location = outcome.headers.get("location")
    if location is None or request.operation.method not in ("GET", "HEAD"):
        return None
    try:
        target = request.url.join(location)
        is_here = target.origin == request.url.origin and not target.userinfo
    except (httpx2.InvalidURL, ValueError):
        return None
    return target if is_here else None


def connection_error(
    request: Prepared[Any], error: httpx2.RequestError, problem: str
) -> APIConnectionError:
    """Return what to raise for the error of an http client, whose cause that may be."""
    # Tracebacks show the cause, so it must not hold the credentials either.
    error.request = request.shown()
    if not isinstance(error, httpx2.TransportError):
        problem = "an answer that cannot be used"
    kind = APITimeoutError if isinstance(error, httpx2.TimeoutException) else APIConnectionError
    origin = hidden_url(request.url, request.state.hidden).copy_with(raw_path=b"/")
    reason = without_secrets(str(error), request.secrets) or type(error).__name__
    return kind(f"{request.title}: {problem} from {origin}: {reason}")
