"""Debug logging: everything but the credentials."""

from __future__ import annotations

import logging
from typing import Any

import httpx2
import pytest
from runtime.errors import APIConnectionError

from tests.runtime.conftest import API_KEY, Shop
from tests.runtime.helpers import PET
from tests.runtime.petshop import PetshopClient

LOGGER = "runtime"
BASE = "https://example.com"


def test_a_call_is_logged_without_its_credentials(
    shop: Shop, caplog: pytest.LogCaptureFixture
) -> None:
    """Requests, answers and retries are logged; credentials and cookies are replaced."""
    caplog.set_level(logging.DEBUG, LOGGER)
    shop.server.reply(503).reply(json=PET, headers={"Set-Cookie": "sid=hush"})
    options: dict[str, Any] = {"token": "hush", "headers": {"X-Auth-Extra": "hush", "X-Team": "a"}}
    shop(lambda client: client.pets.retrieve(1), **options)
    messages = [record.message for record in caplog.records if record.name.startswith(LOGGER)]
    assert len(messages) == 3
    assert messages[0].startswith(f"GET {shop.server.url}/shops/main/pets/1 {{'host': ")
    assert "'x-team': 'a'" in messages[0]
    assert messages[0].endswith(" → 503")
    assert messages[1].startswith("GET /shops/main/pets/1: retry 1 in 0.")
    assert API_KEY not in caplog.text
    assert "hush" not in caplog.text


def test_keys_in_queries_and_cookies_are_not_logged(
    shop: Shop, caplog: pytest.LogCaptureFixture
) -> None:
    """A key in the query is replaced in the logged URL, under the document's name for it."""
    caplog.set_level(logging.DEBUG, LOGGER)
    shop.server.reply(json={})
    options = {"query_key": "hu/sh", "cookie_key": "hush"}
    shop(lambda client: client.status.query_and_cookie(), **options)
    assert "/status?k%5B1%5D=***" in caplog.text
    assert "hu%2Fsh" not in "".join(r.message for r in caplog.records if r.name.startswith(LOGGER))
    assert "hush" not in caplog.text


def test_a_failed_connection_is_logged(shop: Shop, caplog: pytest.LogCaptureFixture) -> None:
    """What broke a connection is logged by its name."""
    caplog.set_level(logging.DEBUG, LOGGER)
    with pytest.raises(APIConnectionError):
        shop(lambda client: client.pets.retrieve(1), base_url="http://127.0.0.1:9", max_retries=0)
    assert " → ConnectError: " in caplog.text


def test_other_query_parameters_are_logged(
    sync_shop: Shop, caplog: pytest.LogCaptureFixture
) -> None:
    """Query parameters that are no credentials are logged as they are."""
    caplog.set_level(logging.DEBUG, LOGGER)
    sync_shop.server.reply(json={"count": 0})
    sync_shop(lambda client: client.pets.list(limit=3))
    assert "/shops/main/pets/?limit=3" in caplog.text


class Repeating(httpx2.BaseTransport):
    """Fails, and repeats the credentials that it was given."""

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        """Fail."""
        raise httpx2.ConnectError(f"no way for {request.headers['x-shop-key']}")


@pytest.mark.parametrize("key", ["plain-key", "back\\slash", "both'\"quotes", "tab\there"])
def test_secrets_in_errors_are_not_logged(caplog: pytest.LogCaptureFixture, key: str) -> None:
    """What an error repeats of a credential is hidden, whatever characters it has."""
    caplog.set_level(logging.DEBUG, LOGGER)
    with (
        httpx2.Client(transport=Repeating()) as http,
        PetshopClient(api_key=key, shop="a", base_url=BASE, http_client=http) as client,
        pytest.raises(APIConnectionError) as caught,
    ):
        client.with_options(max_retries=0).pets.retrieve(1)
    assert "ConnectError: no way for ***" in caplog.text
    assert "no way for ***" in str(caught.value)
    assert key not in caplog.text + str(caught.value)
    assert repr(key)[1:-1] not in caplog.text + str(caught.value)
