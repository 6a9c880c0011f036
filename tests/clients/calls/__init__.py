"""The table of calls: all operations of the three clients, each with every argument."""

from __future__ import annotations

from tests.clients.calls import langsmith, posthog_insights, posthog_nested, vapi
from tests.clients.calls.call import Call, Refused

__all__ = ["CALLS", "Call", "Refused"]

CALLS: tuple[Call, ...] = (
    *vapi.CALLS,
    *langsmith.CALLS,
    *posthog_insights.CALLS,
    *posthog_nested.CALLS,
)
