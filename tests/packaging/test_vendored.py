"""A client is a folder: it works wherever it is copied to, under any name."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.packaging.environments import run
from tests.support.expected import TESTS
from tests.support.server import RecordingServer

CALLS = """
import asyncio, sys
from app._vendor.ph import AsyncPostHogClient, Insight, NotFoundError, PostHogClient

async def main():
    async with AsyncPostHogClient() as client:
        print([item.name async for item in client.insights.list(limit=1)])

with PostHogClient() as client:
    insight = client.insights.retrieve(7)
    print(type(insight) is Insight, insight.name, insight.model_extra)
    try:
        client.insights.update(8, description=None)
    except NotFoundError as error:
        print(type(error.body).__name__, error.body.detail)
asyncio.run(main())
print(sorted({name.partition(".")[0] for name in sys.modules} & {"generated", "generator"}))
"""


@pytest.fixture
def server() -> Iterator[RecordingServer]:
    with RecordingServer() as server:
        server.reply(200, json={"id": 7, "name": "Signups", "brand_new": True})
        server.reply(404, json={"type": "invalid_request", "code": "gone", "detail": "No insight."})
        page = {"count": 2, "next": f"{server.url}/next?offset=1", "previous": None}
        server.reply(200, json={**page, "results": [{"name": "One"}]})
        server.reply(200, json={**page, "next": None, "results": [{"name": "Two"}]})
        yield server


def test_vendored_client_works(
    tmp_path: Path, bare_environment: Path, server: RecordingServer
) -> None:
    """A copied client works unchanged beside nothing but httpx2 and pydantic."""
    copy = tmp_path / "elsewhere" / "app" / "_vendor" / "ph"
    shutil.copytree(TESTS.parent / "generated" / "posthog", copy)
    variables = {
        "POSTHOG_API_KEY": "phx_test",
        "POSTHOG_ENVIRONMENT_ID": "2",
        "POSTHOG_BASE_URL": server.url,
    }
    python = str(bare_environment / "python")

    printed = run((python, "-W", "error", "-c", CALLS), tmp_path / "elsewhere", **variables)

    assert printed.splitlines() == [
        "True Signups {'brand_new': True}",
        "ErrorResponse No insight.",
        "['One', 'Two']",
        "[]",
    ]
    assert [f"{request.method} {request.target}" for request in server.requests] == [
        "GET /api/environments/2/insights/7/",
        "PATCH /api/environments/2/insights/8/",
        "GET /api/environments/2/insights/?limit=1",
        "GET /next?offset=1",
    ]
    assert server.requests[1].json == {"description": None}
    assert {request.headers["authorization"] for request in server.requests} == {"Bearer phx_test"}
