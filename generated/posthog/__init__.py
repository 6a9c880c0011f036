"""A typed client of the PostHog API."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from ._runtime.errors import APIConnectionError as APIConnectionError
from ._runtime.errors import APIError as APIError
from ._runtime.errors import APIResponseValidationError as APIResponseValidationError
from ._runtime.errors import APIStatusError as APIStatusError
from ._runtime.errors import APITimeoutError as APITimeoutError
from ._runtime.errors import AuthenticationError as AuthenticationError
from ._runtime.errors import BadRequestError as BadRequestError
from ._runtime.errors import ConfigurationError as ConfigurationError
from ._runtime.errors import ConflictError as ConflictError
from ._runtime.errors import InternalServerError as InternalServerError
from ._runtime.errors import MissingCredentialsError as MissingCredentialsError
from ._runtime.errors import NotFoundError as NotFoundError
from ._runtime.errors import PermissionDeniedError as PermissionDeniedError
from ._runtime.errors import RateLimitError as RateLimitError
from ._runtime.errors import UnprocessableEntityError as UnprocessableEntityError
from ._runtime.pagination import AsyncPage as AsyncPage
from ._runtime.pagination import Page as Page
from ._runtime.pagination import PaginationError as PaginationError
from ._runtime.response import RawResponse as RawResponse
from ._runtime.settings import RetryPolicy as RetryPolicy
from ._runtime.values import NOT_GIVEN as NOT_GIVEN
from ._runtime.values import NotGiven as NotGiven
from .client import AsyncPostHogClient as AsyncPostHogClient
from .client import PostHogClient as PostHogClient

if TYPE_CHECKING:
    from . import models as models
    from .models import *  # noqa: F403
else:

    def __getattr__(name: str) -> object:
        """Load a model, or all of `models`, when it is first asked for."""
        models = import_module(".models", __name__)
        return models if name == "models" else getattr(models, name)
