from __future__ import annotations

from .._runtime.models import Model


class unused(Model):
    a: str | None = None
