"""A string is no sequence of strings, and the members of a sequence have a type."""

from collections.abc import Mapping
from uuid import UUID

from generated.langsmith import LangSmithClient
from generated.posthog import PostHogClient

posthog = PostHogClient(api_key="phx_...", environment_id="2")

posthog.insights.create(tags="growth")  # wrong
posthog.insights.create(tags=["growth", 1])  # wrong
posthog.insights.create(tags={"growth"})  # wrong
posthog.insights.create(dashboards=["1"])  # wrong
posthog.insights.bulk_update_tags(ids=1, action="add", tags=["growth"])  # wrong
posthog.insights.bulk_update_tags(ids=[1], action="add", tags="growth")  # wrong
LangSmithClient(api_key="...").tracer_sessions.create_insights_job(UUID(int=1), hierarchy="10")  # wrong

tags: Mapping[int, str] = {0: "growth"}
posthog.insights.create(tags=tags)  # wrong
