"""The asynchronous client is the synchronous one with `await`; pages are iterated over directly."""

from uuid import UUID

from generated.posthog import AsyncPostHogClient, MissingCredentialsError


async def main() -> None:
    async with AsyncPostHogClient(api_key="phx_...", environment_id="2") as client:
        reveal_type(await client.insights.create(name="Signups", tags=("growth",)))
        reveal_type(await client.insights.retrieve(1, format="csv"))
        reveal_type(await client.insights.list(limit=10))
        reveal_type(await client.insights.list(format="csv"))
        async for insight in client.insights.list(search="sign"):
            reveal_type(insight)
        async for threshold in client.insights.thresholds.list(1):
            reveal_type(threshold)
        async for page in client.insights.thresholds.list(1).pages():
            reveal_type(page.items)
        raw = await client.with_raw_response.insights.thresholds.retrieve(1, UUID(int=1))
        reveal_type(raw.parse())
        reveal_type(client.with_options(timeout=None))


def connect() -> AsyncPostHogClient | None:
    try:
        return AsyncPostHogClient()
    except MissingCredentialsError:
        return None
