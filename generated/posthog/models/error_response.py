from __future__ import annotations

from .._runtime.models import Model


class ErrorResponse(Model):
    """What PostHog says about a refused request. Any field may be absent, and proxies in between
    may answer in another form.
    """

    type: str | None = None
    """Broad kind of error, such as `validation_error` or `authentication_error`."""

    code: str | None = None
    """Short name of the error for programs, such as `invalid_input`."""

    detail: str | None = None
    """What went wrong, for people to read."""

    attr: str | None = None
    """Name of the field or parameter at fault, or null if it is none in particular."""
