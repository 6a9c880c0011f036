"""Sync where async is meant, and the other way round."""

from generated.posthog import AsyncPostHogClient, PostHogClient
from generated.vapi import AsyncVapiClient

sync = PostHogClient(api_key="phx_...", environment_id="2")
later = AsyncPostHogClient(api_key="phx_...", environment_id="2")


async def main() -> None:
    await sync.insights.retrieve(1)  # wrong
    async for insight in sync.insights.list():  # wrong
        print(insight)
    for insight in later.insights.list():  # wrong
        print(insight)
    print(later.insights.retrieve(1).name)  # wrong
    print(later.insights.list().items)  # wrong
    async with sync:  # wrong
        print("open")
    with AsyncVapiClient(token="..."):  # wrong
        print("open")
