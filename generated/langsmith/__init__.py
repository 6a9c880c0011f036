"""A typed client of the LangSmith API."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from ._runtime import NOT_GIVEN as NOT_GIVEN
from ._runtime import APIConnectionError as APIConnectionError
from ._runtime import APIError as APIError
from ._runtime import APIResponseValidationError as APIResponseValidationError
from ._runtime import APIStatusError as APIStatusError
from ._runtime import APITimeoutError as APITimeoutError
from ._runtime import AsyncPage as AsyncPage
from ._runtime import AuthenticationError as AuthenticationError
from ._runtime import BadRequestError as BadRequestError
from ._runtime import ConfigurationError as ConfigurationError
from ._runtime import ConflictError as ConflictError
from ._runtime import File as File
from ._runtime import InternalServerError as InternalServerError
from ._runtime import MissingCredentialsError as MissingCredentialsError
from ._runtime import NotFoundError as NotFoundError
from ._runtime import NotGiven as NotGiven
from ._runtime import Page as Page
from ._runtime import PaginationError as PaginationError
from ._runtime import PermissionDeniedError as PermissionDeniedError
from ._runtime import RateLimitError as RateLimitError
from ._runtime import RawResponse as RawResponse
from ._runtime import UnprocessableEntityError as UnprocessableEntityError
from .client import AsyncLangSmithClient as AsyncLangSmithClient
from .client import LangSmithClient as LangSmithClient

if TYPE_CHECKING:
    from .models import *  # noqa: F403
else:

    def __getattr__(name: str) -> object:
        """Load a model when it is first asked for."""
        return getattr(import_module(".models", __name__), name)
