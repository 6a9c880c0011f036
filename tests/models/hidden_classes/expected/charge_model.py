from __future__ import annotations

from typing import Literal

from typing_extensions import TypeAliasType

from .._runtime.models import Model
from .customer_model import customer as _customer


class charge(Model):
    customer: _customer | None = None
    refund: _refund | None = None
    status: _status | None = None
    charge: _charge | None = None


_charge = charge


class refund(Model):
    refund: str | None = None


_refund = refund


status = TypeAliasType("status", Literal["paid", "open"] | str)
"""How far it is."""


_status = status
