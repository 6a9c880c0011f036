"""From base URL and path to the bytes of the request line."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from runtime.errors import ConfigurationError
from runtime.operation import Operation, Prepared, Query

from tests.runtime.conftest import Shop
from tests.runtime.helpers import PET
from tests.runtime.petshop import PetshopClient


@pytest.mark.parametrize(
    ("pet_id", "segment"),
    [
        (7, "7"),
        ("a/b c", "a%2Fb%20c"),
        ("..", "%2E%2E"),
        (".", "%2E"),
        ("...", "..."),
        ("a?b#c", "a%3Fb%23c"),
        ("100%", "100%25"),
        ("%2F", "%252F"),
        ("naïve", "na%C3%AFve"),
        ("a\nb", "a%0Ab"),
        ("!$&'()*+,;=:@", "%21%24%26%27%28%29%2A%2B%2C%3B%3D%3A%40"),
    ],
)
def test_a_path_parameter_stays_within_its_segment(shop: Shop, pet_id: Any, segment: str) -> None:
    """Whatever a path parameter contains, it is one segment of the path on the wire."""
    shop.server.reply(json=PET)
    shop(lambda client: client.pets.retrieve(pet_id))
    assert shop.server.request.target == f"/shops/main/pets/{segment}"


@pytest.mark.parametrize("pet_id", ["", None])
def test_an_empty_path_parameter_is_an_error_before_any_request(shop: Shop, pet_id: Any) -> None:
    """An empty path parameter raises a ValueError that names it, and nothing is sent."""
    with pytest.raises(ValueError, match="'pet_id' must not be"):
        shop(lambda client: client.pets.retrieve(pet_id))
    assert shop.server.requests == []


def test_an_endless_url_is_an_error_before_any_request(sync_shop: Shop) -> None:
    """A URL longer than the http library takes raises a ValueError that names the operation."""
    with pytest.raises(ValueError, match=r"pets\.retrieve: URL too long"):
        sync_shop(lambda client: client.pets.retrieve("x" * 70_000))


@pytest.mark.parametrize("prefix", ["/api/v1", "/api/v1/", "/a%2Fb"])
def test_the_path_of_the_base_url_is_kept(sync_shop: Shop, prefix: str) -> None:
    """A base URL with a path is put before the operation's path."""
    sync_shop.server.reply(json=PET)
    base_url = sync_shop.server.url + prefix
    sync_shop(lambda client: client.pets.retrieve(1), base_url=base_url)
    assert sync_shop.server.request.target == f"{prefix.rstrip('/')}/shops/main/pets/1"


def test_a_query_in_the_documents_path_is_kept(sync_shop: Shop) -> None:
    """A path that the document writes with a query, and without its slash, is sent so."""
    sync_shop.server.reply(json={})
    sync_shop(lambda client: client.status.public())
    assert sync_shop.server.request.target == "/status?verbose=1"


def test_the_base_url_comes_from_the_environment(
    sync_shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without an argument the environment variable gives the base URL."""
    sync_shop.server.reply(json=PET)
    monkeypatch.setenv("PETSHOP_BASE_URL", f"{sync_shop.server.url}/env")
    sync_shop(lambda client: client.pets.retrieve(1), base_url=None)
    assert sync_shop.server.request.path == "/env/shops/main/pets/1"


def test_no_base_url_is_an_error_that_names_both_ways() -> None:
    """Without a base URL the constructor says which argument and which variable give one."""
    with pytest.raises(ConfigurationError, match="pass base_url= or set PETSHOP_BASE_URL"):
        PetshopClient(api_key="k")


@pytest.mark.parametrize(
    "base_url",
    [
        "example.com",
        "/v1",
        "ftp://example.com",
        "https://",
        "https://user:pw@example.com",
        "https://example.com?a=1",
        "https://example.com#a",
        "https://exa\nmple.com",
    ],
)
def test_a_base_url_that_cannot_be_one_is_an_error(base_url: str) -> None:
    """A base URL needs scheme and host, and nothing that a path cannot follow."""
    with pytest.raises(ConfigurationError, match="base_url"):
        PetshopClient(api_key="k", base_url=base_url)


def test_a_fragment_of_the_documents_path_is_never_sent(shop: Shop) -> None:
    """`/pets#named`, by which documents tell operations apart, is `/pets`, and its query stays."""
    named: Operation[Any] = Operation(
        name="pets.named", method="GET", path="/pets#named", parameters=(Query("name"),)
    )
    shop.server.reply(204)
    shop(lambda client: client.pets._call(named, {"name": "Bo"}))
    assert shop.server.request.target == "/pets?name=Bo"


class Somewhere(PetshopClient):
    """A shop whose document says where it is."""

    _settings = replace(PetshopClient._settings, base_url="https://pets.example/")


def test_an_operation_may_be_elsewhere_than_the_rest() -> None:
    """The base URL of an operation replaces the document's, and the user's replaces both."""
    upload: Operation[Any] = Operation(
        name="pets.upload", method="GET", path="/pets", server="https://uploads.example/v1"
    )
    client = Somewhere(token="t", shop="main")
    mirrored = Somewhere(token="t", shop="main", base_url="https://mirror.example")
    urls = [str(Prepared(one, upload, {}).url) for one in (client, mirrored)]
    assert urls == ["https://uploads.example/v1/pets", "https://mirror.example/pets"]
