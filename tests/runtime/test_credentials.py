"""Credentials: from arguments, the environment or headers; chosen per operation."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from runtime.api_keys import ApiKey
from runtime.errors import MissingCredentialsError
from runtime.settings import Bearer, ClientSettings, client_state

from tests.runtime.conftest import Shop
from tests.runtime.helpers import PET, each
from tests.runtime.petshop import AsyncPetshopClient, PetshopClient

NONE: dict[str, Any] = {"api_key": None}


def retrieve(client: Any) -> Any:
    return client.pets.retrieve(1)


def test_a_credential_goes_where_the_document_says(shop: Shop) -> None:
    """An API key goes into its header, and no other credential goes along."""
    shop.server.reply(json=PET)
    shop(retrieve, api_key="k", token="t", tenant_id="u")
    headers = shop.server.request.headers
    assert headers["x-shop-key"] == "k"
    assert "authorization" not in headers
    assert "x-tenant" not in headers


def test_a_combination_goes_together(shop: Shop) -> None:
    """Where the first alternative is not given, the second goes, all of it."""
    shop.server.reply(json=PET)
    shop(retrieve, api_key=None, token="t", tenant_id="u")
    headers = shop.server.request.headers
    assert headers["authorization"] == "Bearer t"
    assert headers["x-tenant"] == "u"


def test_credentials_come_from_the_environment(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    """An environment variable gives a credential that is no argument."""
    monkeypatch.setenv("PETSHOP_API_KEY", "from-env")
    shop.server.reply(json=PET)
    shop(retrieve, **NONE)
    assert shop.server.request.headers["x-shop-key"] == "from-env"


def test_an_argument_comes_before_the_environment(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An argument is taken where both are given."""
    monkeypatch.setenv("PETSHOP_API_KEY", "from-env")
    shop.server.reply(json=PET)
    shop(retrieve, api_key="argument")
    assert shop.server.request.headers["x-shop-key"] == "argument"


@pytest.mark.parametrize("options", [NONE, {"api_key": ""}, {"api_key": None, "token": "t"}])
def test_missing_credentials_are_an_error_before_any_request(
    shop: Shop, options: dict[str, Any]
) -> None:
    """Without a whole alternative the error names all arguments and variables; nothing is sent."""
    with pytest.raises(MissingCredentialsError) as caught:
        shop(retrieve, **options)
    assert str(caught.value) == (
        "Pet Shop needs credentials: pass api_key= (or set PETSHOP_API_KEY),"
        " or token= (or set PETSHOP_TOKEN) and tenant_id= (or set PETSHOP_TENANT_ID)"
    )
    assert shop.server.requests == []


@pytest.mark.parametrize(
    ("headers", "sent"),
    [
        ({"x-shop-key": "own"}, ("x-shop-key", "own")),
        ({"authorization": "Custom x", "X-TENANT": "u"}, ("authorization", "Custom x")),
    ],
)
def test_a_header_of_the_user_is_a_credential(
    shop: Shop, headers: dict[str, str], sent: tuple[str, str]
) -> None:
    """A header under the credential's name counts as given and is sent as it is."""
    shop.server.reply(json=PET)
    shop(retrieve, headers=headers, **NONE)
    assert shop.server.request.headers[sent[0]] == sent[1]


def test_a_header_completes_a_combination(shop: Shop) -> None:
    """A header may be one half of a combination, an argument the other."""
    shop.server.reply(json=PET)
    shop(retrieve, token="t", headers={"X-Tenant": "own"}, **NONE)
    assert shop.server.request.headers["x-tenant"] == "own"
    assert shop.server.request.headers["authorization"] == "Bearer t"


def test_an_operation_without_security_gets_no_credential(shop: Shop) -> None:
    """Where the document asks for nothing, nothing is sent."""
    shop.server.reply(json={})
    shop(lambda client: client.status.public())
    assert "x-shop-key" not in shop.server.request.headers


@pytest.mark.parametrize(
    ("options", "header"), [({"token": "t"}, "Bearer t"), ({}, None), ({"token": ""}, None)]
)
def test_optional_credentials_go_along_where_they_are_given(
    shop: Shop, options: dict[str, Any], header: str | None
) -> None:
    """Optional credentials are sent if there are any, wherever the document lists the option."""
    shop.server.reply(json={})
    shop(lambda client: client.status.optional(), **NONE, **options)
    assert shop.server.request.headers.get("authorization") == header


