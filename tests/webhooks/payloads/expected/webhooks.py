"""Parse what the Orders API sends.

Each function takes the body of a request as it came, or the JSON that was read from it, and raises
`pydantic.ValidationError` where that does not fit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from ._runtime.webhooks import parse_payload

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .models import Order, OrderCancelledPayload, OrderForgottenPayload, OrderSignedPayload


def parse_order_created(payload: str | bytes | Mapping[str, Any]) -> Order:
    """An order was made.

    Sent once for each order.
    """
    return cast("Order", parse_payload(__package__, "Order", payload))


def parse_order_cancelled(payload: str | bytes | Mapping[str, Any]) -> OrderCancelledPayload:
    """Parse the payload of the webhook order.cancelled."""
    return cast(
        "OrderCancelledPayload", parse_payload(__package__, "OrderCancelledPayload", payload)
    )


def parse_order_forgotten(payload: str | bytes | Mapping[str, Any]) -> OrderForgottenPayload:
    """Parse the payload of the webhook order.forgotten."""
    return cast(
        "OrderForgottenPayload", parse_payload(__package__, "OrderForgottenPayload", payload)
    )


def parse_order_signed(payload: Mapping[str, Any]) -> OrderSignedPayload:
    """Parse the payload of the webhook order.signed.

    The body is no JSON: the function takes what was read from it, such as a form's fields.
    """
    return cast("OrderSignedPayload", parse_payload(__package__, "OrderSignedPayload", payload))
