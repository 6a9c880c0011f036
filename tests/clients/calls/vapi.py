"""Vapi: its one operation."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from generated.vapi import InsightRunResponse
from tests.clients.calls.call import Call
from tests.clients.vendors import VAPI

BESIDE: dict[str, Any] = {"results": [{"day": "2025-04-29", "calls": 12}]}

RUN = Call(
    vendor=VAPI,
    method="insight.run",
    arguments={
        "id": "0196a4de-3b57-7c51",
        "format_plan": {"format": "recharts"},
        "time_range_override": {
            "step": "hour",
            "start": "-7d",
            "end": "2025-04-30T00:00:00Z",
            "timezone": "Europe/Berlin",
        },
    },
    request="POST /reporting/insight/0196a4de-3b57-7c51/run",
    body={
        "formatPlan": {"format": "recharts"},
        "timeRangeOverride": {
            "step": "hour",
            "start": "-7d",
            "end": "2025-04-30T00:00:00Z",
            "timezone": "Europe/Berlin",
        },
    },
    reply={
        "json": {
            "id": "run-1",
            "insightId": "0196a4de-3b57-7c51",
            "orgId": "org-1",
            "createdAt": "2025-04-30T08:15:30.250Z",
            "updatedAt": "2025-04-30T08:15:31Z",
            **BESIDE,
        }
    },
    result=InsightRunResponse(
        id="run-1",
        insight_id="0196a4de-3b57-7c51",
        org_id="org-1",
        created_at=datetime(2025, 4, 30, 8, 15, 30, 250_000, tzinfo=UTC),
        updated_at=datetime(2025, 4, 30, 8, 15, 31, tzinfo=UTC),
        **BESIDE,
    ),
)

CALLS = (RUN,)
