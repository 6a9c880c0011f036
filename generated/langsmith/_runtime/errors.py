"""Everything that a call can raise on purpose.

APIError
├── ConfigurationError
│   └── MissingCredentialsError
├── APIConnectionError
│   └── APITimeoutError
└── APIAnswerError
    ├── APIResponseValidationError
    └── APIStatusError
        └── BadRequestError, NotFoundError ...: one for each usual status
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import httpx2

if TYPE_CHECKING:
    from .response import RawResponse

_TELLING = ("message", "detail", "msg", "error", "error_description", "title", "reason", "errors")
_LONGEST_TEXT = 300


class APIError(Exception):
    """Whatever went wrong between the call and its answer."""

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self).__new__, (type(self), *self.args), self.__dict__


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
        response.forget_credentials()
        self.body = body
        self.response = response
        self.status_code: int = response.status_code
        self.headers: httpx2.Headers = response.headers
        self.request_id: str | None = response.request_id


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


_BY_STATUS = {
    400: BadRequestError,
    401: AuthenticationError,
    403: PermissionDeniedError,
    404: NotFoundError,
    409: ConflictError,
    422: UnprocessableEntityError,
    429: RateLimitError,
    500: InternalServerError,
}


def status_error_class(status: int) -> type[APIStatusError]:
    """Return the class of the error for a status."""
    return _BY_STATUS.get(min(status, 500), APIStatusError)


def status_text(status: int) -> str:
    """Return a status with its standard phrase: `404 Not Found`."""
    return f"{status} {httpx2.codes.get_reason_phrase(status)}".rstrip()


def vendor_text(body: Any, hide: Callable[[str], str]) -> str:
    """Find what the server says about the error in the plain body of its answer."""
    text = hide(_told(body))
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
    return ""
