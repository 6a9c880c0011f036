from __future__ import annotations

from .._runtime.models import Model


class HTTPValidationError(Model):
    detail: list[ValidationError] | None = None


class ValidationError(Model):
    loc: list[str | int]
    msg: str
    type: str
