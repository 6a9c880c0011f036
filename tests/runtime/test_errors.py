"""Errors: their types, their messages, and what they carry."""

from __future__ import annotations

import pickle
from typing import Any

import httpx2
import pytest
from runtime.errors import (
    APIConnectionError,
    APIError,
    APIStatusError,
    APITimeoutError,
    BadRequestError,
    ConfigurationError,
    InternalServerError,
    MissingCredentialsError,
    NotFoundError,
    UnprocessableEntityError,
    vendor_text,
)
from runtime.pagination import PaginationError

from tests.runtime.conftest import API_KEY, Shop
from tests.runtime.helpers import PET
from tests.runtime.petshop.models import Problem

UNFINISHED = pytest.mark.filterwarnings(
    # httpx2 2.16 does not close the generator below its own; trio notices, nothing stays open.
    "ignore:Exception ignored in. .async_generator object PoolByteStream"
)
PROBLEM = {"code": "gone", "detail": "It ran away"}


@pytest.mark.parametrize(
    ("status", "name"),
    [
        (400, "BadRequestError"),
        (401, "AuthenticationError"),
        (402, "APIStatusError"),
        (403, "PermissionDeniedError"),
        (404, "NotFoundError"),
        (409, "ConflictError"),
        (418, "APIStatusError"),
        (422, "UnprocessableEntityError"),
        (429, "RateLimitError"),
        (499, "APIStatusError"),
        (500, "InternalServerError"),
        (503, "InternalServerError"),
        (599, "InternalServerError"),
        (304, "APIStatusError"),
    ],
)
def test_each_status_has_its_error(shop: Shop, status: int, name: str) -> None:
    """An answer without success raises the error of its status, under APIStatusError."""
    shop.server.reply(status, json=PROBLEM, headers={"X-Request-Id": "r-1", "X-More": "1"})
    with pytest.raises(APIStatusError) as caught:
        shop(lambda client: client.pets.retrieve(1), max_retries=0)
    assert type(caught.value).__name__ == name
    assert caught.value.status_code == caught.value.response.status_code == status
    assert caught.value.request_id == "r-1"
    assert caught.value.headers["x-more"] == "1"


def test_the_tree_of_errors_is_the_documented_one() -> None:
    """Errors derive from each other as users of other SDKs expect."""
    assert issubclass(APITimeoutError, APIConnectionError)
    assert issubclass(MissingCredentialsError, ConfigurationError)
    assert all(
        issubclass(kind, APIError)
        for kind in (APIConnectionError, APIStatusError, PaginationError, MissingCredentialsError)
    )


def test_the_message_says_what_happened(shop: Shop) -> None:
    """The message has method, path without query, status, the server's words, its request id."""
    shop.server.reply(404, json=PROBLEM, headers={"X-Request-Id": "r-1"})
    with pytest.raises(NotFoundError) as caught:
        shop(lambda client: client.pets.list(limit=3))
    assert str(caught.value) == (
        "GET /shops/main/pets/ → 404 Not Found: It ran away (request id r-1)"
    )


def test_a_message_without_words_is_short(shop: Shop) -> None:
    """Where the server says nothing, the message ends after the status."""
    shop.server.reply(418)
    with pytest.raises(APIStatusError) as caught:
        shop(lambda client: client.pets.retrieve(1))
    assert str(caught.value) == "GET /shops/main/pets/1 → 418 I'm a teapot"
    assert caught.value.body is None
    assert caught.value.request_id is None


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ({"message": "a"}, "a"),
        ({"error": {"message": "a", "type": "b"}}, "a"),
        ({"error": "a", "error_description": "b"}, "a"),
        ({"detail": [{"loc": ["body", "x", 0], "msg": "bad"}, {"msg": "worse"}]}, None),
        ({"errors": ["a", {"title": "b"}]}, "a; b"),
        ({"code": 7}, ""),
        ({"name": ["This is required.", "Bad."], "tags": []}, "name: This is required.; Bad."),
        ("plain \n words", "plain words"),
        ("<!doctype html><h1>502</h1>", ""),
        (b"\xff", ""),
        ("x" * 400, "x" * 300 + "…"),
    ],
)
def test_the_servers_words_are_found(body: Any, text: str | None) -> None:
    """The usual members of error bodies are read; pages and unknown shapes are not."""
    assert vendor_text(body, str) == ("body.x.0: bad; worse" if text is None else text)


