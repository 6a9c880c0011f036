"""Every call with every argument, judged by Prism against the vendor's document."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Any

import httpx2
import pytest
from pydantic import TypeAdapter

from generated.langsmith import LangSmithClient
from generated.posthog import APIStatusError, Page, PostHogClient
from tests.clients.calls import CALLS, Call
from tests.clients.calls.with_csv import WITH_CSV
from tests.clients.vendors import LANGSMITH, POSTHOG, SECRET, TENANT, VAPI, Vendor
from tests.prism.conftest import Prism

DEPRECATED = pytest.mark.filterwarnings("ignore:Always refused:DeprecationWarning")
EVERY_CALL = pytest.mark.parametrize("call", CALLS, ids=str)
ANSWERED = [call for call in CALLS if call.reply.get("status", 200) in (200, 201)]
LANGSMITH_CALL = next(call for call in CALLS if call.vendor is LANGSMITH)
ANYTHING = TypeAdapter[Any](Any)

RUN = "/reporting/insight/1/run"
JOB = "/api/v1/sessions/1a2b3c4d-0000-4000-8000-00000000000a/insights"
INSIGHTS = "/api/environments/2/insights/"


def answer(call: Call, url: str) -> Any:
    """Make the call with a synchronous client and return the raw response."""
    with call.vendor.sync_client(base_url=url, **call.vendor.options) as client:
        try:
            return call.on(client.with_raw_response)
        except APIStatusError as error:
            return error.response


async def answer_async(call: Call, url: str) -> Any:
    """Make the call with an asynchronous client and return the raw response."""
    async with call.vendor.async_client(base_url=url, **call.vendor.options) as client:
        try:
            return await call.on(client.with_raw_response)
        except APIStatusError as error:
            return error.response


@EVERY_CALL
@DEPRECATED
def test_prism_accepts_what_the_synchronous_client_sends(call: Call, prism: Prism) -> None:
    """Prism finds nothing wrong with a request and answers with the documented status."""
    raw = answer(call, prism(call.vendor))
    assert "sl-violations" not in raw.headers
    assert raw.status_code == call.reply.get("status", 200), raw.text


@EVERY_CALL
@DEPRECATED
def test_prism_accepts_what_the_asynchronous_client_sends(call: Call, prism: Prism) -> None:
    """Prism finds nothing wrong with an awaited request either."""
    raw = asyncio.run(answer_async(call, prism(call.vendor)))
    assert "sl-violations" not in raw.headers
    assert raw.status_code == call.reply.get("status", 200), raw.text


@pytest.mark.parametrize("call", ANSWERED, ids=str)
def test_an_answer_by_the_document_survives_our_models(call: Call, prism: Prism) -> None:
    """What Prism makes up by the document is, read as a model and written again, the same."""
    raw = answer(call, prism(call.vendor))
    value = raw.parse()
    body = value.raw if isinstance(value, Page) else value
    assert ANYTHING.dump_python(body, mode="json", exclude_unset=True) == raw.json()


@pytest.mark.parametrize("name", WITH_CSV)
def test_prism_answers_with_csv_where_it_is_asked_to(name: str, prism: Prism) -> None:
    """With format="csv" the client accepts the media type that the document has for it."""
    options: dict[str, Any] = {**POSTHOG.options, "base_url": prism(POSTHOG)}
    with PostHogClient(**options) as client:
        raw = WITH_CSV[name](client.with_raw_response)
    assert raw.headers["content-type"] == "text/csv"
    assert raw.parse() == raw.text


@pytest.mark.parametrize(
    "credentials",
    [
        {"api_key": SECRET},
        {"token": SECRET, "tenant_id": TENANT},
        {"api_key": SECRET, "tenant_id": TENANT},
    ],
)
def test_prism_accepts_each_of_langsmiths_credentials(
    credentials: dict[str, Any], prism: Prism
) -> None:
    """An API key, or a bearer token with a tenant, satisfies the document."""
    with LangSmithClient(**credentials, base_url=prism(LANGSMITH)) as client:
        raw = client.with_raw_response.tracer_sessions.create_insights_job(
            **LANGSMITH_CALL.arguments
        )
    assert raw.status_code == 200


@pytest.mark.parametrize(
    ("vendor", "request_line", "content", "status"),
    [
        (VAPI, f"POST {RUN}", {"json": {"format_plan": {"format": "raw"}}}, 422),
        (VAPI, f"POST {RUN}", {"json": {"formatPlan": None}}, 422),
        (VAPI, f"POST {RUN}", {"json": {"timeRangeOverride": {"step": "fortnight"}}}, 422),
        (LANGSMITH, f"POST {JOB}", {}, 422),
        (LANGSMITH, f"POST {JOB}", {"json": {"is_scheduled": None}}, 422),
        (LANGSMITH, f"POST {JOB}", {"json": {"startTime": None}}, 422),
        (LANGSMITH, "POST /api/v1/sessions/mine/insights", {"json": {}}, 422),
        (POSTHOG, f"POST {INSIGHTS}bulk_update_tags/", {"json": {"ids": [7]}}, 422),
        (POSTHOG, f"PATCH {INSIGHTS}7/", {"json": {"create_in_folder": "a"}}, 422),
        (POSTHOG, f"POST {INSIGHTS}", {"data": {"name": "a"}}, 415),
        (POSTHOG, f"GET {INSIGHTS}?basic=True", {}, 422),
        (POSTHOG, f"GET {INSIGHTS}?refresh=soon", {}, 422),
        (POSTHOG, f"GET {INSIGHTS}a/b/", {}, 404),
        (POSTHOG, f"DELETE {INSIGHTS}7/?format=xml", {}, 422),
    ],
)
def test_prism_refuses_a_wrong_request(
    vendor: Vendor, request_line: str, content: Mapping[str, Any], status: int, prism: Prism
) -> None:
    """Python names for fields, null where none may be, `True`, unknown values: Prism sees it."""
    method, target = request_line.split()
    url = f"{prism(vendor)}{target}"
    answered = httpx2.request(method, url, headers=vendor.credentials, **content)
    assert answered.status_code == status


@pytest.mark.parametrize(
    ("vendor", "target", "headers"),
    [
        (LANGSMITH, JOB, {"X-Tenant-Id": TENANT}),
        (LANGSMITH, JOB, {"Authorization": f"Bearer {SECRET}"}),
        (POSTHOG, INSIGHTS, {}),
        (POSTHOG, INSIGHTS, {"Authorization": f"Basic {SECRET}"}),
    ],
)
def test_prism_refuses_wrong_credentials(
    vendor: Vendor, target: str, headers: dict[str, str], prism: Prism
) -> None:
    """A tenant alone, a bearer token without one, the wrong scheme or nothing is a 401."""
    answered = httpx2.post(f"{prism(vendor)}{target}", headers=headers, json={})
    assert answered.status_code == 401
