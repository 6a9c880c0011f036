"""Debug logging, which never shows a credential."""

from __future__ import annotations

import logging

import pytest

from tests.clients.calls import CALLS
from tests.clients.driver import Driver
from tests.clients.vendors import LANGSMITH, POSTHOG, SECRET, TENANT, VENDORS, Vendor


@pytest.mark.parametrize("vendor", VENDORS, ids=lambda vendor: vendor.package)
def test_calls_are_logged_without_credentials(
    drive: Driver, vendor: Vendor, caplog: pytest.LogCaptureFixture
) -> None:
    """At DEBUG a client logs requests and answers under its own name, its credentials hidden."""
    caplog.set_level(logging.DEBUG)
    call = next(call for call in CALLS if call.vendor is vendor)
    drive.server.reply(**call.reply)
    drive(vendor, call.on)
    logged = [r.getMessage() for r in caplog.records if r.name.startswith("generated.")]
    assert f"{drive.server.url}{call.request.split()[1]}" in logged[0]
    assert "***" in logged[0]
    assert logged[0].endswith(" → 200")
    assert SECRET not in caplog.text


def test_every_credential_of_langsmith_is_hidden(
    drive: Driver, caplog: pytest.LogCaptureFixture
) -> None:
    """Bearer token and tenant are hidden, too."""
    caplog.set_level(logging.DEBUG)
    drive.server.reply(422, json={})
    with pytest.raises(Exception, match="422"):
        drive(
            LANGSMITH,
            lambda client: client.tracer_sessions.create_insights_job("s"),
            api_key=None,
            token=SECRET,
            tenant_id=TENANT,
        )
    assert "x-tenant-id" in caplog.text
    assert SECRET not in caplog.text
    assert TENANT not in caplog.text


def test_retries_are_logged(drive: Driver, caplog: pytest.LogCaptureFixture) -> None:
    """One can see that a request is sent again, and after how long."""
    caplog.set_level(logging.DEBUG, "generated.posthog")
    drive.server.reply(429, headers={"Retry-After": "2"}).reply(json={"id": 7})
    drive(POSTHOG, lambda client: client.insights.retrieve(7))
    assert "GET /api/environments/2/insights/7/: retry 1 in 2.00 s" in caplog.text


def test_nothing_is_logged_unasked(drive: Driver, caplog: pytest.LogCaptureFixture) -> None:
    """Above DEBUG a client is silent."""
    caplog.set_level(logging.INFO, "generated.posthog")
    drive.server.reply(500).reply(json={"id": 7})
    drive(POSTHOG, lambda client: client.insights.retrieve(7))
    assert [r for r in caplog.records if r.name.startswith("generated.")] == []
