"""From the bytes of an answer to a value, or to the error that says why there is none."""

from __future__ import annotations

import json
import logging
import math
import random
import re
from codecs import BOM_UTF8
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from functools import cached_property
from typing import Any, Generic, NoReturn, TypeAlias, TypeVar, cast

import httpx2
from pydantic import ValidationError

from . import errors
from .models import adapter, construct, resolve
from .operation import Prepared, Reply
from .values import essence, is_json

T_co = TypeVar("T_co", covariant=True)

_REQUEST_IDS = ("x-request-id", "request-id", "x-amzn-requestid", "x-correlation-id", "x-trace-id")
_SHOWN_PROBLEMS = 3
_MOST_PROBLEMS = 1000
_CHARSETS = re.compile(r"(?i)utf|us-ascii|iso|latin|windows|cp\d|koi8|gb|big5|euc|shift|mac")
_NOT_SENT = (httpx2.ConnectError, httpx2.ConnectTimeout, httpx2.PoolTimeout)
_LASTING = (httpx2.LocalProtocolError, httpx2.UnsupportedProtocol)

logger = logging.getLogger(__name__)


class RawResponse(Generic[T_co]):
    """An answer with its status, headers and bytes; `parse()` makes the value of it."""

    elapsed: timedelta
    """How long it took until all of it was there; in a streamed response, until the headers were."""
    content: bytes = b""
    _finish: Callable[[Any], Any] = staticmethod(lambda value: value)

    def __init__(self, request: Prepared[Any], response: httpx2.Response, *, is_open: bool) -> None:
        self.status_code, self.headers = response.status_code, response.headers
        self._request = request
        self._next = response.next_request.url if response.next_request else None
        self._open = response if is_open else None
        phrase = httpx2.codes.get_reason_phrase(self.status_code)
        self._title = f"{request.title} → {self.status_code} {phrase}".rstrip()
        self._reply = _reply(request, response)
        self._package = request.client._state.settings.package or ""
        self._is_lenient = request.client._state.validate == "lenient"

    def __repr__(self) -> str:
        state = "" if self._open is None else ", closed" if self._open.is_closed else ", open"
        return f"<{type(self).__name__} {self._title}{state}>"

    def __getstate__(self) -> dict[str, Any]:
        self.forget_credentials()
        return self.__dict__

    @cached_property
    def http_request(self) -> httpx2.Request:
        """The request that was answered, with its credentials replaced."""
        return self._request.shown()

    def forget_credentials(self) -> None:
        """Keep of the request only what people may see."""
        self.http_request  # noqa: B018  # its first reading makes it
        self._request = cast("Any", None)

    @property
    def text(self) -> str:
        """The body as text, in the charset that it declares, else UTF-8."""
        declared = httpx2.Response(200, headers=self.headers).charset_encoding or ""
        with suppress(LookupError):
            if _CHARSETS.match(declared):
                return self.content.decode(declared, errors="replace")
        return self.content.decode(errors="replace")

    @property
    def request_id(self) -> str | None:
        """The server's name for the request, if it gave one."""
        return next(filter(None, map(self.headers.get, _REQUEST_IDS)), None)

    def json(self) -> Any:
        """Read the body as JSON; NaN and the infinities, which JSON lacks, are a ValueError."""
        return json.loads(self.content.removeprefix(BOM_UTF8), parse_constant=_refuse)

    def parse(self) -> T_co:
        """Make the value that the method without `with_raw_response` returns."""
        reply, came = self._reply, self.headers.get("content-type", "")
        is_empty = reply.media_type is None or self.status_code in (204, 205)
        if not (is_empty or is_json(reply.media_type)):
            kind = reply.type
            if kind is None and not is_json(came):
                kind = str if came.startswith("text/") else bytes
            if kind in (str, bytes):
                return cast("T_co", self.text if kind is str else self.content)
        is_empty |= not self.content and (reply.type is None or self.http_request.method == "HEAD")
        try:
            value = None if is_empty else self._read_json(reply.type)
        except (ValueError, RecursionError) as error:
            expected = getattr(reply.type, "__name__", None) or reply.type or reply.media_type
            raise self.unfit(f"valid {expected}", f": {problem_text(error)}") from None
        return cast("T_co", self._finish(value))

    def plain(self) -> Any:
        """Return the body as JSON where it is that, else as text; bytes where it is neither."""
        with suppress(ValueError, RecursionError):
            return self.json() if self.content else None
        with suppress(UnicodeDecodeError):
            return self.content.decode()
        is_text = self.headers.get("content-type", "").startswith("text/")
        return self.text if is_text else self.content

    def message(self, text: str) -> str:
        """Say what came of the request, without its secrets."""
        known = f" (request id {self.request_id})" if self.request_id else ""
        return self.hide(f"{self._title}{text and f': {text}'}{known}")

    def hide(self, text: str) -> str:
        """Return a text without the secrets of the request, as long as they are known."""
        return self._request.hide(text) if self._request else text

    def unfit(self, expected: object, problem: str = "") -> errors.APIResponseValidationError:
        """Return the error that says that the answer is not what was promised."""
        came = self.headers.get("content-type", "no content type")
        text = self.message(f"the answer ({came}) is no {expected}{problem}")
        return errors.APIResponseValidationError(text, body=self.plain(), response=self)

    def checked(self) -> RawResponse[T_co]:
        """Return the answer, or raise it as an error where its status makes it one."""
        status = self.status_code
        is_named = self._reply.status == str(status)
        if httpx2.codes.is_success(status) or (is_named and not httpx2.codes.is_error(status)):
            return self
        body = plain = self.plain()
        text = errors.vendor_text(plain, self.hide)
        if httpx2.codes.is_redirect(status) and "location" in self.headers:
            text = f"not redirected to {self.headers['location']:.300}"
        message = self.message(text)
        with suppress(errors.APIResponseValidationError):
            body = self.parse() or plain
        kind = errors.BY_STATUS.get(min(status, 500), errors.APIStatusError)
        raise kind(message, body=body, response=self)

    def _read_json(self, type_: object) -> Any:
        if type_ is None:
            return self.json()
        if b"NaN" in self.content or b"Infinity" in self.content:
            self.json()  # refuses them
        try:
            return adapter(self._package, type_).validate_json(self.content.removeprefix(BOM_UTF8))
        except ValidationError:
            if not self._is_lenient:
                raise
        return construct(resolve(self._package, type_), self.json())


