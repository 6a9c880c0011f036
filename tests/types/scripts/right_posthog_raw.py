"""A raw response knows what its `parse` gives, and takes the same arguments as the operation."""

from uuid import UUID

import httpx2

from generated.posthog import PostHogClient, RawResponse
from generated.posthog.models import Threshold

client = PostHogClient(api_key="phx_...", environment_id="2")

raw: RawResponse[Threshold] = client.with_raw_response.insights.thresholds.retrieve(1, UUID(int=1))
headers: httpx2.Headers = raw.headers
reveal_type(raw.content)
reveal_type(raw.parse())
reveal_type(client.with_raw_response.insights.thresholds.list(1).parse())
reveal_type(client.with_raw_response.insights.delete(1).parse())
