"""OAuth 2 client credentials, and credentials that functions give."""

from __future__ import annotations

import asyncio
import importlib
import inspect
from base64 import b64decode
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

import httpx2
import pytest

from tests.runtime.helpers import each
from tests.support.expected import TESTS, check_text
from tests.support.generation import client_of
from tests.support.server import RecordingServer, Reply, make_reply

FOLDER = TESTS / "credentials" / "shop"
OAUTH = {"client_id": "me", "client_secret": "hush:/ hush"}


@dataclass
class Shop:
    """Calls a fresh client, which has the credentials of `OAUTH` unless others are given."""

    package: Any
    server: RecordingServer
    is_async: bool

    def __call__(self, action: Callable[[Any], Any], **options: Any) -> Any:
        options = {"base_url": f"{self.server.url}/v1", **(options or OAUTH)}
        if self.is_async:
            return asyncio.run(self._call_async(action, options))
        with self.package.ShopClient(**options) as client:
            return action(client)

    async def _call_async(self, action: Callable[[Any], Any], options: Any) -> Any:
        async with self.package.AsyncShopClient(**options) as client:
            result = action(client)
            return await result if inspect.isawaitable(result) else result

    def sent(self, path: str) -> list[Any]:
        """List the requests to a path."""
        return [one for one in self.server.requests if one.path == path]


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    base = tmp_path_factory.mktemp("credentials")
    with client_of(FOLDER / "document.yaml", base, "shop") as package:
        yield package


@pytest.fixture(params=["sync", "async"])
def shop(request: pytest.FixtureRequest, package: Any) -> Iterator[Shop]:
    with RecordingServer() as server:
        yield Shop(package, server, request.param == "async")


def grants(**more: Any) -> Callable[[Any], Reply]:
    """Answer with a new token each time at the token's path, and with an object elsewhere."""
    numbers = iter(range(1, 100))

    def respond(request: Any) -> Reply:
        if request.path == "/oauth/token":
            return make_reply(json={"access_token": f"t{next(numbers)}", **more}, delay=0.05)
        return make_reply(json={})

    return respond


def twice(client: Any) -> Any:
    return each(client.pets.list(), client.pets.create())


def test_client(package: Any) -> None:
    """The client has arguments for a token, and for what a token is asked for with."""
    text = inspect.getsource(package.ShopClient).partition("super().__init__")[0]
    check_text(text, FOLDER / "expected" / "client.txt")
    module = inspect.getsource(importlib.import_module("shop.client"))
    settings = module.partition("\n\n\nclass")[0]
    check_text(f"{settings}\n", FOLDER / "expected" / "settings.txt")


def test_one_token_serves_many_calls(shop: Shop) -> None:
    """The token is asked for once, with id and secret in a header and the document's scopes."""
    shop.server.respond(grants(expires_in=3600))
    shop(twice)
    (asked,) = shop.sent("/oauth/token")
    assert b64decode(asked.headers["authorization"].removeprefix("Basic ")) == b"me:hush%3A%2F+hush"
    assert asked.form == [("grant_type", "client_credentials"), ("scope", "pets:read pets:write")]
    called = shop.sent("/v1/pets")
    assert [one.headers["authorization"] for one in called] == ["Bearer t1", "Bearer t1"]
    assert not any("hush" in str(one.headers) for one in called)


def test_a_token_that_has_expired_is_renewed(shop: Shop) -> None:
    """A call after a token's end asks for another first."""
    shop.server.respond(grants(expires_in="0"))
    shop(twice)
    called = shop.sent("/v1/pets")
    assert [one.headers["authorization"] for one in called] == ["Bearer t1", "Bearer t2"]


def test_a_token_that_is_refused_is_renewed_once(shop: Shop) -> None:
    """After 401 the call is sent again with another token, even one that does something."""
    shop.server.reply(json={"access_token": "old"}).reply(401).reply(json={"access_token": "new"})
    shop.server.reply(json={"id": 1})
    assert shop(lambda client: client.pets.create()) == {"id": 1}
    called = shop.sent("/v1/pets")
    assert [one.headers["authorization"] for one in called] == ["Bearer old", "Bearer new"]


