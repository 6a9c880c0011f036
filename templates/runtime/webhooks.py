"""What the API sends of its own accord, parsed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .models import adapter


def parse_payload(package: str | None, type_: str, payload: str | bytes | Mapping[str, Any]) -> Any:
    """Return the body of a webhook's request as its model; a pydantic ValidationError if it is none."""
    checker = adapter(package or "", type_)
    if isinstance(payload, str | bytes):
        return checker.validate_json(payload)
    return checker.validate_python(payload)
