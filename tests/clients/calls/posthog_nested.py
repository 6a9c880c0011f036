"""PostHog: the operations below `client.insights`: sharing, thresholds, suggestions."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import UUID

from generated.posthog import (
    SharePassword,
    SharingConfiguration,
    Threshold,
    ThresholdBounds,
    ThresholdConfiguration,
)
from tests.clients.calls.call import Call
from tests.clients.calls.posthog_insights import BODY, FIELDS
from tests.clients.vendors import POSTHOG

SHARING = {"enabled": True, "settings": {"whitelabel": True}, "password_required": False}
THRESHOLD_ID = UUID("0196a4de-0000-4000-8000-00000000000c")

SHARING_LIST = Call(
    vendor=POSTHOG,
    method="insights.sharing.list",
    arguments={"insight_id": 7},
    request="GET /api/environments/2/insights/7/sharing/",
    reply={
        "json": [
            {
                "created_at": "2025-04-30T08:15:30Z",
                "enabled": True,
                "share_passwords": [{"id": 1, "note": None, "is_active": True}],
            }
        ]
    },
    result=[
        SharingConfiguration(
            created_at=datetime(2025, 4, 30, 8, 15, 30, tzinfo=UTC),
            enabled=True,
            share_passwords=[SharePassword(id=1, note=None, is_active=True)],
        )
    ],
)
SHARING_REFRESH = Call(
    vendor=POSTHOG,
    method="insights.sharing.refresh",
    arguments={"insight_id": 7, **SHARING},
    request="POST /api/environments/2/insights/7/sharing/refresh/",
    body=SHARING,
    reply={"json": {"enabled": True, "access_token": "t-1"}},
    result=SharingConfiguration(enabled=True, access_token="t-1"),
)
PASSWORDS_CREATE = Call(
    vendor=POSTHOG,
    method="insights.sharing.passwords.create",
    arguments={"insight_id": 7, **SHARING},
    request="POST /api/environments/2/insights/7/sharing/passwords/",
    body=SHARING,
    reply={"json": {"enabled": True, "password_required": True}},
    result=SharingConfiguration(enabled=True, password_required=True),
)
PASSWORDS_DELETE = Call(
    vendor=POSTHOG,
    method="insights.sharing.passwords.delete",
    arguments={"insight_id": 7, "password_id": "31"},
    request="DELETE /api/environments/2/insights/7/sharing/passwords/31/",
    reply={"status": 204},
    result=None,
)
THRESHOLDS_LIST = Call(
    vendor=POSTHOG,
    method="insights.thresholds.list",
    arguments={"insight_id": 7, "limit": 10, "offset": 20},
    request="GET /api/environments/2/insights/7/thresholds/?limit=10&offset=20",
    reply={
        "json": {
            "count": 21,
            "next": None,
            "previous": "https://us.posthog.com/api/environments/2/insights/7/thresholds/?limit=10",
            "results": [{"id": str(THRESHOLD_ID), "name": "Low"}],
        }
    },
    result=[Threshold(id=THRESHOLD_ID, name="Low")],
)
THRESHOLDS_RETRIEVE = Call(
    vendor=POSTHOG,
    method="insights.thresholds.retrieve",
    arguments={"insight_id": 7, "id": THRESHOLD_ID},
    request=f"GET /api/environments/2/insights/7/thresholds/{THRESHOLD_ID}/",
    reply={
        "json": {
            "id": str(THRESHOLD_ID),
            "configuration": {"type": "absolute", "bounds": {"lower": 0.5, "upper": None}},
            "alerts": [{"id": "a-1"}],
        }
    },
    result=Threshold(
        id=THRESHOLD_ID,
        configuration=ThresholdConfiguration(
            type="absolute", bounds=ThresholdBounds(lower=0.5, upper=None)
        ),
        alerts=[{"id": "a-1"}],
    ),
)
SUGGESTIONS_RETRIEVE = Call(
    vendor=POSTHOG,
    method="insights.suggestions.retrieve",
    arguments={"id": 7, "format": "json"},
    request="GET /api/environments/2/insights/7/suggestions/?format=json",
    reply={"json": ["Sign-ups by country"]},
    result=["Sign-ups by country"],
)
SUGGESTIONS_CREATE = Call(
    vendor=POSTHOG,
    method="insights.suggestions.create",
    arguments={"id": 7, "format": "json", **FIELDS},
    request="POST /api/environments/2/insights/7/suggestions/?format=json",
    body=BODY,
    reply={"json": {"suggestions": []}},
    result={"suggestions": []},
)

CALLS = (
    SHARING_LIST,
    SHARING_REFRESH,
    PASSWORDS_CREATE,
    PASSWORDS_DELETE,
    THRESHOLDS_LIST,
    THRESHOLDS_RETRIEVE,
    SUGGESTIONS_RETRIEVE,
    SUGGESTIONS_CREATE,
)
