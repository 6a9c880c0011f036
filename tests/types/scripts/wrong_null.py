"""None where the document has no null."""

from uuid import UUID

from generated.langsmith import LangSmithClient
from generated.posthog import PostHogClient
from generated.vapi import VapiClient

posthog = PostHogClient(api_key="phx_...", environment_id="2")

posthog.insights.retrieve(None)  # wrong
posthog.insights.list(limit=None)  # wrong
posthog.insights.update(1, tags=None)  # wrong
posthog.insights.update(1, favorited=None)  # wrong
posthog.insights.retrieve(1, refresh=None)  # wrong
VapiClient(token="...").insight.run("0f8fad5b", format_plan=None)  # wrong
LangSmithClient(api_key="...").tracer_sessions.create_insights_job(UUID(int=1), model=None)  # wrong
LangSmithClient(api_key="...").tracer_sessions.create_insights_job(UUID(int=1), is_scheduled=None)  # wrong
