"""From the bytes of an answer to a value, or to the error that says why there is none."""

from __future__ import annotations

import json
import math
import time
from codecs import BOM_UTF8
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from functools import cached_property
from typing import TYPE_CHECKING, Any, Generic, NoReturn, ParamSpec, TypeAlias, TypeVar, cast

import httpx2
from pydantic import ValidationError

from .errors import APIResponseValidationError, status_error_class, status_text, vendor_text
from .models import adapter, construct, resolve
from .operation import Reply
from .values import essence, is_json

if TYPE_CHECKING:
    from .request import Prepared

P = ParamSpec("P")
T = TypeVar("T")
V = TypeVar("V")
T_co = TypeVar("T_co", covariant=True)

_REQUEST_IDS = ("x-request-id", "request-id", "x-amzn-requestid", "x-correlation-id", "x-trace-id")
_SHOWN_PROBLEMS = 3
_FIRST_ERROR = 400


class RawResponse(Generic[T_co]):
    """An answer with its status, headers and bytes; `parse()` makes the value of it."""

    _finish: Callable[[Any], Any] | None = None

    elapsed: timedelta
    """How long it took until all of it was there; in a streamed response, until the headers were."""
    content: bytes

    def __init__(self, request: Prepared[Any], response: httpx2.Response) -> None:
        self.status_code = response.status_code
        self.headers = response.headers
        self._request = request
        self._open: httpx2.Response | None = None
        self._title = request.title
        self._reply = _reply(request, response)
        self._package = request.state.settings.package or ""
        self._is_lenient = request.state.is_lenient

    def __repr__(self) -> str:
        state = "" if self._open is None else ", closed" if self._open.is_closed else ", open"
        return f"<{type(self).__name__} {self._title} → {status_text(self.status_code)}{state}>"

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
        declared = httpx2.Response(200, headers=self.headers).charset_encoding
        try:
            return self.content.decode(declared or "utf-8", errors="replace")
        except LookupError:
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
        value = self._decode()
        if self._finish is not None and not isinstance(value, str | bytes):
            value = self._finish(value)
        return cast("T_co", value)

    def then(self, finish: Callable[[Any], V]) -> RawResponse[V]:
        """Let `parse()` go on with what it read; text and bytes stay as they are."""
        self._finish = finish
        return cast("RawResponse[V]", self)

    def reread(self, content: bytes, reply: Reply) -> RawResponse[V]:
        """Return an answer to the same request with a body of its own, of another type."""
        other: RawResponse[V] = object.__new__(RawResponse)
        vars(other).update(vars(self), content=content, _reply=reply)
        return other

    def plain(self) -> Any:
        """Return the body as JSON where it is that, else as text; bytes where it is neither."""
        with suppress(ValueError, RecursionError):
            return self.json() if self.content else None
        try:
            return self.content.decode()
        except UnicodeDecodeError:
            is_text = self.headers.get("content-type", "").startswith("text/")
            return self.text if is_text else self.content

    def unfit(self, expected: object, problem: str = "") -> APIResponseValidationError:
        """Return the error that says that the answer is not what was promised."""
        came = self.headers.get("content-type", "no content type")
        text = self.message(f"the answer ({came}) is no {expected}{problem}")
        return APIResponseValidationError(text, body=self.plain(), response=self)

    def message(self, text: str) -> str:
        """Say what came of the request, without its secrets."""
        text = f"{self._title} → {status_text(self.status_code)}{text and f': {text}'}"
        text += f" (request id {self.request_id})" if self.request_id else ""
        return self._request.hide(text)

    def _decode(self) -> Any:
        reply, came = self._reply, self.headers.get("content-type", "")
        if reply is None or reply.media_type is None or self.status_code in (204, 205):
            return None
        if not is_json(reply.media_type):
            kind = reply.type
            if kind is None and not is_json(came):
                kind = str if came.startswith("text/") else bytes
            if kind in (str, bytes):
                return self.text if kind is str else self.content
        if not self.content and (reply.type is None or self.http_request.method == "HEAD"):
            return None
        try:
            return self._read_json(reply.type)
        except (ValueError, RecursionError) as error:
            expected = getattr(reply.type, "__name__", None) or reply.type or reply.media_type
            raise self.unfit(f"valid {expected}", f": {problem_text(error)}") from None

    def _read_json(self, type_: object) -> Any:
        if type_ is None:
            return self.json()
        if b"NaN" in self.content or b"Infinity" in self.content:
            self.json()
        try:
            content = self.content.removeprefix(BOM_UTF8)
            return adapter(self._package, type_).validate_json(content)
        except ValidationError:
            if not self._is_lenient:
                raise
        return construct(resolve(self._package, type_), self.json())


