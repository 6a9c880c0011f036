"""From answers to values."""

from __future__ import annotations

import gzip
import pickle
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx2
import pytest
from runtime.errors import APIResponseValidationError, BadRequestError
from runtime.operation import Operation, Prepared, Reply
from runtime.response import RawResponse

from tests.runtime.conftest import API_KEY, Shop
from tests.runtime.helpers import PET
from tests.runtime.petshop import PetshopClient
from tests.runtime.petshop.models import Owner, Pet


def test_an_answer_is_a_model(shop: Shop) -> None:
    """JSON becomes the document's model, date-times and nested objects included."""
    owner = {"firstName": "Ada"}
    shop.server.reply(json=PET | {"bornAt": "2026-01-02T03:04:05Z", "owner": owner})
    pet = shop(lambda client: client.pets.retrieve(1))
    assert isinstance(pet, Pet)
    assert pet.born_at == datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
    assert pet.owner == Owner(firstName="Ada")


def test_what_the_document_does_not_know_is_kept(shop: Shop) -> None:
    """Unknown fields and unknown enum values are kept and reachable."""
    shop.server.reply(json=PET | {"status": "napping", "fur": {"colour": "red"}})
    pet = shop(lambda client: client.pets.retrieve(1))
    assert pet.status == "napping"
    assert pet.model_extra == {"fur": {"colour": "red"}}


def test_no_content_is_none(shop: Shop) -> None:
    """An answer without content is None."""
    shop.server.reply(204)
    assert shop(lambda client: client.pets.delete(1)) is None


def test_bytes_come_as_bytes(shop: Shop) -> None:
    """Binary answers are bytes, whatever they look like."""
    shop.server.reply(body=b"\x00{}", content_type="image/png")
    assert shop(lambda client: client.photos.download("a.png")) == b"\x00{}"
    assert shop.server.request.headers["accept"] == "image/*"


def test_head_has_no_body(shop: Shop) -> None:
    """HEAD gives None even where the document promises a body."""
    shop.server.reply(json=PET)
    assert shop(lambda client: client.photos.check("a.png")) is None


def test_a_compressed_answer_is_unpacked(shop: Shop) -> None:
    """Compression is asked for and unpacked."""
    packed = gzip.compress(b'{"id": 1, "name": "Bo"}')
    headers = {"Content-Encoding": "gzip"}
    shop.server.reply(body=packed, content_type="application/json", headers=headers)
    assert shop(lambda client: client.pets.retrieve(1)).name == "Bo"


@pytest.mark.parametrize(
    "reply",
    [
        {"body": b'{"id": 1', "content_type": "application/json"},
        {"body": b'{"id": "x", "name": "Bo"}', "content_type": "application/json"},
        {"body": b'{"id": 1, "name": "Bo", "n": NaN}', "content_type": "application/json"},
        {"body": b'{"id": 1, "name": "\xff"}', "content_type": "application/json"},
        {"body": b"", "content_type": "application/json"},
        {"text": "<html>Log in</html>", "content_type": "text/html"},
        {"body": b"[" * 100_000, "content_type": "application/json"},
        {"json": None},
    ],
)
def test_an_answer_that_does_not_fit_is_an_error_with_all_that_came(shop: Shop, reply: Any) -> None:
    """Broken JSON, wrong shapes, empty bodies and log-in pages raise, with the payload kept."""
    shop.server.reply(**reply)
    with pytest.raises(APIResponseValidationError, match="is no valid Pet") as caught:
        shop(lambda client: client.pets.retrieve(1))
    assert caught.value.status_code == 200
    assert caught.value.response.content == shop.server.sent[0].body
    assert API_KEY not in str(caught.value)


def test_the_error_names_the_place_and_not_the_value(sync_shop: Shop) -> None:
    """What does not fit is named by its place, the first three of many, without the values."""
    pets = {"count": "many", "results": [{"id": "hush"}, {"id": "hush"}]}
    sync_shop.server.reply(json=pets)
    with pytest.raises(APIResponseValidationError) as caught:
        sync_shop(lambda client: client.pets.list())
    message = str(caught.value)
    assert message.startswith(
        "GET /shops/main/pets/ → 200 OK: the answer (application/json) is no valid PetPage: count:"
    )
    assert "results.0.id" in message
    assert message.endswith("and 2 more")
    assert "hush" not in message
    assert caught.value.body == pets


@pytest.mark.parametrize(
    ("wrong", "end"), [(1000, "; and 997 more"), (1001, "PetPage: 1001 problems")]
)
def test_thousands_of_problems_are_told_by_their_number(
    sync_shop: Shop, wrong: int, end: str
) -> None:
    """Of up to a thousand problems the first three are told, of more only how many they are."""
    sync_shop.server.reply(json={"count": 1, "results": [7] * wrong})
    with pytest.raises(APIResponseValidationError) as caught:
        sync_shop(lambda client: client.pets.list())
    assert str(caught.value).endswith(end)


def answer(replies: tuple[Reply, ...], status: int, body: bytes, content_type: str) -> Any:
    operation: Operation[Any] = Operation(name="x", method="GET", path="/", responses=replies)
    client = PetshopClient(base_url="http://x")
    request = Prepared(client, operation, {})
    headers = {"content-type": content_type} if content_type else {}
    raw = RawResponse[Any](request, httpx2.Response(status, headers=headers), is_open=False)
    raw.content = body
    return raw.checked().parse()


