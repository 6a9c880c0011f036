"""Typing mistakes in enums that only requests use; those of answers are open on purpose."""

from uuid import UUID

from generated.langsmith import LangSmithClient
from generated.posthog import PostHogClient
from generated.posthog.models import RoleAtOrganizationValues
from generated.vapi import VapiClient
from generated.vapi.models import InsightRunFormatPlan, InsightTimeRangeWithStep

posthog = PostHogClient(api_key="phx_...", environment_id="2")

LangSmithClient(api_key="...").tracer_sessions.create_insights_job(UUID(int=1), model="antropic")  # wrong
InsightRunFormatPlan(format="rechart")  # wrong
InsightTimeRangeWithStep(step="days")  # wrong
VapiClient(token="...").insight.run("0f8fad5b", format_plan=InsightRunFormatPlan(format="RAW"))  # wrong
posthog.insights.retrieve(1, refresh="blokcing")  # wrong
posthog.insights.list(insight="TREND")  # wrong
posthog.insights.bulk_update_tags(ids=[1], action="append", tags=["growth"])  # wrong
RoleAtOrganizationValues.BLANK = "none"  # wrong