Outcome: TypeAlias = RawResponse[Any] | httpx2.RequestError
"""What comes of a request that was sent."""


def problem_text(error: Exception) -> str:
    """Say what does not fit and where, without the values, which may be anyone's."""
    if not isinstance(error, ValidationError):
        return str(error)
    if error.error_count() > _MOST_PROBLEMS:
        return f"{error.error_count()} problems"
    found = error.errors(include_url=False, include_input=False, include_context=False)
    texts = [f"{'.'.join(map(str, one['loc'])) or 'body'}: {one['msg']}" for one in found]
    texts[_SHOWN_PROBLEMS:] = (
        [f"and {more} more"] if (more := len(texts) - _SHOWN_PROBLEMS) > 0 else []
    )
    return "; ".join(texts)


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is not JSON")


def _reply(request: Prepared[Any], response: httpx2.Response) -> Reply:
    """Choose by status, then by the type that the caller chose, then by that which came."""
    operation, status = request.operation, str(response.status_code)
    chosen = request.headers["accept"] if operation.selector else ""
    came = essence(response.headers.get("content-type"))

    def fit(reply: Reply) -> tuple[bool, ...]:
        declared = essence(reply.media_type)
        are_json = is_json(declared) and is_json(came)
        is_alike = declared.partition("/")[0] == came.partition("/")[0]
        return reply.media_type == chosen, declared == came, are_json, is_alike, declared == "*/*"

    # A success that is not named is read as its neighbour.
    levels = (status, f"{status[0]}XX", "2" if status[0] == "2" else status, "default")
    found = ([one for one in operation.responses if one.status.startswith(it)] for it in levels)
    return max(next(filter(None, found), ()), key=fit, default=Reply(""))


def redirect(request: Prepared[Any], outcome: Outcome) -> httpx2.URL | None:
    """Return where to go on: only what reads is redirected, and never to another origin."""
    url: httpx2.URL | None = getattr(outcome, "_next", None)
    reads = request.operation.method in ("GET", "HEAD")
    return url if reads and url and url.origin == request.url.origin and not url.userinfo else None


def delay_before_retry(
    request: Prepared[Any], outcome: Outcome, retries: int, left: float
) -> float | None:
    """Return how long to wait before the next retry; None where the outcome is final."""
    policy = request.client._state.retries
    is_harmless = request.operation.method in policy.methods or "idempotency-key" in request.headers
    delay: float = min(policy.first_delay * 2**retries, policy.longest_delay)
    delay *= random.uniform(0.5, 1)  # noqa: S311
    if isinstance(outcome, httpx2.RequestError):
        again = isinstance(outcome, httpx2.TransportError if is_harmless else _NOT_SENT)
        again = again and not isinstance(outcome, _LASTING)
    else:
        asked = retry_after(outcome.headers) if outcome.status_code in policy.statuses else None
        is_asked = asked is not None and outcome.status_code in (429, 503)
        again = outcome.status_code in policy.statuses and (is_harmless or is_asked)
        if asked is not None:
            again, delay = again and asked <= policy.longest_retry_after, asked
    if not again or delay > left or retries >= policy.max_retries:
        return None
    logger.debug("%s: retry %d in %.2f s", request.title, retries + 1, delay)
    return delay


def retry_after(headers: httpx2.Headers) -> float | None:
    """Return the seconds that the server asks for, in whichever of the three ways it does."""
    for name, unit in (("retry-after-ms", 1000), ("retry-after", 1)):
        with suppress(ValueError):
            seconds = float(headers.get(name, "")) / unit
            if 0 <= seconds < math.inf:
                return seconds
    with suppress(ValueError, OverflowError):
        then = parsedate_to_datetime(headers.get("retry-after", ""))
        now = datetime.now(then.tzinfo or UTC)
        return max(0.0, (then.replace(tzinfo=now.tzinfo) - now).total_seconds())
    return None


def connection_error(request: Prepared[Any], error: httpx2.RequestError, problem: str) -> Exception:
    """Return what to raise for the error of an http client, whose cause that may be."""
    # Tracebacks show the cause, so it must not hold the credentials either.
    error.request = request.shown()
    reason = request.hide(str(error))
    if reason != str(error):
        error.args, error.__cause__, error.__context__ = (reason,), None, None
    if not isinstance(error, httpx2.TransportError):
        problem = "an answer that cannot be used"
    origin = error.request.url.copy_with(raw_path=b"/")
    text = f"{request.title}: {problem} from {origin}: {reason or type(error).__name__}"
    is_late = isinstance(error, httpx2.TimeoutException)
    return (errors.APITimeoutError if is_late else errors.APIConnectionError)(text)


def log(request: Prepared[Any], outcome: Outcome) -> None:
    """Log what came of a request, without credentials."""
    if logger.isEnabledFor(logging.DEBUG):
        sent = request.shown()
        came = getattr(outcome, "status_code", None) or f"{type(outcome).__name__}: {outcome}"
        told = (sent.method, sent.url, dict(sent.headers), request.hide(str(came)))
        logger.debug("%s %s %s → %s", *told)
