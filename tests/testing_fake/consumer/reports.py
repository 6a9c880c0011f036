"""A program that uses a client, as one that vendors it would."""

from __future__ import annotations

from generated.posthog import APIConnectionError, AsyncPostHogClient, NotFoundError, PostHogClient


def title(client: PostHogClient, number: int) -> str:
    """Return what to call an insight."""
    try:
        return client.insights.retrieve(number).name or "unnamed"
    except NotFoundError as error:
        return f"gone: {error.body.detail}"
    except APIConnectionError:
        return "unknown"


def table(client: PostHogClient, number: int) -> str:
    """Return an insight as a table."""
    return client.insights.retrieve(number, format="csv")


def copy(client: PostHogClient, number: int) -> int | None:
    """Make a second insight with the query of the first."""
    first = client.insights.retrieve(number)
    return client.insights.create(name=f"Copy of {first.name}", query=first.query).id


def titles(client: PostHogClient) -> list[str | None]:
    """Return the names of all insights."""
    return [insight.name for insight in client.insights.list(limit=2)]


async def titles_later(client: AsyncPostHogClient) -> list[str | None]:
    """Return the names of all insights."""
    return [insight.name async for insight in client.insights.list(limit=2)]


def titles_of_environment(key: str, number: str) -> list[str | None]:
    """Return the names of all insights, with a client of its own."""
    with PostHogClient(api_key=key, environment_id=number) as client:
        return titles(client)