def test_the_body_is_the_documents_schema(shop: Shop) -> None:
    """The body is an instance of the schema for the status."""
    shop.server.reply(404, json=PROBLEM)
    with pytest.raises(NotFoundError) as caught:
        shop(lambda client: client.pets.retrieve(1))
    assert caught.value.body == Problem(code="gone", detail="It ran away")


@pytest.mark.parametrize(
    ("reply", "body"),
    [
        ({"json": {"code": 7}}, {"code": 7}),
        ({"text": "no luck"}, "no luck"),
        ({"text": "<h1>no</h1>", "content_type": "text/html"}, "<h1>no</h1>"),
        ({"body": b"\xff\x00", "content_type": "image/png"}, b"\xff\x00"),
        ({"body": b"\xfc", "content_type": "text/plain; charset=latin-1"}, "ü"),
        ({"json": []}, []),
    ],
)
def test_a_body_that_does_not_fit_is_kept_as_it_came(shop: Shop, reply: Any, body: Any) -> None:
    """Where the body does not fit the schema, it is there as JSON, else as text, else as bytes."""
    shop.server.reply(422, **reply)
    with pytest.raises(UnprocessableEntityError) as caught:
        shop(lambda client: client.pets.create(name="Bo"))
    assert caught.value.body == body


def test_a_default_response_types_the_other_errors(sync_shop: Shop) -> None:
    """The document's default response is the schema of statuses that it does not name."""
    sync_shop.server.reply(409, json=PROBLEM, content_type="application/problem+json")
    with pytest.raises(APIStatusError) as caught:
        sync_shop(lambda client: client.pets.retrieve(1))
    assert isinstance(caught.value.body, Problem)


def test_an_error_repeats_no_secret(shop: Shop) -> None:
    """A server that repeats the key in its answer does not get it into the message."""
    shop.server.reply(401, json={"message": f"Wrong key: {API_KEY}"})
    with pytest.raises(APIStatusError, match=r"Wrong key: \*\*\*") as caught:
        shop(lambda client: client.pets.retrieve(1))
    assert API_KEY not in repr(caught.value)


def test_a_refused_connection_is_a_connection_error(shop: Shop) -> None:
    """Where nobody listens, APIConnectionError names the request and the host."""
    with pytest.raises(
        APIConnectionError, match=r"GET /shops/main/pets/1: no answer from"
    ) as caught:
        shop(lambda client: client.pets.retrieve(1), base_url="http://127.0.0.1:9", max_retries=0)
    cause = caught.value.__cause__
    assert isinstance(cause, httpx2.ConnectError)
    assert cause.request.headers["x-shop-key"] == "***"


def test_a_dropped_connection_is_a_connection_error(shop: Shop) -> None:
    """A connection that ends without an answer raises APIConnectionError."""
    shop.server.drop()
    with pytest.raises(APIConnectionError):
        shop(lambda client: client.pets.retrieve(1), max_retries=0)


def test_a_truncated_answer_is_a_connection_error(shop: Shop) -> None:
    """A body that ends too early is no answer."""
    shop.server.reply(json=PET, cut_after=5)
    with pytest.raises(APIConnectionError):
        shop(lambda client: client.pets.retrieve(1), max_retries=0)


@UNFINISHED
def test_a_broken_encoding_is_a_connection_error(shop: Shop) -> None:
    """An answer that cannot be unpacked is no answer."""
    shop.server.reply(body=b"no gzip", headers={"Content-Encoding": "gzip"})
    with pytest.raises(APIConnectionError):
        shop(lambda client: client.pets.retrieve(1), max_retries=0)


