"""A page has its items, its body and the pages after it; iterating goes on over all of them."""

from generated.posthog import Page, PostHogClient
from generated.posthog.models import Insight, PaginatedInsightList

client = PostHogClient(api_key="phx_...", environment_id="2")

page: Page[Insight, PaginatedInsightList] = client.insights.list(limit=10)
reveal_type(page.items)
reveal_type(page.raw.count)
reveal_type(page.has_next)
reveal_type(page.next_page())
for one in page.pages():
    reveal_type(one)
for insight in page:
    reveal_type(insight)
for threshold in client.insights.thresholds.list(1):
    reveal_type(threshold)
