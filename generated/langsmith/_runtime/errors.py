"""Everything that a call can raise on purpose.

APIError
├── ConfigurationError
│   └── MissingCredentialsError
├── APIConnectionError
│   └── APITimeoutError
└── APIAnswerError
    ├── APIResponseValidationError
    └── APIStatusError
        ├── BadRequestError            400
        ├── AuthenticationError        401
        ├── PermissionDeniedError      403
        ├── NotFoundError              404
        ├── ConflictError              409
        ├── UnprocessableEntityError   422
        ├── RateLimitError             429
        └── InternalServerError        500 and above
"""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    import httpx2

    from .response import RawResponse


class APIError(Exception):
    """Whatever went wrong between the call and its answer."""

    def __reduce__(self) -> tuple[Any, ...]:
        return _restore, (type(self), self.args, self.__dict__)


def _restore(kind: type[APIError], args: tuple[Any, ...], state: Mapping[str, Any]) -> APIError:
    error = kind.__new__(kind, *args)
    error.__dict__.update(state)
    return error


class ConfigurationError(APIError):
    """The client lacks something that it needs for the call; nothing was sent."""


class MissingCredentialsError(ConfigurationError):
    """No credentials for the operation, neither by argument nor by environment variable."""


class APIConnectionError(APIError):
    """No answer arrived."""


class APITimeoutError(APIConnectionError):
    """No answer arrived in time."""


class APIAnswerError(APIError):
    """An answer came, and it is bad; `body` is what it says."""

    def __init__(self, message: str, *, body: Any, response: RawResponse[Any]) -> None:
        super().__init__(message)
        self.body = body
        self.response = response

    @property
    def status_code(self) -> int:
        """The status of the answer."""
        return self.response.status_code

    @property
    def headers(self) -> httpx2.Headers:
        """The headers of the answer."""
        return self.response.headers

    @property
    def request_id(self) -> str | None:
        """The server's name for the request, if it gave one."""
        return self.response.request_id


class APIResponseValidationError(APIAnswerError):
    """The answer is not what the document promises."""


class APIStatusError(APIAnswerError):
    """The server refused or failed.

    `body` is an instance of the document's schema for the status where there is one and the
    answer fits it; else the JSON as it came; else the text.
    """


class BadRequestError(APIStatusError):
    """400: the server does not understand the request."""


class AuthenticationError(APIStatusError):
    """401: the credentials are missing, wrong or expired."""


class PermissionDeniedError(APIStatusError):
    """403: the credentials do not allow this."""


class NotFoundError(APIStatusError):
    """404: there is no such thing."""


class ConflictError(APIStatusError):
    """409: the request contradicts the state of things."""


class UnprocessableEntityError(APIStatusError):
    """422: the server understands the request and rejects its values."""


class RateLimitError(APIStatusError):
    """429: too many requests."""


class InternalServerError(APIStatusError):
    """500 and above: the server failed."""


_BY_STATUS: dict[int, type[APIStatusError]] = {
    400: BadRequestError,
    401: AuthenticationError,
    403: PermissionDeniedError,
    404: NotFoundError,
    409: ConflictError,
    422: UnprocessableEntityError,
    429: RateLimitError,
}
_TELLING = ("message", "detail", "msg", "error", "error_description", "title", "reason", "errors")
_LONGEST_TEXT = 300


def status_error_class(status: int) -> type[APIStatusError]:
    """Return the class of the error for a status."""
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return InternalServerError
    return _BY_STATUS.get(status, APIStatusError)


def status_text(status: int) -> str:
    """Return a status with its standard phrase: `404 Not Found`."""
    phrase = HTTPStatus(status).phrase if status in set(HTTPStatus) else ""
    return f"{status} {phrase}".rstrip()


def vendor_text(body: Any) -> str:
    """Find what the server says about the error in the plain body of its answer."""
    text = _told(body)
    return text if len(text) <= _LONGEST_TEXT else f"{text[:_LONGEST_TEXT]}…"


def _told(body: Any) -> str:
    match body:
        case str() if not body.lstrip().startswith("<"):
            return " ".join(body.split())
        case {"loc": [*location], "msg": str(message)}:
            return f"{'.'.join(map(str, location))}: {message}"
        case dict():
            told = next(filter(None, (_told(body.get(key)) for key in _TELLING)), "")
            fields = {key: _told(text) for key, text in body.items() if isinstance(text, list)}
            return told or "; ".join(f"{key}: {text}" for key, text in fields.items() if text)
        case list():
            return "; ".join(filter(None, map(_told, body)))
        case _:
            return ""
