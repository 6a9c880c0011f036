"""A fake knows what each operation returns, and makes models of the class that is asked for."""

import httpx2

from generated.posthog.models import ErrorResponse, Insight, RefreshMode, Threshold
from generated.posthog.testing import fake_posthog, make

with fake_posthog() as fake:
    fake.insights.retrieve.returns(make(Insight, name="Signups"))
    fake.insights.retrieve.returns({"name": "Signups"}, headers={"x-request-id": "r-1"})
    fake.insights.retrieve.returns("day,count\n")
    fake.insights.retrieve.returns_each(make(Insight), make(Insight))
    fake.insights.retrieve.raises(404, make(ErrorResponse)).then.fails(httpx2.ReadTimeout("late"))
    fake.insights.list.returns([make(Insight), {"name": "Two"}], [make(Insight)])
    fake.insights.thresholds.list.returns([make(Threshold)])
    fake.insights.delete.returns(None)
    reveal_type(fake.client)
    reveal_type(fake.async_client)
    reveal_type(fake.insights.retrieve)
    reveal_type(fake.insights.list)
    reveal_type(fake.insights.retrieve.calls[0].arguments)
    reveal_type(make(Insight, name="Signups"))
    reveal_type(make(RefreshMode))