def test_basic_credentials_are_encoded(shop: Shop) -> None:
    """User name and password are joined and encoded as the echo case of the tables has them."""
    shop.server.reply(json={})
    options = {"username": "test_username", "password": "test_password"}
    shop(lambda client: client.status.basic(), **options)
    assert (
        shop.server.request.headers["authorization"] == "Basic dGVzdF91c2VybmFtZTp0ZXN0X3Bhc3N3b3Jk"
    )


def test_query_and_cookie_keys_go_there(shop: Shop) -> None:
    """Keys in queries are escaped; keys in cookies join the call's cookies and the user's."""
    shop.server.reply(json={})
    options = {"query_key": "a/b&c", "cookie_key": "x=="}
    shop(
        lambda client: client.status.query_and_cookie(visit="1"),
        headers={"Cookie": "own=1"},
        **options,
    )
    assert shop.server.request.query == "k%5B1%5D=a%2Fb%26c"
    assert shop.server.request.headers["cookie"] == "own=1; visit=1; sid=x=="


@pytest.mark.parametrize("token", ["hush\n", "hu\x00sh"])
def test_a_credential_that_no_header_can_carry_is_refused(sync_shop: Shop, token: str) -> None:
    """A key with a line break, as from a file, is refused by name and not repeated."""
    with pytest.raises(ValueError, match="'api_key' contains") as caught:
        sync_shop(retrieve, api_key=token)
    assert "hu" not in str(caught.value)


def test_a_function_gives_the_current_credential(shop: Shop) -> None:
    """A credential may be a function, asked at each call."""
    keys = iter(["one", "two"])
    shop.server.reply(json=PET).reply(json=PET)
    shop(lambda client: each(retrieve(client), retrieve(client)), api_key=lambda: next(keys))
    assert [one.headers["x-shop-key"] for one in shop.server.requests] == ["one", "two"]


REQUIRED = ClientSettings(
    title="Strict",
    package=None,
    environment_prefix="STRICT",
    user_agent="Strict/1",
    base_url="https://example.com",
    credentials=(
        Bearer({"token": "STRICT_TOKEN"}),
        ApiKey({"tenant_id": "STRICT_TENANT_ID"}, location="header", name="X-Tenant"),
    ),
    security=(("token",), ("tenant_id",)),
)


@pytest.mark.parametrize(
    ("security", "message"),
    [
        (REQUIRED.security, r"token= \(or set STRICT_TOKEN\), or tenant_id="),
        ((("token", "tenant_id"),), r"token= \(or set STRICT_TOKEN\) and tenant_id="),
    ],
)
def test_a_client_that_always_needs_credentials_asks_for_them_at_once(
    security: tuple[tuple[str, ...], ...], message: str
) -> None:
    """Where every operation needs credentials, the constructor already says what is missing."""
    settings = replace(REQUIRED, security=security)
    with pytest.raises(MissingCredentialsError, match=message):
        client_state(
            *(settings, None, {"token": None, "tenant_id": None}),
            lifted={},
            headers=None,
            max_retries=2,
        )


@pytest.mark.parametrize("kind", [PetshopClient, AsyncPetshopClient])
def test_a_client_shows_no_secret(kind: type[Any]) -> None:
    """Neither a client nor its state has a credential in its repr."""
    client = kind(
        api_key="hush", token="hush", headers={"X-Own": "hush"}, base_url="https://example.com/v1"
    )
    assert repr(client) == f"<{kind.__name__} https://example.com/v1>"
    assert "hush" not in repr(client._state)


def test_a_function_that_gives_nothing_is_named(shop: Shop) -> None:
    """A credential's function that returns no text is an error that names the argument."""
    with pytest.raises(TypeError, match="the function for api_key gave NoneType, not a str"):
        shop(retrieve, api_key=lambda: None)
    assert shop.server.requests == []


def test_a_user_name_with_a_colon_is_refused(shop: Shop) -> None:
    """A colon would end the user name in the middle; RFC 7617 forbids it."""
    with pytest.raises(ValueError, match="a user name with a colon"):
        shop(lambda client: client.status.basic(), username="a:b", password="c")
    assert shop.server.requests == []
