"""Base URL, headers, copies with other options, raw responses."""

from __future__ import annotations

from typing import Any

import pytest

from generated.posthog import (
    AsyncPostHogClient,
    ConfigurationError,
    Insight,
    NotFoundError,
    PostHogClient,
)
from tests.clients.calls import CALLS
from tests.clients.driver import Driver
from tests.clients.vendors import POSTHOG, SECRET, VENDORS, Vendor
from tests.runtime.helpers import each

DEFAULT_URLS = {
    "vapi": "https://api.vapi.ai",
    "langsmith": "https://api.smith.langchain.com",
    "posthog": "https://us.posthog.com",
}
EVERY_VENDOR = pytest.mark.parametrize("vendor", VENDORS, ids=lambda vendor: vendor.package)


def retrieve(client: Any) -> Any:
    return client.insights.retrieve(7)


@EVERY_VENDOR
def test_the_documents_server_is_the_default(vendor: Vendor) -> None:
    """Without base_url a client calls the host of its document, or of the overlay."""
    with vendor.sync_client(**vendor.options) as client:
        assert DEFAULT_URLS[vendor.package] in repr(client)


@EVERY_VENDOR
def test_the_base_url_may_be_a_variable(
    drive: Driver, vendor: Vendor, monkeypatch: pytest.MonkeyPatch
) -> None:
    """<CLIENT>_BASE_URL serves where base_url is not given."""
    monkeypatch.setenv(f"{vendor.package.upper()}_BASE_URL", drive.server.url)
    call = next(call for call in CALLS if call.vendor is vendor)
    drive.server.reply(**call.reply)
    drive(vendor, call.on, base_url=None)
    assert drive.server.request.target == call.request.split()[1]


def test_the_argument_goes_before_the_variable(
    drive: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    """base_url is used whatever the variable says."""
    monkeypatch.setenv("POSTHOG_BASE_URL", "http://127.0.0.1:9")
    drive.server.reply(json={"id": 7})
    assert drive(POSTHOG, retrieve).id == 7


@pytest.mark.parametrize("tail", ["/proxy/v1", "/proxy/v1/"])
def test_a_base_url_may_have_a_path(drive: Driver, tail: str) -> None:
    """The path of base_url stays, with one slash between it and the operation's."""
    drive.server.reply(json={"id": 7})
    drive(POSTHOG, retrieve, base_url=f"{drive.server.url}{tail}")
    assert drive.server.request.target == "/proxy/v1/api/environments/2/insights/7/"


@pytest.mark.parametrize("url", ["us.posthog.com", "ftp://us.posthog.com", "https://"])
def test_a_base_url_that_is_none_is_refused(url: str) -> None:
    """A base URL without http(s) and a host is an error when the client is made."""
    with pytest.raises(ConfigurationError, match="base_url"):
        PostHogClient(api_key=SECRET, base_url=url)
    with pytest.raises(ConfigurationError, match="base_url"):
        AsyncPostHogClient(api_key=SECRET, base_url=url)


def test_headers_of_the_client_go_with_every_call(drive: Driver) -> None:
    """headers= are sent with each call, and those of with_options beside them."""
    drive.server.always(json={"id": 7})
    drive(
        POSTHOG,
        lambda client: each(
            retrieve(client), retrieve(client.with_options(headers={"X-Two": "2"}))
        ),
        headers={"X-One": "1"},
    )
    sent = [request.headers for request in drive.server.requests]
    assert [(one["x-one"], one.get("x-two")) for one in sent] == [("1", None), ("1", "2")]


def test_a_copy_has_its_own_environment(drive: Driver) -> None:
    """with_options(environment_id=...) changes the copy; the client stays as it was."""
    drive.server.always(json={"id": 7})
    drive(
        POSTHOG,
        lambda client: each(retrieve(client.with_options(environment_id="3")), retrieve(client)),
    )
    assert [request.path.split("/")[3] for request in drive.server.requests] == ["3", "2"]


def test_a_raw_response_is_the_answer_and_its_value(drive: Driver) -> None:
    """with_raw_response gives status, headers and bytes; parse() makes the value of them."""
    drive.server.reply(json={"id": 7}, headers={"X-Request-Id": "r-1", "X-Left": "99"})
    raw = drive(POSTHOG, lambda client: client.with_raw_response.insights.retrieve(7))
    assert (raw.status_code, raw.headers["x-left"], raw.request_id) == (200, "99", "r-1")
    assert raw.content == b'{"id": 7}'
    assert raw.parse() == Insight(id=7)


def test_a_raw_response_shows_its_request_without_credentials(drive: Driver) -> None:
    """http_request of a raw response has method, URL and headers, the credential replaced."""
    drive.server.reply(json={"id": 7})
    raw = drive(POSTHOG, lambda client: client.with_raw_response.insights.retrieve(7))
    assert raw.http_request.method == "GET"
    assert str(raw.http_request.url) == f"{drive.server.url}/api/environments/2/insights/7/"
    assert raw.http_request.headers["authorization"] == "***"


def test_a_refused_call_raises_with_raw_responses_too(drive: Driver) -> None:
    """An error is an error, raw responses or not."""
    drive.server.reply(404)
    with pytest.raises(NotFoundError):
        drive(POSTHOG, lambda client: client.with_raw_response.insights.retrieve(7))


@pytest.mark.parametrize("call", CALLS, ids=str)
@pytest.mark.filterwarnings("ignore:Always refused:DeprecationWarning")
def test_every_call_has_its_raw_response(drive: Driver, call: Any) -> None:
    """with_raw_response has every operation under its own name, and sends the same request."""
    drive.server.reply(**{**call.reply, "status": 200})
    raw = drive(call.vendor, lambda client: call.on(client.with_raw_response))
    assert raw.status_code == 200
    assert f"{drive.server.request.method} {drive.server.request.target}" == call.request
    assert drive.server.request.body == call.content
