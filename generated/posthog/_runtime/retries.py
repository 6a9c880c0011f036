"""When a request is sent again, and after how long."""

from __future__ import annotations

import math
import random
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

import httpx2

if TYPE_CHECKING:
    from .request import Prepared
    from .response import Received

_IDEMPOTENT = frozenset({"GET", "HEAD", "OPTIONS", "PUT", "DELETE", "TRACE", "QUERY"})
_NOT_SENT = (httpx2.ConnectError, httpx2.ConnectTimeout, httpx2.PoolTimeout)
_TRANSIENT = (
    httpx2.TimeoutException,
    httpx2.NetworkError,
    httpx2.RemoteProtocolError,
    httpx2.ProxyError,
)


@dataclass(frozen=True, kw_only=True, slots=True)
class RetryPolicy:
    """How often and how patiently; all times are in seconds.

    A request whose repetition does no harm (GET, HEAD, OPTIONS, PUT, DELETE) is sent again after
    a broken connection, a timeout, 408, 429 and 5xx. Any other only if it surely never left, or
    if the server says by 429 or 503 with `Retry-After` that it may come again.
    """

    max_retries: int = 2
    first_delay: float = 0.5
    longest_delay: float = 8.0
    longest_retry_after: float = 60.0


def delay_before_retry(
    policy: RetryPolicy, retries: int, request: Prepared, outcome: Received | httpx2.RequestError
) -> float | None:
    """Return how long to wait before the next retry; None where the outcome is final."""
    if retries >= policy.max_retries or not request.replayable:
        return None
    idempotent = request.method in _IDEMPOTENT
    if isinstance(outcome, httpx2.RequestError):
        again = isinstance(outcome, _TRANSIENT if idempotent else _NOT_SENT)
        return _backoff(policy, retries) if again else None
    asked = retry_after(outcome.headers)
    if idempotent:
        again = outcome.status_code in (408, 429) or outcome.status_code >= 500  # noqa: PLR2004
    else:
        again = outcome.status_code in (429, 503) and asked is not None
    if not again:
        return None
    if asked is None:
        return _backoff(policy, retries)
    return asked if asked <= policy.longest_retry_after else None


def _backoff(policy: RetryPolicy, retries: int) -> float:
    delay: float = min(policy.first_delay * 2**retries, policy.longest_delay)
    return delay * random.uniform(0.5, 1)  # noqa: S311


def retry_after(headers: httpx2.Headers) -> float | None:
    """Return the seconds that the server asks for, in whichever of the three ways it does."""
    milliseconds = _seconds(headers.get("retry-after-ms"))
    if milliseconds is not None:
        return milliseconds / 1000
    value = headers.get("retry-after")
    seconds = _seconds(value)
    return _seconds_until(value) if seconds is None and value else seconds


def _seconds(value: str | None) -> float | None:
    try:
        seconds = float(value or "")
    except ValueError:
        return None
    return seconds if math.isfinite(seconds) and seconds >= 0 else None


def _seconds_until(date: str) -> float | None:
    try:
        then = parsedate_to_datetime(date)
    except ValueError:
        return None
    if then.tzinfo is None:
        then = then.replace(tzinfo=UTC)
    return max(0.0, (then - datetime.now(UTC)).total_seconds())
