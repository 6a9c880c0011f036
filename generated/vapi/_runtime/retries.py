"""When a request is sent again, and after how long."""

from __future__ import annotations

import math
import random
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any

import httpx2

if TYPE_CHECKING:
    from .request import Prepared
    from .response import Outcome

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


def delay_before_retry(
    request: Prepared[Any], outcome: Outcome, *, retries: int, elapsed: float
) -> float | None:
    """Return how long to wait before the next retry; None where the outcome is final."""
    policy = request.state.retries
    if retries >= policy.max_retries or not request.is_replayable:
        return None
    harmless = request.operation.method in policy.methods or request.has_idempotency_key
    delay = min(policy.first_delay * 2**retries, policy.longest_delay)
    delay *= random.uniform(0.5, 1)  # noqa: S311
    if isinstance(outcome, httpx2.RequestError):
        again = isinstance(outcome, _TRANSIENT if harmless else _NOT_SENT)
    elif outcome.status_code in policy.statuses:
        asked = retry_after(outcome.headers)
        again = harmless or (asked is not None and outcome.status_code in (429, 503))
        if asked is not None:
            again, delay = again and asked <= policy.longest_retry_after, asked
    else:
        return None
    return delay if again and elapsed + delay <= policy.total_time else None


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