NO_CHARSETS = ["undefined", "idna", "punycode", "unicode_escape", "raw_unicode_escape"]
JSON = Reply("200", "application/json")
TEXT = Reply("200", "text/plain", str)
CSV = Reply("200", "text/csv", str)
BYTES = Reply("200", "application/pdf", bytes)
ANY = Reply("200", "*/*")


@pytest.mark.parametrize(
    ("replies", "status", "body", "content_type", "value"),
    [
        ((JSON,), 200, b"[1]", "application/json; charset=utf-8", [1]),
        ((JSON,), 200, b"[1]", "application/vnd.api+json", [1]),
        ((JSON,), 200, b"[1]", "text/plain", [1]),
        ((JSON,), 200, b"[1]", "", [1]),
        ((JSON,), 200, b"", "application/json", None),
        ((JSON, TEXT), 200, b"[1]", "text/plain", "[1]"),
        ((JSON, CSV), 200, b"1,2", "text/plain", "1,2"),
        ((JSON, BYTES), 200, b"%PDF", "application/pdf", b"%PDF"),
        ((TEXT,), 200, "ü".encode("latin-1"), "text/plain; charset=ISO-8859-1", "ü"),
        ((TEXT,), 200, "ü".encode(), "text/plain; charset=klingon", "ü"),
        ((Reply("200", "application/json", str),), 200, b'"a"', "application/json", "a"),
        ((Reply("200", "application/json", "Pets"),), 200, b"[]", "application/json", []),
        ((JSON, Reply("2XX", "text/plain", str)), 202, b"[1]", "text/plain", "[1]"),
        ((JSON, Reply("201")), 202, b"[1]", "application/json", [1]),
        ((JSON, Reply("201")), 202, b"", "", None),
        ((JSON, Reply("default", "text/plain", str)), 203, b"[1]", "application/json", [1]),
        ((Reply("4XX"), Reply("default", "application/json")), 200, b"1", "application/json", 1),
        ((Reply("4XX"),), 200, b"1", "application/json", None),
        ((Reply("302"),), 302, b"", "", None),
        ((ANY,), 200, b"[1]", "application/json", [1]),
        ((ANY,), 200, b"abc", "text/plain", "abc"),
        ((ANY,), 200, b"\xff", "image/png", b"\xff"),
        ((Reply("200", "application/json", "Pet"),), 204, b"", "", None),
    ],
)
def test_status_and_content_type_choose_how_an_answer_is_read(
    replies: tuple[Reply, ...], status: int, body: bytes, content_type: str, value: Any
) -> None:
    """Exact status, then range, then nearest success, then default; then the nearest media type."""
    assert answer(replies, status, body, content_type) == value


@pytest.mark.parametrize("charset", NO_CHARSETS)
def test_a_codec_that_is_no_charset_is_not_used(charset: str) -> None:
    """Python's codecs that are no charsets of the web count as unknown: a text is UTF-8 then."""
    content_type = f"text/plain; charset={charset}"
    assert answer((TEXT,), 200, b"a\\n-\xff", content_type) == "a\\n-\ufffd"


@pytest.mark.parametrize("charset", NO_CHARSETS)
def test_a_codec_that_is_no_charset_hides_no_error(shop: Shop, charset: str) -> None:
    """An error whose text claims such a codec is the error of its status, with the text."""
    shop.server.reply(400, body=b"a\\n-\xff", content_type=f"text/plain; charset={charset}")
    with pytest.raises(BadRequestError) as caught:
        shop(lambda client: client.pets.retrieve(1))
    assert caught.value.body == caught.value.response.text == "a\\n-\ufffd"


def test_a_raw_response_has_everything(shop: Shop) -> None:
    """with_raw_response gives status, headers, bytes, text, JSON, time, request and value."""
    shop.server.reply(json=PET, headers={"X-Request-Id": "r-1"})
    raw = shop(lambda client: client.with_raw_response.pets.retrieve(1))
    assert isinstance(raw, RawResponse)
    assert (raw.status_code, raw.request_id) == (200, "r-1")
    assert raw.headers["content-type"] == "application/json"
    assert raw.content.decode() == raw.text
    assert raw.json() == PET
    assert raw.parse() == Pet(id=1, name="Bo")
    assert timedelta(0) < raw.elapsed < timedelta(seconds=30)
    assert raw.http_request.method == "GET"
    assert repr(raw) == "<RawResponse GET /shops/main/pets/1 → 200 OK>"


def test_the_request_of_a_raw_response_hides_the_credentials(shop: Shop) -> None:
    """http_request shows what was sent, except for the credentials."""
    shop.server.reply(204)
    raw = shop(lambda client: client.with_raw_response.pets.delete(1), token="t", tenant_id="u")
    assert raw.http_request.headers["x-shop-key"] == "***"
    assert API_KEY.encode() not in pickle.dumps(raw)
    assert raw.parse() is None


def test_a_client_for_raw_responses_does_not_change_the_other(shop: Shop) -> None:
    """Raw responses come from a copy; the client itself goes on returning values."""
    shop.server.always(json=PET)
    shop(lambda client: client.with_raw_response.pets.retrieve(1))
    assert shop(lambda client: client.pets.retrieve(1)).id == 1
