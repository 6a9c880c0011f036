from __future__ import annotations

from .._runtime.models import Model


class customer(Model):
    id: str | None = None
    default: list[_customer] | None = None


_customer = customer
