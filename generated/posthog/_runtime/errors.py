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

BY_STATUS: dict[int, type[APIStatusError]] = {}
_TELLING = ("message", "detail", "msg", "error", "error_description", "title", "reason", "errors")
_LONGEST_TEXT = 300
_DEEPEST_TEXT = 6


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
        self.body, self.response = body, response
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

    def __init_subclass__(cls, *, status: int = 0) -> None:
        BY_STATUS.setdefault(status, cls)


class BadRequestError(APIStatusError, status=400):
    """400: the server does not understand the request."""


class AuthenticationError(APIStatusError, status=401):
    """401: the credentials are missing, wrong or expired."""


class PermissionDeniedError(APIStatusError, status=403):
    """403: the credentials do not allow this."""


class NotFoundError(APIStatusError, status=404):
    """404: there is no such thing."""


class ConflictError(APIStatusError, status=409):
    """409: the request contradicts the state of things."""


class UnprocessableEntityError(APIStatusError, status=422):
    """422: the server understands the request and rejects its values."""


class RateLimitError(APIStatusError, status=429):
    """429: too many requests."""


class InternalServerError(APIStatusError, status=500):
    """500 and above: the server failed."""


def vendor_text(body: Any, hide: Callable[[str], str]) -> str:
    """Find what the server says about the error in the plain body of its answer."""
    text = hide(_told(body, _DEEPEST_TEXT))
    return text[:_LONGEST_TEXT] + "…" * (len(text) > _LONGEST_TEXT)


def _told(body: Any, depth: int) -> str:
    match body:
        case str() if not body.lstrip().startswith("<"):
            return " ".join(body.split())
        case {"loc": [*location], "msg": str(message)}:
            return f"{'.'.join(map(str, location))}: {message}"
        case dict() if depth:
            told = (_told(body.get(key), depth - 1) for key in _TELLING)
            fields = ((k, _told(v, depth - 1)) for k, v in body.items() if isinstance(v, list))
            return next(filter(None, told), "") or "; ".join(f"{k}: {v}" for k, v in fields if v)
        case list() if depth:
            return "; ".join(filter(None, (_told(one, depth - 1) for one in body[:_LONGEST_TEXT])))
    return ""
