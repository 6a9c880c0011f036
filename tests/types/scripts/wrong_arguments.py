"""Arguments that are misspelled, of the wrong type, missing, or in the wrong place."""

from uuid import UUID

from generated.langsmith import LangSmithClient
from generated.posthog import PostHogClient
from generated.vapi import VapiClient

posthog = PostHogClient(api_key="phx_...", environment_id="2")
vapi = VapiClient(token="...")
langsmith = LangSmithClient(api_key="...")

posthog.insights.list(serach="sign")  # wrong
posthog.insights.list(limit="100")  # wrong
posthog.insights.list(100)  # wrong
posthog.insights.retrieve()  # wrong
posthog.insights.retrieve(1.5)  # wrong
posthog.insights.retrieve(1, format="xml")  # wrong
posthog.insights.bulk_update_tags(ids=[1])  # wrong
posthog.insights.create(name="Signups", query="TrendsQuery")  # wrong
posthog.insights.thresholds.retrieve(1)  # wrong
posthog.with_options(api_key="phx_...")  # wrong
posthog.with_raw_response.insights.thresholds.retrieve("ab-cd")  # wrong
vapi.insight.run()  # wrong
vapi.insight.run(7)  # wrong
vapi.insight.run("0f8fad5b", formatPlan={"format": "raw"})  # wrong
vapi.insight.run("0f8fad5b", format_plan="raw")  # wrong
vapi.insight.run("0f8fad5b", authorization="Bearer ...")  # wrong
langsmith.tracer_sessions.create_insights_job("5f0c0e0f-7d4b-4b43-8a3f-2f7a1d7c2b11")  # wrong
langsmith.tracer_sessions.create_insights_job(UUID(int=1), start_time="2025-01-01")  # wrong
langsmith.tracer_sessions.create_insights_job(UUID(int=1), last_n_hours=1.5)  # wrong
langsmith.tracer_sessions.create_insights_job(UUID(int=1), user_context={"goal": 1})  # wrong
PostHogClient("phx_...")  # wrong
PostHogClient(api_key=1)  # wrong
PostHogClient(token="phx_...")  # wrong
VapiClient(api_key="...")  # wrong
