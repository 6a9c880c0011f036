"""Frozen data as JSON that people can read: kinds by name, and only what says something."""

from __future__ import annotations

from dataclasses import MISSING, fields, is_dataclass
from typing import Any


def plain(value: Any) -> Any:
    """Write dataclasses as objects; empty values and defaults are left out."""
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    if not is_dataclass(value):
        return value
    told = {
        field.name: plain(getattr(value, field.name))
        for field in fields(value)
        if getattr(value, field.name) not in ("", (), None, field.default)
        or (field.default is MISSING and getattr(value, field.name) is False)
    }
    return {"is": type(value).__name__, **told}