def test_a_second_refusal_is_raised(shop: Shop) -> None:
    """A new token that is refused as well ends the call."""
    shop.server.respond(
        lambda one: (
            make_reply(json={"access_token": "t"}) if "oauth" in one.path else make_reply(401)
        )
    )
    with pytest.raises(shop.package.AuthenticationError):
        shop(lambda client: client.pets.list())
    assert len(shop.sent("/oauth/token")) == 2


def test_threads_share_one_token(package: Any) -> None:
    """Threads that start at once wait for the token that one of them asks for."""
    with (
        RecordingServer() as server,
        package.ShopClient(base_url=f"{server.url}/v1", **OAUTH) as client,
        ThreadPoolExecutor(8) as pool,
    ):
        server.respond(grants())
        list(pool.map(lambda _: client.pets.list(), range(16)))
        assert len([one for one in server.requests if one.path == "/oauth/token"]) == 1


def test_tasks_share_one_token(package: Any) -> None:
    """Tasks that start at once wait for the token that one of them asks for."""

    async def run(server: RecordingServer) -> None:
        async with package.AsyncShopClient(base_url=f"{server.url}/v1", **OAUTH) as client:
            await asyncio.gather(*(client.pets.list() for _ in range(16)))

    with RecordingServer() as server:
        server.respond(grants())
        asyncio.run(run(server))
        assert len([one for one in server.requests if one.path == "/oauth/token"]) == 1


def test_a_cancelled_task_leaves_the_token_to_others(package: Any) -> None:
    """When the task that asks for the token is cancelled, the next call asks again."""

    async def run(server: RecordingServer) -> Any:
        async with package.AsyncShopClient(base_url=f"{server.url}/v1", **OAUTH) as client:
            first = asyncio.create_task(client.pets.list())
            await asyncio.sleep(0.2)
            first.cancel()
            return await client.pets.list()

    with RecordingServer() as server:
        server.reply(json={"access_token": "t"}, delay=5).respond(grants())
        assert asyncio.run(run(server)) == {}


def test_copies_share_the_token(shop: Shop) -> None:
    """A client with other options has the same token."""
    shop.server.respond(grants())
    shop(lambda client: each(client.pets.list(), client.with_options(timeout=9).pets.list()))
    assert len(shop.sent("/oauth/token")) == 1


def test_id_and_secret_go_into_the_body_where_a_header_is_refused(shop: Shop) -> None:
    """A server that does not know the header is asked once more, in its other way."""
    shop.server.reply(400, json={"error": "invalid_request"})
    shop.server.reply(json={"access_token": "t"}).reply(json={})
    shop(lambda client: client.pets.list())
    asked = shop.sent("/oauth/token")[1]
    assert asked.form[2:] == [("client_id", "me"), ("client_secret", "hush:/ hush")]
    assert "authorization" not in asked.headers


def test_no_token_is_an_error_without_the_secret(shop: Shop) -> None:
    """What the server says is raised, with nothing of the secret in message, request or repr."""
    shop.server.always(401, json={"error": "invalid_client", "error_description": "no hush:/ hush"})
    with pytest.raises(shop.package.AuthenticationError, match="POST /oauth/token → 401") as caught:
        shop(lambda client: client.pets.list())
    shown = caught.value.response.http_request
    told = [str(caught.value), repr(caught.value), str(shown.headers), str(shown.read())]
    assert "hush" not in "".join(told)
    assert shop.sent("/v1/pets") == []


@pytest.mark.parametrize("answer", [{"json": {}}, {"json": []}, {"text": "?"}, {"json": None}])
def test_an_answer_without_a_token(shop: Shop, answer: Any) -> None:
    """An answer that is no token is an error that says so."""
    shop.server.reply(**answer)
    with pytest.raises(shop.package.APIResponseValidationError, match="no access_token"):
        shop(lambda client: client.pets.list())


def test_a_token_of_ones_own(shop: Shop) -> None:
    """With an access token none is asked for."""
    shop.server.reply(json={})
    shop(lambda client: client.pets.list(), access_token="mine")
    assert shop.server.request.headers["authorization"] == "Bearer mine"


