"""What happens between a request and its answer: retries, redirects, errors; without I/O.

An exchange is a generator: it yields a request to be sent, seconds to wait, or a credential to be
awaited, is sent what came of it, and returns the answer. The two clients differ in how they do it.
"""

from __future__ import annotations

import logging
import math
import random
import time
from collections.abc import Awaitable, Collection, Generator
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any, TypeAlias, TypeVar

import httpx2

from .credentials import choose
from .errors import APIConnectionError, APITimeoutError
from .request import Prepared, hidden_headers
from .response import Outcome, RawResponse, checked

T = TypeVar("T")
Exchange: TypeAlias = Generator[Prepared[Any] | float | Awaitable[str], Any, T]

logger = logging.getLogger(__name__)

_MOST_REDIRECTS = 10
_UNAUTHORIZED = 401
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_NOT_SENT = (httpx2.ConnectError, httpx2.ConnectTimeout, httpx2.PoolTimeout)
_TRANSIENT = (
    *(httpx2.TimeoutException, httpx2.NetworkError),
    *(httpx2.RemoteProtocolError, httpx2.ProxyError),
)


def exchange(unsigned: Prepared[T]) -> Exchange[RawResponse[T]]:
    """Send a request, again where that helps, and return its answer; raise where that is an error."""
    start = time.perf_counter()
    retries = redirects = 0
    is_renewed = False
    request = yield from _signed(unsigned, ())
    while True:
        _log(request)
        outcome: Outcome = yield request
        _log(request, outcome)
        status = outcome.status_code if isinstance(outcome, RawResponse) else None
        if status == _UNAUTHORIZED and request.is_replayable and not is_renewed:
            is_renewed, renewed = True, (yield from _signed(unsigned, request.secrets))
            if renewed.secrets != request.secrets:
                request = renewed
                continue
        target = _redirect_target(request, outcome)
        if target is not None and redirects < _MOST_REDIRECTS:
            redirects += 1
            request = yield from _signed(replace(unsigned, url=target), ())
            continue
        elapsed = time.perf_counter() - start
        delay = delay_before_retry(request, outcome, retries=retries, elapsed=elapsed)
        if delay is None:
            break
        retries += 1
        logger.debug("%s: retry %d in %.2f s", request.title, retries, delay)
        yield delay
    if isinstance(outcome, httpx2.RequestError):
        raise connection_error(request, outcome, "no answer") from outcome
    return checked(outcome)


def _signed(request: Prepared[T], refused: Collection[str]) -> Exchange[Prepared[T]]:
    """Return the request with its credentials, some of which have to be waited for."""
    signed = replace(request, headers=request.headers.copy(), secrets=[*request.secrets])
    for credential in choose(request.state, request.operation.security, request.headers):
        yield from credential.attach(signed, refused)
    return signed


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


def delay_before_retry(
    request: Prepared[Any], outcome: Outcome, *, retries: int, elapsed: float
) -> float | None:
    """Return how long to wait before the next retry; None where the outcome is final."""
    policy = request.state.retries
    if retries >= policy.max_retries or not request.is_replayable:
        return None
    delay = min(policy.first_delay * 2**retries, policy.longest_delay)
    delay *= random.uniform(0.5, 1)  # noqa: S311
    if isinstance(outcome, httpx2.RequestError):
        again = isinstance(outcome, _TRANSIENT if request.is_harmless else _NOT_SENT)
    elif outcome.status_code not in policy.statuses:
        return None
    else:
        asked = retry_after(outcome.headers)
        again = request.is_harmless or (asked is not None and outcome.status_code in (429, 503))
        if asked is not None:
            again, delay = again and asked <= policy.longest_retry_after, asked
    return delay if again and elapsed + delay <= policy.total_time else None


def retry_after(headers: httpx2.Headers) -> float | None:
    """Return the seconds that the server asks for, in whichever of the three ways it does."""
    for name, unit in (("retry-after-ms", 1000), ("retry-after", 1)):
        with suppress(ValueError):
            seconds = float(headers.get(name, "")) / unit
            if 0 <= seconds < math.inf:
                return seconds
    with suppress(ValueError):
        then = parsedate_to_datetime(headers.get("retry-after", ""))
        then = then if then.tzinfo else then.replace(tzinfo=UTC)
        return max(0.0, (then - datetime.now(UTC)).total_seconds())
    return None


def connection_error(
    request: Prepared[Any], error: httpx2.RequestError, problem: str
) -> APIConnectionError:
    """Return what to raise for the error of an http client, whose cause that may be."""
    # Tracebacks show the cause, so it must not hold the credentials either.
    error.request = request.shown()
    if not isinstance(error, httpx2.TransportError):
        problem = "an answer that cannot be used"
    kind = APITimeoutError if isinstance(error, httpx2.TimeoutException) else APIConnectionError
    origin = error.request.url.copy_with(raw_path=b"/")
    reason = request.hide(str(error))
    if reason != str(error):
        error.args, error.__cause__, error.__context__ = (reason,), None, None
    reason = reason or type(error).__name__
    return kind(f"{request.title}: {problem} from {origin}: {reason}")


def _log(request: Prepared[Any], outcome: Outcome | None = None) -> None:
    """Log that a request goes out, or what came of it, without credentials."""
    if not logger.isEnabledFor(logging.DEBUG):
        return
    if outcome is None:
        shown = request.shown()
        logger.debug("%s %s headers=%s", shown.method, shown.url, dict(shown.headers))
    elif isinstance(outcome, httpx2.RequestError):
        reason = request.hide(str(outcome))
        logger.debug("%s: %s: %s", request.title, type(outcome).__name__, reason)
    else:
        shown_headers = hidden_headers(outcome.headers, request.state.settings.hidden)
        headers = request.hide(str(dict(shown_headers)))
        took = outcome.elapsed.total_seconds() * 1000
        status = outcome.status_code
        logger.debug("%s → %d in %.0f ms headers=%s", request.title, status, took, headers)
