from __future__ import annotations

from .._runtime.models import Model


class Init(Model):
    a: str | None = None
