"""Dates, UUIDs, nulls and alternatives of credentials have their Python types."""

from datetime import UTC, datetime
from uuid import UUID

from generated.langsmith import LangSmithClient, UnprocessableEntityError
from generated.langsmith.models import HTTPValidationError

SESSION = UUID("5f0c0e0f-7d4b-4b43-8a3f-2f7a1d7c2b11")

with LangSmithClient(api_key="lsv2_...") as client:
    job = client.tracer_sessions.create_insights_job(
        SESSION,
        start_time=datetime(2025, 1, 1, tzinfo=UTC),
        end_time=None,
        last_n_hours=24,
        hierarchy=[10, 3],
        partitions={"tier": 'eq(name, "gold")'},
        sample=0.5,
        model="anthropic",
        validate_model_secrets=False,
    )
    reveal_type(job.id)
    reveal_type(job.error)
    try:
        client.tracer_sessions.create_insights_job(SESSION, sample=100, model="openai")
    except UnprocessableEntityError as error:
        if isinstance(error.body, HTTPValidationError):
            reveal_type(error.body.detail)

LangSmithClient(token="...", tenant_id="...", timeout=None, max_retries=5)
