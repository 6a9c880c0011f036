"""Debug logging, and the removal of credentials from whatever people may see."""

from __future__ import annotations

import logging
import re
from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

import httpx2

if TYPE_CHECKING:
    from .request import Prepared
    from .response import Outcome

logger = logging.getLogger(__name__)

HIDDEN = "***"
_TELLTALE = re.compile(
    r"auth|cookie|token|secret|passw|signature|api[-_]?key|session", re.IGNORECASE
)


def is_hidden(name: str, names: Collection[str]) -> bool:
    """Tell whether a header or query parameter of this name may carry a credential."""
    return name.lower() in names or _TELLTALE.search(name) is not None


def hidden_headers(headers: httpx2.Headers, names: Collection[str]) -> httpx2.Headers:
    """Return the headers with the values of credentials replaced."""
    return httpx2.Headers(
        [
            (name, HIDDEN if is_hidden(name, names) else value)
            for name, value in headers.multi_items()
        ],
        encoding=headers.encoding,
    )


def hidden_url(url: httpx2.URL, names: Collection[str]) -> httpx2.URL:
    """Return the URL with the values of credentials in the query replaced."""
    query = url.query.decode("ascii")
    if not query:
        return url
    pairs = (pair.partition("=") for pair in query.split("&"))
    shown = "&".join(
        f"{name}={HIDDEN}" if is_hidden(unquote(name), names) else f"{name}{equals}{value}"
        for name, equals, value in pairs
    )
    return url.copy_with(query=shown.encode("ascii"))


def without_secrets(text: str, secrets: Iterable[str]) -> str:
    """Return the text with the secrets that occur in it replaced."""
    for secret in secrets:
        text = text.replace(secret, HIDDEN)
    return text


def log_request(request: Prepared[Any]) -> None:
    """Log that a request goes out."""
    if logger.isEnabledFor(logging.DEBUG):
        shown = request.shown()
        logger.debug("%s %s headers=%s", shown.method, shown.url, dict(shown.headers))


def log_outcome(request: Prepared[Any], outcome: Outcome) -> None:
    """Log what came of a request."""
    if not logger.isEnabledFor(logging.DEBUG):
        return
    if isinstance(outcome, httpx2.RequestError):
        reason = without_secrets(str(outcome), request.secrets)
        logger.debug("%s: %s: %s", request.title, type(outcome).__name__, reason)
        return
    headers = dict(hidden_headers(outcome.headers, request.state.hidden))
    milliseconds = outcome.elapsed.total_seconds() * 1000
    logger.debug(
        "%s → %d in %.0f ms headers=%s", request.title, outcome.status_code, milliseconds, headers
    )


def log_retry(request: Prepared[Any], number: int, seconds: float) -> None:
    """Log that a request will be sent again."""
    logger.debug("%s: retry %d in %.2f s", request.title, number, seconds)
