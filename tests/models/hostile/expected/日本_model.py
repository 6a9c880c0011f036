from __future__ import annotations

from .._runtime.models import Model


class 日本(Model):
    a: str | None = None
