"""Attributes and constructor arguments that models do not have, and values that may be absent."""

from generated.posthog import Insight, PostHogClient
from generated.posthog.models import Insite, PaginatedInsightList  # wrong
from generated.vapi import VapiClient
from generated.vapi.models import InsightRunFormatPlan, InsightTimeRangeWithStep

insight = PostHogClient(api_key="phx_...", environment_id="2").insights.retrieve(1)
answer = VapiClient(token="...").insight.run("0f8fad5b")

print(insight.titel)  # wrong
print(insight.name.upper())  # wrong
print(answer.insightId)  # wrong
print(answer.created_at.upper())  # wrong
InsightRunFormatPlan(fromat="raw")  # wrong
InsightTimeRangeWithStep(start=7)  # wrong
PaginatedInsightList(results=[])  # wrong
Insight(name=1)  # wrong
