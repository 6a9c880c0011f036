"""From the bytes of an answer to a value, or to the error that says why there is none."""

from __future__ import annotations

import json
import re
import time
from codecs import BOM_UTF8
from collections.abc import Awaitable, Callable, Sequence
from copy import copy
from datetime import timedelta
from functools import cached_property
from typing import TYPE_CHECKING, Any, Generic, NoReturn, ParamSpec, TypeAlias, TypeVar, cast

import httpx2
from pydantic import ValidationError

from .errors import (
    APIResponseValidationError,
    APIStatusError,
    status_error_class,
    status_text,
    vendor_text,
)
from .logs import without_secrets
from .models import adapter, resolve
from .operation import Reply
from .values import is_json

if TYPE_CHECKING:
    from .request import Prepared

P = ParamSpec("P")
T = TypeVar("T")
V = TypeVar("V")
T_co = TypeVar("T_co", covariant=True)

_REQUEST_IDS = ("x-request-id", "request-id", "x-amzn-requestid", "x-correlation-id", "x-trace-id")
_CHARSET = re.compile(r"charset=\"?([^\s;\"]+)", re.IGNORECASE)
_SHOWN_PROBLEMS = 3


class Receiving:
    """Collects the answer to a request and ends it when it takes too long or too much."""

    def __init__(self, request: Prepared[T], largest: int) -> None:
        self._request = request
        self._largest = largest
        self._size = 0
        self._start = time.perf_counter()
        self._chunks: list[bytes] = []

    def add(self, chunk: bytes) -> None:
        """Take the next bytes."""
        whole = self._request.state.limits.whole
        if whole is not None and time.perf_counter() - self._start > whole:
            raise httpx2.ReadTimeout(f"the answer took longer than {whole:g} s")
        self._size += len(chunk)
        if self._size > self._largest:
            raise httpx2.DecodingError(f"the answer is larger than {self._largest} bytes")
        self._chunks.append(chunk)

    def finish(self, response: httpx2.Response) -> RawResponse[T]:
        """Return the answer when all bytes are there."""
        elapsed = timedelta(seconds=time.perf_counter() - self._start)
        return RawResponse(self._request, response, b"".join(self._chunks), elapsed)


class RawResponse(Generic[T_co]):
    """An answer with its status, headers and bytes; `parse()` makes the value of it."""

    def __init__(
        self, request: Prepared[Any], response: httpx2.Response, content: bytes, elapsed: timedelta
    ) -> None:
        self.status_code = response.status_code
        self.headers = response.headers
        self.content = content
        self.elapsed = elapsed
        self._request: Prepared[Any] | None = request
        self._title = request.title
        chosen = request.headers["accept"] if request.operation.selector else ""
        self._reply = _reply_for(request.operation.responses, self, chosen)
        self._package = request.state.settings.package or ""
        self._is_lenient = request.state.is_lenient
        self._finish: Callable[[Any], Any] | None = None

    def __repr__(self) -> str:
        return f"<RawResponse {self._title} → {status_text(self.status_code)}>"

    def __getstate__(self) -> dict[str, Any]:
        self.forget_credentials()
        return self.__dict__

    @cached_property
    def http_request(self) -> httpx2.Request:
        """The request that was answered, with its credentials replaced."""
        assert self._request is not None
        return self._request.shown()

    def forget_credentials(self) -> None:
        """Keep of the request only what people may see."""
        self.http_request  # noqa: B018  # its first reading makes it
        self._request = None

    @property
    def text(self) -> str:
        """The body as text, in the charset that it declares, else UTF-8."""
        declared = _CHARSET.search(self.headers.get("content-type", ""))
        try:
            return self.content.decode(declared[1] if declared else "utf-8", errors="replace")
        except LookupError:
            return self.content.decode(errors="replace")

    @property
    def request_id(self) -> str | None:
        """The server's name for the request, if it gave one."""
        found = (self.headers.get(name) for name in _REQUEST_IDS)
        return next(filter(None, found), None)

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
        other = copy(self)
        other.content, other._reply = content, reply
        return cast("RawResponse[V]", other)

    def _decode(self) -> Any:
        reply = self._reply
        if reply is None or reply.media_type is None:
            return None
        kind, came = reply.type, self.headers.get("content-type", "")
        if kind is None and not is_json(reply.media_type) and not is_json(came):
            kind = str if came.startswith("text/") else bytes
        if kind in (str, bytes) and not is_json(reply.media_type):
            return self.text if kind is str else self.content
        if not self.content and (reply.type is None or _has_no_body(self)):
            return None
        try:
            return self._read_json(reply.type)
        except (ValueError, RecursionError) as error:
            self._raise_unfit(reply, error)

    def _read_json(self, type_: object) -> Any:
        if type_ is None or b"NaN" in self.content or b"Infinity" in self.content:
            data = self.json()
            if type_ is None:
                return data
        try:
            content = self.content.removeprefix(BOM_UTF8)
            return adapter(self._package, type_).validate_json(content)
        except ValidationError:
            if not self._is_lenient:
                raise
        from .lenient import construct  # noqa: PLC0415  # few answers need it

        return construct(resolve(self._package, type_), self.json())

    def _raise_unfit(self, reply: Reply, error: Exception) -> NoReturn:
        expected = getattr(reply.type, "__name__", None) or reply.type or reply.media_type
        came = self.headers.get("content-type", "no content type")
        self.forget_credentials()
        raise APIResponseValidationError(
            f"{self._title} → {status_text(self.status_code)}: the answer ({came}) is no valid"
            f" {expected}: {problem_text(error)}",
            body=plain_body(self),
            response=self,
        ) from None