def test_a_stalling_server_is_a_timeout(shop: Shop) -> None:
    """An answer that does not begin in time raises APITimeoutError."""
    shop.server.reply(json=PET, delay=5)
    with pytest.raises(APITimeoutError):
        shop(lambda client: client.pets.retrieve(1), max_retries=0, timeout=0.1)


@UNFINISHED
def test_a_dripping_server_is_a_timeout(shop: Shop) -> None:
    """The time limit holds for the whole answer, however often a byte arrives."""
    shop.server.reply(chunks=[b" "] * 100, pause=0.03)
    with pytest.raises(APITimeoutError, match=r"longer than 0\.15 s"):
        shop(lambda client: client.pets.retrieve(1), max_retries=0, timeout=0.15)


@pytest.mark.parametrize("timeout", [None, httpx2.Timeout(5)])
def test_a_timeout_of_phases_alone_lets_an_answer_drip(shop: Shop, timeout: Any) -> None:
    """None and an httpx2.Timeout set no limit for the whole."""
    shop.server.reply(chunks=[b'{"id": 1,', b'"name": "Bo"}'], pause=0.01)
    assert shop(lambda client: client.pets.retrieve(1), timeout=timeout).id == 1


@pytest.mark.parametrize(
    "reply",
    [{"status": 404, "json": PROBLEM}, {"status": 200, "json": {"id": "x"}}, {"delay": 5}],
)
def test_errors_survive_pickling(shop: Shop, reply: Any) -> None:
    """Errors can go through a process boundary with all that they carry, but no secrets."""
    shop.server.reply(**reply)
    with pytest.raises(APIError) as caught:
        shop(lambda client: client.pets.retrieve(1), max_retries=0, timeout=0.15)
    pickled = pickle.dumps(caught.value)
    copy = pickle.loads(pickled)  # it is our own
    assert (type(copy), str(copy)) == (type(caught.value), str(caught.value))
    assert getattr(copy, "body", None) == getattr(caught.value, "body", None)
    assert API_KEY.encode() not in pickled


@pytest.mark.parametrize("location", ["/moved", "http://127.0.0.1:9/"])
def test_an_error_of_a_redirect_is_pickled_without_secrets(shop: Shop, location: str) -> None:
    """Neither the error of a redirect that is not followed nor its answer has the next request."""
    shop.server.reply(307, headers={"Location": location})
    with pytest.raises(APIStatusError) as caught:
        shop(
            lambda client: client.pets.create(name="Bo"), headers={"Authorization": f"B {API_KEY}"}
        )
    assert API_KEY.encode() not in pickle.dumps(caught.value)
    assert API_KEY.encode() not in pickle.dumps(caught.value.response)


def test_an_unknown_status_has_no_phrase(sync_shop: Shop) -> None:
    """A status beyond the standard is named by its number."""
    sync_shop.server.reply(599, text="odd")
    with pytest.raises(InternalServerError, match="→ 599: odd"):
        sync_shop(lambda client: client.pets.retrieve(1), max_retries=0)


def test_a_secret_in_capitals_is_hidden_too(shop: Shop) -> None:
    """A server that repeats a credential in other letters, as hosts are spelled, shows nothing."""
    shop.server.reply(400, json={"message": f"no {API_KEY.upper()} here"})
    with pytest.raises(BadRequestError, match=r"no \*\*\* here"):
        shop(lambda client: client.pets.retrieve(1))


def test_a_long_redirect_is_told_by_its_beginning(sync_shop: Shop) -> None:
    """The target of a redirect that is not followed is cut, as what servers say is."""
    sync_shop.server.reply(307, headers={"Location": "http://127.0.0.1:9/" + "x" * 60_000})
    with pytest.raises(
        APIStatusError, match=r"not redirected to http://127\.0\.0\.1:9/xxx"
    ) as caught:
        sync_shop(lambda client: client.pets.retrieve(1))
    assert len(str(caught.value)) < 500
