"""Nested objects are models, under Python names, or plain dicts; models are plain attributes."""

from generated.vapi import AsyncVapiClient, InsightRunFormatPlan, InsightRunResponse, VapiClient
from generated.vapi.models import InsightTimeRangeWithStep

with VapiClient(token="...", base_url="https://api.eu.vapi.ai", headers={"X-Team": "growth"}) as client:
    answer: InsightRunResponse = client.insight.run(
        "0f8fad5b",
        format_plan=InsightRunFormatPlan(format="recharts"),
        time_range_override=InsightTimeRangeWithStep(step="day", start="-7d", end="now"),
    )
    reveal_type(answer.created_at)
    reveal_type(answer.insight_id)
    reveal_type(answer.model_extra)
    client.insight.run(id="0f8fad5b", format_plan={"format": "raw"})


async def run_later() -> InsightRunResponse:
    async with AsyncVapiClient() as later:
        return await later.insight.run("0f8fad5b", time_range_override={"start": "-7d"})
