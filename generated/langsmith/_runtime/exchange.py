"""What happens between a request and its answer: retries, redirects, errors; without I/O.

An exchange is a generator: it yields a request to be sent, or seconds to wait, is sent what came
of the request, and returns the answer. The two clients differ in how they do what it asks for.
"""

from __future__ import annotations

import time
from collections.abc import Generator
from dataclasses import replace
from typing import Any, TypeAlias, TypeVar

import httpx2

from .errors import APIConnectionError, APITimeoutError
from .logs import hidden_url, log_outcome, log_request, log_retry, without_secrets
from .request import Prepared
from .response import Outcome, RawResponse, checked
from .retries import delay_before_retry

T = TypeVar("T")
Exchange: TypeAlias = Generator[Prepared[Any] | float, Outcome | None, T]

_MOST_REDIRECTS = 10
_REDIRECTS = frozenset({301, 302, 303, 307, 308})


def exchange(request: Prepared[T]) -> Exchange[RawResponse[T]]:
    """Send a request, again where that helps, and return its answer; raise where that is an error."""
    start = time.perf_counter()
    retries = redirects = 0
    while True:
        log_request(request)
        outcome = yield request
        assert outcome is not None
        log_outcome(request, outcome)
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
