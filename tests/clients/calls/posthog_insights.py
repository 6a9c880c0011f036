"""PostHog: the operations of `client.insights`."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from generated.posthog import (
    ActivityChange,
    ActivityDetail,
    ActivityLogEntry,
    BulkUpdateTagsResponse,
    BulkUpdateTagsSkipped,
    BulkUpdateTagsUpdated,
    DashboardTile,
    Insight,
    User,
)
from tests.clients.calls.call import Call, Refused
from tests.clients.vendors import POSTHOG

FIELDS: dict[str, Any] = {
    "name": "Sign-ups",
    "derived_name": None,
    "query": {"kind": "TrendsQuery", "series": [{"event": "signed up", "math": None}]},
    "order": 3,
    "deleted": False,
    "dashboards": [7, 9],
    "description": "Grüße, 100 %\n",
    "tags": ["growth"],
    "favorited": True,
    "create_in_folder": "Marketing/Weekly",
}
BODY = {
    "name": "Sign-ups",
    "derived_name": None,
    "query": {"kind": "TrendsQuery", "series": [{"event": "signed up", "math": None}]},
    "order": 3,
    "deleted": False,
    "dashboards": [7, 9],
    "description": "Grüße, 100 %\n",
    "tags": ["growth"],
    "favorited": True,
    "_create_in_folder": "Marketing/Weekly",
}
ENTRIES = {
    "results": [
        {
            "id": "0196a4de-0000-4000-8000-00000000000a",
            "user": {"first_name": "Ada"},
            "activity": "updated",
            "detail": {
                "changes": [{"action": "changed", "field": "name", "before": "A", "after": ["B"]}]
            },
            "created_at": "2025-04-30T10:15:30+02:00",
        }
    ],
    "next": None,
    "previous": None,
    "total_count": 1,
}
ENTRY = ActivityLogEntry(
    id=UUID("0196a4de-0000-4000-8000-00000000000a"),
    user={"first_name": "Ada"},
    activity="updated",
    detail=ActivityDetail(
        changes=[ActivityChange(action="changed", field="name", before="A", after=["B"])]
    ),
    created_at=datetime(2025, 4, 30, 8, 15, 30, tzinfo=UTC),
)

LIST = Call(
    vendor=POSTHOG,
    method="insights.list",
    arguments={
        "basic": True,
        "created_by": "[12, 34]",
        "created_date_from": "2025-04-23",
        "created_date_to": "-7d",
        "dashboards": "[7]",
        "date_from": "-30d",
        "date_to": "-1h",
        "favorited": True,
        "format": "json",
        "insight": "FUNNELS",
        "last_viewed_date_from": "2025-01-01",
        "last_viewed_date_to": "2025-04-30",
        "limit": 100,
        "offset": 0,
        "refresh": "lazy_async",
        "saved": False,
        "search": "a&b=c+d/ü?",
        "short_id": "aB3dE",
        "tags": '["growth"]',
        "user": True,
    },
    request="GET /api/environments/2/insights/?basic=true&created_by=%5B12%2C%2034%5D"
    "&created_date_from=2025-04-23&created_date_to=-7d&dashboards=%5B7%5D&date_from=-30d"
    "&date_to=-1h&favorited=true&format=json&insight=FUNNELS&last_viewed_date_from=2025-01-01"
    "&last_viewed_date_to=2025-04-30&limit=100&offset=0&refresh=lazy_async&saved=false"
    "&search=a%26b%3Dc%2Bd%2F%C3%BC%3F&short_id=aB3dE&tags=%5B%22growth%22%5D&user=true",
    reply={
        "json": {
            "count": 2,
            "next": None,
            "previous": None,
            "results": [{"id": 7, "name": "Sign-ups"}, {"id": 8, "name": None}],
        }
    },
    result=[Insight(id=7, name="Sign-ups"), Insight(id=8, name=None)],
)
CREATE = Call(
    vendor=POSTHOG,
    method="insights.create",
    arguments={"format": "json", **FIELDS},
    request="POST /api/environments/2/insights/?format=json",
    body=BODY,
    reply={"status": 201, "json": {"id": 7, "short_id": "aB3dE", "name": "Sign-ups"}},
    result=Insight(id=7, short_id="aB3dE", name="Sign-ups"),
)
RETRIEVE = Call(
    vendor=POSTHOG,
    method="insights.retrieve",
    arguments={
        "id": "aB3dE",
        "filters_override": '{"date_from": "-30d"}',
        "format": "json",
        "from_dashboard": 7,
        "refresh": "force_blocking",
        "variables_override": "{}",
    },
    request="GET /api/environments/2/insights/aB3dE/"
    "?filters_override=%7B%22date_from%22%3A%20%22-30d%22%7D&format=json&from_dashboard=7"
    "&refresh=force_blocking&variables_override=%7B%7D",
    reply={
        "json": {
            "id": 7,
            "query": {"kind": "TrendsQuery"},
            "dashboard_tiles": [{"id": 1, "dashboard_id": 9, "deleted": None}],
            "created_at": "2025-04-30T08:15:30.250000Z",
            "created_by": {
                "id": 12,
                "uuid": "0196a4de-0000-4000-8000-00000000000b",
                "role_at_organization": "founder",
            },
            "result": [{"count": 3}],
            "hasMore": False,
            "is_cached": True,
        }
    },
    result=Insight(
        id=7,
        query={"kind": "TrendsQuery"},
        dashboard_tiles=[DashboardTile(id=1, dashboard_id=9, deleted=None)],
        created_at=datetime(2025, 4, 30, 8, 15, 30, 250_000, tzinfo=UTC),
        created_by=User(
            id=12,
            uuid=UUID("0196a4de-0000-4000-8000-00000000000b"),
            role_at_organization="founder",
        ),
        result=[{"count": 3}],
        has_more=False,
        is_cached=True,
    ),
)
UPDATE = Call(
    vendor=POSTHOG,
    method="insights.update",
    arguments={"id": 7, "format": "json", **FIELDS},
    request="PATCH /api/environments/2/insights/7/?format=json",
    body=BODY,
    reply={"json": {"id": 7, "favorited": True}},
    result=Insight(id=7, favorited=True),
)
DELETE = Call(
    vendor=POSTHOG,
    method="insights.delete",
    arguments={"id": 7, "format": "json"},
    request="DELETE /api/environments/2/insights/7/?format=json",
    reply={"status": 405, "json": {"code": "method_not_allowed"}},
    result=Refused(405, {"code": "method_not_allowed"}),
)
ACTIVITY = Call(
    vendor=POSTHOG,
    method="insights.activity",
    arguments={"id": 7, "format": "json", "limit": 10, "page": 1},
    request="GET /api/environments/2/insights/7/activity/?format=json&limit=10&page=1",
    reply={"json": ENTRIES},
    result=[ENTRY],
)
ALL_ACTIVITY = Call(
    vendor=POSTHOG,
    method="insights.all_activity",
    arguments={"format": "json", "limit": 10, "page": 1},
    request="GET /api/environments/2/insights/activity/?format=json&limit=10&page=1",
    reply={"json": ENTRIES},
    result=[ENTRY],
)
ANALYZE = Call(
    vendor=POSTHOG,
    method="insights.analyze",
    arguments={"id": 7, "format": "json"},
    request="GET /api/environments/2/insights/7/analyze/?format=json",
    reply={"json": {"result": "Sign-ups rise."}},
    result={"result": "Sign-ups rise."},
)
BULK_UPDATE_TAGS = Call(
    vendor=POSTHOG,
    method="insights.bulk_update_tags",
    arguments={"format": "json", "ids": [7, 8], "action": "add", "tags": ["growth"]},
    request="POST /api/environments/2/insights/bulk_update_tags/?format=json",
    body={"ids": [7, 8], "action": "add", "tags": ["growth"]},
    reply={
        "json": {
            "updated": [{"id": 7, "tags": ["growth"]}],
            "skipped": [{"id": 8, "reason": "No access"}],
        }
    },
    result=BulkUpdateTagsResponse(
        updated=[BulkUpdateTagsUpdated(id=7, tags=["growth"])],
        skipped=[BulkUpdateTagsSkipped(id=8, reason="No access")],
    ),
)
CANCEL = Call(
    vendor=POSTHOG,
    method="insights.cancel",
    arguments={"format": "json", **FIELDS},
    request="POST /api/environments/2/insights/cancel/?format=json",
    body=BODY,
    reply={"status": 200},
    result=None,
)
GENERATE_METADATA = Call(
    vendor=POSTHOG,
    method="insights.generate_metadata",
    arguments={"format": "json", **FIELDS},
    request="POST /api/environments/2/insights/generate_metadata/?format=json",
    body=BODY,
    reply={"json": {"name": "Sign-ups by week"}},
    result={"name": "Sign-ups by week"},
)

CALLS = (
    LIST,
    CREATE,
    RETRIEVE,
    UPDATE,
    DELETE,
    ACTIVITY,
    ALL_ACTIVITY,
    ANALYZE,
    BULK_UPDATE_TAGS,
    CANCEL,
    GENERATE_METADATA,
)