def _has_no_body(raw: RawResponse[Any]) -> bool:
    return raw.status_code in (204, 205) or raw.http_request.method == "HEAD"


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is not JSON")


def problem_text(error: Exception) -> str:
    """Say what does not fit and where, without the values, which may be anyone's."""
    if not isinstance(error, ValidationError):
        return str(error)
    found = error.errors(include_url=False, include_input=False, include_context=False)
    texts = [f"{'.'.join(map(str, one['loc'])) or 'body'}: {one['msg']}" for one in found]
    more = len(texts) - _SHOWN_PROBLEMS
    return "; ".join(texts[:_SHOWN_PROBLEMS]) + (f"; and {more} more" if more > 0 else "")


def plain_body(raw: RawResponse[Any]) -> Any:
    """Return the body as JSON where it is that, else as text; bytes where it is neither."""
    if not raw.content:
        return None
    try:
        return raw.json()
    except (ValueError, RecursionError):
        pass
    try:
        return raw.content.decode()
    except UnicodeDecodeError:
        return raw.text if raw.headers.get("content-type", "").startswith("text/") else raw.content


def checked(raw: RawResponse[T], request: Prepared[T]) -> RawResponse[T]:
    """Return an answer, or raise it as an error where its status makes it one."""
    named = any(one.status == str(raw.status_code) for one in request.operation.responses)
    if raw.status_code < (400 if named else 300):
        return raw
    raise _status_error(raw, request)


def _status_error(raw: RawResponse[Any], request: Prepared[Any]) -> APIStatusError:
    plain = plain_body(raw)
    raw.forget_credentials()
    try:
        body = raw.parse() or plain
    except APIResponseValidationError:
        body = plain
    text = vendor_text(plain)
    if raw.status_code < 400:  # noqa: PLR2004
        text = f"not redirected to {raw.headers.get('location', 'nowhere')}"
    message = f"{request.title} → {status_text(raw.status_code)}"
    message += f": {text}" if text else ""
    message += f" (request id {raw.request_id})" if raw.request_id else ""
    kind = status_error_class(raw.status_code)
    return kind(without_secrets(message, request.secrets), body=body, response=raw)


def _reply_for(replies: Sequence[Reply], raw: RawResponse[Any], chosen: str) -> Reply | None:
    """Choose by status, then by the type that the caller chose, if any, then by that which came.

    A 2xx that is not named is read as its neighbour.
    """
    status = raw.status_code
    groups = [str(status), f"{status // 100}XX"]
    if status < 300:  # noqa: PLR2004
        known = {one.status for one in replies if one.status.startswith("2")}
        groups += sorted(
            known, key=lambda one: abs(status - int(f"{one[0]}00" if "X" in one else one))
        )
    for group in (*groups, "default"):
        candidates = [one for one in replies if one.status == group]
        if candidates:
            came = raw.headers.get("content-type", "").partition(";")[0].strip().lower()
            return min(
                candidates,
                key=lambda one: (one.media_type != chosen, _distance(one.media_type, came)),
            )
    return None


def _distance(declared: str | None, came: str) -> int:
    essence = (declared or "").partition(";")[0].strip().lower()
    kind, _, _ = essence.partition("/")
    if essence == came:
        return 0
    if is_json(essence) and is_json(came):
        return 1
    if essence != "*/*" and kind == came.partition("/")[0]:
        return 2
    return 3 if essence == "*/*" else 4


Outcome: TypeAlias = RawResponse[Any] | httpx2.RequestError
"""What comes of a request that was sent."""


def raw_response(method: Callable[P, T]) -> Callable[P, RawResponse[T]]:
    """Return the method of a resource such that it returns the raw response."""
    resource = cast("Any", method).__self__
    raw = type(resource)(resource._client._copy(raw=True))
    return cast("Callable[P, RawResponse[T]]", getattr(raw, cast("Any", method).__name__))


def async_raw_response(
    method: Callable[P, Awaitable[T]],
) -> Callable[P, Awaitable[RawResponse[T]]]:
    """Return the method of an asynchronous resource such that it returns the raw response."""
    return cast("Callable[P, Awaitable[RawResponse[T]]]", raw_response(method))
