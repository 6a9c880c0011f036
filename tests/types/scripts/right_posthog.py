"""The calls of the README, as their readers will write them."""

from generated.posthog import NotFoundError, PostHogClient
from generated.posthog.models import RoleAtOrganization, RoleAtOrganizationValues

role: RoleAtOrganization = RoleAtOrganizationValues.BLANK
reveal_type(RoleAtOrganizationValues.BLANK)

with PostHogClient(api_key="phx_...", environment_id="2") as client:
    insight = client.insights.create(name="Signups", query={"kind": "TrendsQuery"}, tags=["growth"])
    assert insight.id is not None
    reveal_type(insight.id)
    client.insights.update(insight.id, description=None)
    for item in client.insights.list(search="sign", limit=100):
        reveal_type(item.name)
        print(item.name, item.model_extra)
    raw = client.with_raw_response.insights.retrieve(insight.id)
    reveal_type(raw.status_code)
    reveal_type(client.with_options(timeout=5, max_retries=0, environment_id="3"))
    try:
        client.insights.retrieve("sB2x")
    except NotFoundError as error:
        reveal_type(error.status_code)
        reveal_type(error.request_id)
