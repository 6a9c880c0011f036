from __future__ import annotations

from .._runtime.models import Model


class Shared(Model):
    a: str | None = None
