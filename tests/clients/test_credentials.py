"""Credentials: by argument, by variable, and never seen by anyone but the server."""

from __future__ import annotations

import inspect
from typing import Any

import pytest

from generated import langsmith, posthog, vapi
from generated.vapi.resources.insight import AsyncInsight, Insight
from tests.clients.answers import JOB
from tests.clients.calls import CALLS
from tests.clients.calls.call import Call
from tests.clients.driver import Driver
from tests.clients.vendors import LANGSMITH, POSTHOG, SECRET, TENANT, VAPI, VENDORS, Vendor

MISSING = {
    "vapi": r"Vapi needs credentials: pass token= \(or set VAPI_TOKEN\)",
    "langsmith": (
        r"LangSmith needs credentials: pass api_key= \(or set LANGSMITH_API_KEY\), or "
        r"token= \(or set LANGSMITH_TOKEN\) and tenant_id= \(or set LANGSMITH_TENANT_ID\)"
    ),
    "posthog": r"PostHog needs credentials: pass api_key= \(or set POSTHOG_API_KEY\)",
}
VARIABLES = {
    "vapi": "VAPI_TOKEN",
    "langsmith": "LANGSMITH_API_KEY",
    "posthog": "POSTHOG_API_KEY",
}
EVERY_VENDOR = pytest.mark.parametrize("vendor", VENDORS, ids=lambda vendor: vendor.package)


def a_call(vendor: Vendor) -> Call:
    return next(call for call in CALLS if call.vendor is vendor)


def create_job(client: Any) -> Any:
    return client.tracer_sessions.create_insights_job("s")


@EVERY_VENDOR
@pytest.mark.parametrize("nothing", [None, ""])
def test_missing_credentials_are_told_when_the_client_is_made(
    vendor: Vendor, nothing: str | None
) -> None:
    """Without credentials there is no client; the error names every argument and variable."""
    given = dict.fromkeys(vendor.options, nothing)
    with pytest.raises(Exception, match=f"^{MISSING[vendor.package]}$") as caught:
        vendor.sync_client(**given)
    with pytest.raises(type(caught.value), match=f"^{MISSING[vendor.package]}$"):
        vendor.async_client(**given)
    assert type(caught.value).__name__ == "MissingCredentialsError"


@EVERY_VENDOR
def test_credentials_may_be_variables(
    drive: Driver, vendor: Vendor, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A credential that is no argument is read from its environment variable."""
    monkeypatch.setenv(VARIABLES[vendor.package], SECRET)
    monkeypatch.setenv("POSTHOG_ENVIRONMENT_ID", "2")
    call = a_call(vendor)
    drive.server.reply(**call.reply)
    drive(vendor, call.on, **dict.fromkeys(vendor.options))
    assert drive.server.request.target == call.request.split()[1]
    assert vendor.credentials.items() <= dict(drive.server.request.headers).items()


@EVERY_VENDOR
def test_an_argument_goes_before_its_variable(
    drive: Driver, vendor: Vendor, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A credential given as argument is used whatever the variable says."""
    monkeypatch.setenv(VARIABLES[vendor.package], "other")
    call = a_call(vendor)
    drive.server.reply(**call.reply)
    drive(vendor, call.on)
    assert vendor.credentials.items() <= dict(drive.server.request.headers).items()


@EVERY_VENDOR
def test_a_client_does_not_show_its_credentials(vendor: Vendor) -> None:
    """Neither repr nor str of a client has a secret in it."""
    with vendor.sync_client(**vendor.options) as client:
        assert SECRET not in f"{client!r} {client} {client.with_options(max_retries=1)!r}"


@pytest.mark.parametrize("resource", [Insight, AsyncInsight])
def test_vapis_authorization_is_never_an_argument(resource: Any) -> None:
    """Vapi declares `Authorization` as a parameter; it is the credential, and no argument."""
    assert list(inspect.signature(resource.run).parameters) == [
        "self",
        "id",
        "format_plan",
        "time_range_override",
    ]


def test_langsmith_takes_an_api_key_alone(drive: Driver) -> None:
    """An API key is sent as X-API-Key, with nothing beside it."""
    drive.server.reply(json=JOB)
    drive(LANGSMITH, create_job)
    assert drive.server.request.headers["x-api-key"] == SECRET
    assert not {"authorization", "x-tenant-id"} & set(drive.server.request.headers)


def test_langsmith_takes_a_bearer_token_with_a_tenant(drive: Driver) -> None:
    """A bearer token goes together with the tenant, without an API key."""
    drive.server.reply(json=JOB)
    drive(LANGSMITH, create_job, api_key=None, token=SECRET, tenant_id=TENANT)
    assert drive.server.request.headers["authorization"] == f"Bearer {SECRET}"
    assert drive.server.request.headers["x-tenant-id"] == TENANT
    assert "x-api-key" not in drive.server.request.headers


@pytest.mark.parametrize("given", [{"tenant_id": TENANT}, {"token": SECRET}])
def test_langsmith_refuses_half_a_credential(given: dict[str, Any]) -> None:
    """A tenant alone is no credential, nor is a bearer token without one."""
    with pytest.raises(langsmith.MissingCredentialsError, match=MISSING["langsmith"]):
        langsmith.LangSmithClient(**given)
    with pytest.raises(langsmith.MissingCredentialsError, match=MISSING["langsmith"]):
        langsmith.AsyncLangSmithClient(**given)


@pytest.mark.parametrize("secret", ["line\nbreak", "null\0"])
def test_a_credential_that_no_header_can_carry_is_refused(drive: Driver, secret: str) -> None:
    """Characters that would end the header are refused, by a message without the secret."""
    with pytest.raises(ValueError, match="'token'") as caught:
        drive(VAPI, lambda client: client.insight.run("i-1"), token=secret)
    assert secret not in str(caught.value)
    assert drive.server.requests == []


def test_each_client_has_its_own_errors() -> None:
    """The runtimes of two clients in one program do not share their classes."""
    assert not issubclass(vapi.NotFoundError, posthog.APIError)


@pytest.mark.parametrize(
    "target",
    [
        "http://127.0.0.1:9/elsewhere",
        "//localhost/elsewhere",
        "http://user:password@{host}/elsewhere",
        "mailto:a@b.example",
    ],
)
def test_credentials_stay_at_home(drive: Driver, target: str) -> None:
    """A redirect that would take the credentials elsewhere, or replace them, is not followed."""
    location = target.format(host=drive.server.url.removeprefix("http://"))
    drive.server.reply(302, headers={"Location": location}).reply(json={"id": 7})
    with pytest.raises(posthog.APIStatusError, match="302 Found: not redirected"):
        drive(POSTHOG, lambda client: client.insights.retrieve(7))
    assert len(drive.server.requests) == 1
