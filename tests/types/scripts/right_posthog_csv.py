"""The parameter that selects the answer's media type selects its type, too."""

from generated.posthog import NOT_GIVEN, NotGiven, PostHogClient
from generated.posthog.models import OutputFormat

client = PostHogClient(api_key="phx_...", environment_id="2")

reveal_type(client.insights.retrieve(1))
reveal_type(client.insights.retrieve(1, format="json"))
reveal_type(client.insights.retrieve(1, format="csv"))
reveal_type(client.insights.create(name="Signups"))
reveal_type(client.insights.create(name="Signups", format="csv"))
reveal_type(client.insights.list())
reveal_type(client.insights.list(format="csv"))


def export(format: OutputFormat, limit: int | NotGiven = NOT_GIVEN) -> None:
    reveal_type(client.insights.retrieve(1, format=format))
    reveal_type(client.insights.list(limit=limit))