class Receiving:
    """Collects the answer to a request and ends it when it takes too long or too much."""

    def __init__(self, request: Prepared[Any], largest: int) -> None:
        timeout = request.state.timeout
        self._request = request
        self._seconds = timeout if isinstance(timeout, float | int) else math.inf
        self._largest = largest
        self._start = time.perf_counter()
        self._chunks: list[bytes] = []
        self._size = 0

    def add(self, chunk: bytes) -> None:
        """Take the next bytes."""
        self._size += len(chunk)
        if time.perf_counter() - self._start > self._seconds:
            raise httpx2.ReadTimeout(f"the answer took longer than {self._seconds:g} s")
        if self._size > self._largest:
            raise httpx2.DecodingError(f"the answer is larger than {self._largest} bytes")
        self._chunks.append(chunk)

    def finish(self, response: httpx2.Response, *, is_open: bool) -> RawResponse[Any]:
        """Return the answer when all bytes are there, or when it stays open."""
        raw = RawResponse[Any](self._request, response)
        raw._open = response if is_open else None
        raw.elapsed = timedelta(seconds=time.perf_counter() - self._start)
        raw.content = b"".join(self._chunks)
        return raw


Outcome: TypeAlias = RawResponse[Any] | httpx2.RequestError
"""What comes of a request that was sent."""


def checked(raw: RawResponse[T]) -> RawResponse[T]:
    """Return an answer, or raise it as an error where its status makes it one."""
    is_named = raw._reply is not None and raw._reply.status == str(raw.status_code)
    if raw.status_code < (_FIRST_ERROR if is_named else 300):
        return raw
    body = plain = raw.plain()
    text = vendor_text(plain, raw._request.hide)
    if raw.status_code < _FIRST_ERROR and "location" in raw.headers:
        text = f"not redirected to {raw.headers['location']}"
    message = raw.message(text)
    with suppress(APIResponseValidationError):
        body = raw.parse() or plain
    raise status_error_class(raw.status_code)(message, body=body, response=raw)


def problem_text(error: Exception) -> str:
    """Say what does not fit and where, without the values, which may be anyone's."""
    if not isinstance(error, ValidationError):
        return str(error)
    found = error.errors(include_url=False, include_input=False, include_context=False)
    texts = [f"{'.'.join(map(str, one['loc'])) or 'body'}: {one['msg']}" for one in found]
    more = len(texts) - _SHOWN_PROBLEMS
    return "; ".join(texts[:_SHOWN_PROBLEMS]) + (f"; and {more} more" if more > 0 else "")


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is not JSON")


def _reply(request: Prepared[Any], response: httpx2.Response) -> Reply | None:
    """Choose by status, then by the type that the caller chose, then by that which came."""
    chosen = request.headers["accept"] if request.operation.selector else ""
    came, status = essence(response.headers.get("content-type")), response.status_code

    def rank(reply: Reply) -> tuple[object, ...]:
        """Return what is less the better a reply fits."""
        declared = essence(reply.media_type)
        alike = declared.partition("/")[0] == came.partition("/")[0]
        fits = (declared == came, is_json(declared) and is_json(came), alike, declared == "*/*")
        return (
            _distance(reply.status, status),
            reply.media_type != chosen,
            *(not fit for fit in fits),
        )

    fitting = [r for r in request.operation.responses if _distance(r.status, status) < math.inf]
    return min(fitting, key=rank, default=None)


def _distance(declared: str, status: int) -> float:
    """Tell how far a reply is from a status; a 2xx that is not named is read as its neighbour."""
    if declared == "default":
        return 1000
    if declared == f"{status // 100}XX":
        return 0.5
    number = int(declared.replace("X", "0"))
    is_near = number == status or (status < 300 and declared.startswith("2"))  # noqa: PLR2004
    return abs(number - status) if is_near else math.inf


def raw_response(method: Callable[P, T]) -> Callable[P, RawResponse[T]]:
    """Return the method of a resource such that it returns the raw response."""
    return cast("Callable[P, RawResponse[T]]", with_state(method, raw=True))


def async_raw_response(
    method: Callable[P, Awaitable[T]],
) -> Callable[P, Awaitable[RawResponse[T]]]:
    """Return the method of an asynchronous resource such that it returns the raw response."""
    return cast("Callable[P, Awaitable[RawResponse[T]]]", with_state(method, raw=True))


def with_state(method: Any, **changes: Any) -> Any:
    """Return the method of a resource whose client has a changed state."""
    resource = method.__self__
    client = resource._client._copy(replace(resource._client._state, **changes))
    return getattr(type(resource)(client), method.__name__)