def test_from_the_environment(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    """Id and secret may come from the environment."""
    monkeypatch.setenv("SHOP_CLIENT_ID", "me")
    monkeypatch.setenv("SHOP_CLIENT_SECRET", "s")
    shop.server.respond(grants())
    shop(lambda client: client.pets.list(), max_retries=0)
    assert shop.sent("/v1/pets")[0].headers["authorization"] == "Bearer t1"


def test_nothing_given(shop: Shop) -> None:
    """Without credentials the message names both ways, and nothing is sent."""
    match = r"access_token= \(or set SHOP_ACCESS_TOKEN\), or client_id= .* and client_secret="
    with pytest.raises(shop.package.MissingCredentialsError, match=match):
        shop(lambda client: client.pets.list(), max_retries=0)


def test_what_needs_no_credentials_asks_for_no_token(shop: Shop) -> None:
    """An operation without security is sent as it is."""
    shop.server.reply(json={})
    shop(lambda client: client.health.check())
    assert "authorization" not in shop.server.request.headers


def test_the_token_is_asked_for_where_the_document_says(package: Any) -> None:
    """A token server elsewhere stays where it is; the API never sees the secret."""
    urls: list[str] = []

    def handle(request: httpx2.Request) -> httpx2.Response:
        urls.append(str(request.url))
        assert ("Basic" in request.headers["authorization"]) == (
            request.url.host == "login.example"
        )
        return httpx2.Response(200, json={"access_token": "t"})

    with httpx2.Client(transport=httpx2.MockTransport(handle)) as http:
        package.ShopClient(
            other_client_id="me", other_client_secret="s", http_client=http
        ).elsewhere.look()
    assert urls == ["https://login.example/token", "https://api.shop.example/v1/elsewhere"]


def test_a_secret_never_goes_without_encryption(package: Any) -> None:
    """A token URL without https is refused where the API has it."""
    oauth = importlib.import_module("shop._runtime.oauth")
    with package.ShopClient(base_url="https://api.shop.example", **OAUTH) as client:
        state = client._state
    with pytest.raises(package.ConfigurationError, match="no https"):
        oauth._token_url("http://login.example/token", state)


def test_functions_give_the_current_credentials(shop: Shop) -> None:
    """A function is asked at each call, wherever its value goes."""
    keys = iter(["k/1", "k/2"])
    shop.server.always(json={})
    options = {"key": lambda: next(keys), "visit": "v"}
    shop(lambda client: each(client.orders.list(), client.orders.list()), **options)
    assert [one.query for one in shop.server.requests] == ["key=k%2F1", "key=k%2F2"]
    assert [one.headers["cookie"] for one in shop.server.requests] == ["visit=v", "visit=v"]


def test_a_function_is_asked_again_after_a_refusal(shop: Shop) -> None:
    """A rotating token is asked for again when the server refuses the last one."""
    tokens = iter(["old", "new"])
    shop.server.reply(401).reply(json={})
    shop(lambda client: client.pets.list(), access_token=lambda: next(tokens))
    sent = [one.headers["authorization"] for one in shop.server.requests]
    assert sent == ["Bearer old", "Bearer new"]


def test_the_same_token_again_is_not_sent_again(shop: Shop) -> None:
    """A function that has nothing new to offer leaves it at the refusal."""
    shop.server.reply(401)
    with pytest.raises(shop.package.AuthenticationError):
        shop(lambda client: client.pets.list(), access_token=lambda: "same")
    assert len(shop.server.requests) == 1


async def later() -> str:
    """Give a token after a while."""
    await asyncio.sleep(0)
    return "later"


def test_the_asynchronous_client_awaits_functions(package: Any) -> None:
    """An asynchronous function is awaited."""
    with RecordingServer() as server:
        server.reply(json={})
        Shop(package, server, is_async=True)(lambda one: one.pets.list(), access_token=later)
        assert server.request.headers["authorization"] == "Bearer later"


def test_the_synchronous_client_refuses_to_wait(package: Any) -> None:
    """An asynchronous function is refused by the synchronous client, before anything is sent."""
    with (
        RecordingServer() as server,
        pytest.raises(TypeError, match="needs the asynchronous client"),
    ):
        Shop(package, server, is_async=False)(lambda one: one.pets.list(), access_token=later)
    assert server.requests == []
