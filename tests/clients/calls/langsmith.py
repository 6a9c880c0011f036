"""LangSmith: its one operation."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from uuid import UUID

from generated.langsmith import CreateRunClusteringJobResponse
from tests.clients.calls.call import Call
from tests.clients.vendors import LANGSMITH

CREATE_INSIGHTS_JOB = Call(
    vendor=LANGSMITH,
    method="tracer_sessions.create_insights_job",
    arguments={
        "session_id": UUID("1a2b3c4d-0000-4000-8000-00000000000a"),
        "config_id": UUID("1a2b3c4d-0000-4000-8000-00000000000b"),
        "start_time": datetime(2025, 4, 1, tzinfo=UTC),
        "end_time": datetime(2025, 4, 2, 12, 30, tzinfo=timezone(timedelta(hours=2))),
        "last_n_hours": 24,
        "hierarchy": [3, 9],
        "partitions": {"eu": 'eq(region, "eu")'},
        "sample": 0.5,
        "summary_prompt": "What do they want? Grüße\n",
        "filter": 'eq(run_type, "chain")',
        "name": "Weekly",
        "attribute_schemas": {"mood": {"type": "string", "enum": ["good", None]}},
        "user_context": {"product": "shop"},
        "model": "anthropic",
        "cluster_model": "claude",
        "summary_model": None,
        "is_scheduled": False,
        "validate_model_secrets": True,
    },
    request="POST /api/v1/sessions/1a2b3c4d-0000-4000-8000-00000000000a/insights",
    body={
        "config_id": "1a2b3c4d-0000-4000-8000-00000000000b",
        "start_time": "2025-04-01T00:00:00Z",
        "end_time": "2025-04-02T12:30:00+02:00",
        "last_n_hours": 24,
        "hierarchy": [3, 9],
        "partitions": {"eu": 'eq(region, "eu")'},
        "sample": 0.5,
        "summary_prompt": "What do they want? Grüße\n",
        "filter": 'eq(run_type, "chain")',
        "name": "Weekly",
        "attribute_schemas": {"mood": {"type": "string", "enum": ["good", None]}},
        "user_context": {"product": "shop"},
        "model": "anthropic",
        "cluster_model": "claude",
        "summary_model": None,
        "is_scheduled": False,
        "validate_model_secrets": True,
    },
    reply={
        "json": {
            "id": "1a2b3c4d-0000-4000-8000-00000000000c",
            "name": "Weekly",
            "status": "queued",
            "error": None,
        }
    },
    result=CreateRunClusteringJobResponse(
        id=UUID("1a2b3c4d-0000-4000-8000-00000000000c"), name="Weekly", status="queued", error=None
    ),
)

CALLS = (CREATE_INSIGHTS_JOB,)
