"""What stubs answer, by each kind of client."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType
from typing import Any

import httpx2
import pytest

from tests.testing_fake.conftest import Ask

CAT = {
    "id": 7,
    "name": "Tom",
    "species": "cat",
    "born": "2020-02-29",
    "owner": {
        "id": "00000000-0000-4000-8000-000000000001",
        "address": {"kind": "street", "street": "Main Street"},
    },
}


def test_a_model(fake: Any, ask: Ask, testing: ModuleType, shop: ModuleType) -> None:
    """A model goes through JSON and comes back equal."""
    tom = testing.make(shop.Animal, name="Tom", chip_code=None)
    fake.animals.retrieve.returns(tom)

    answer = ask(lambda client: client.animals.retrieve(7))

    assert answer == tom
    assert answer is not tom
    assert answer.model_fields_set == {"id", "name", "species", "owner", "born", "chip_code"}


@pytest.mark.parametrize("chip", ["chipCode", "chip_code"])
def test_fields(fake: Any, ask: Ask, chip: str) -> None:
    """Fields make a model, under their names in Python or in JSON."""
    fake.animals.retrieve.returns({**CAT, chip: "C-1"})

    assert ask(lambda client: client.animals.retrieve(7)).chip_code == "C-1"


def test_every_call(fake: Any, ask: Ask) -> None:
    """What is said last answers every call."""
    fake.animals.retrieve.returns({**CAT, "id": 1})
    fake.animals.retrieve.returns({**CAT, "id": 2})

    assert ask(lambda client: client.animals.retrieve(1)).id == 2
    assert ask(lambda client: client.animals.retrieve(1)).id == 2


def test_each(fake: Any, ask: Ask) -> None:
    """Values can come one after the other."""
    fake.animals.retrieve.returns_each({**CAT, "id": 1}, {**CAT, "id": 2})

    assert ask(lambda client: client.animals.retrieve(1)).id == 1
    assert ask(lambda client: client.animals.retrieve(1)).id == 2


def test_then(fake: Any, ask: Ask) -> None:
    """Errors, failures and values can follow each other, and retries do not wait."""
    fake.animals.retrieve.raises(503, headers={"retry-after": "60"}).then.fails().then.returns(CAT)

    assert ask(lambda client: client.animals.retrieve(7)).name == "Tom"
    assert len(fake.animals.retrieve.calls) == 3


def test_error(fake: Any, ask: Ask, shop: ModuleType) -> None:
    """An error is the client's own, its body what the document says."""
    fake.animals.create.raises(422, {"reason": "no cats"}, headers={"x-request-id": "r-1"})

    with pytest.raises(shop.UnprocessableEntityError, match=r"422.*r-1") as caught:
        ask(lambda client: client.animals.create(name="Tom"))

    assert caught.value.body == shop.Problem(reason="no cats")


@pytest.mark.parametrize(
    ("body", "received"),
    [(None, None), ("a text", "a text"), (b"\xff", b"\xff"), ([1], [1]), ({"x": 1}, {"x": 1})],
)
def test_body_of_an_error(fake: Any, shop: ModuleType, body: object, received: object) -> None:
    """The body of an error may be anything, as in life."""
    fake.animals.create.raises(404, body)

    with pytest.raises(shop.NotFoundError) as caught:
        fake.client.animals.create(name="Tom")

    assert caught.value.body == received


@pytest.mark.parametrize("status", [200, 302])
def test_status_of_an_error(fake: Any, status: int) -> None:
    """Only errors are raised."""
    with pytest.raises(ValueError, match=f"{status} is not the status of an error"):
        fake.animals.create.raises(status)


def test_refused_connection(fake: Any, ask: Ask, shop: ModuleType) -> None:
    """Without more to say, a failure is a refused connection."""
    fake.animals.create.fails()

    with pytest.raises(shop.APIConnectionError, match="the fake refuses connections"):
        ask(lambda client: client.animals.create(name="Tom"))


def test_timeout(fake: Any, ask: Ask, shop: ModuleType) -> None:
    """A failure may be any error of the http client."""
    fake.animals.create.fails(httpx2.ReadTimeout("too late"))

    with pytest.raises(shop.APITimeoutError, match="too late"):
        ask(lambda client: client.animals.create(name="Tom"))


def test_nothing(fake: Any, ask: Ask) -> None:
    """An operation without an answer answers nothing."""
    fake.animals.delete.returns(None)

    assert ask(lambda client: client.animals.delete(7)) is None


def test_status(fake: Any, ask: Ask) -> None:
    """A status chooses among the answers of the document."""
    fake.animals.create.returns(None, status=202, headers={"x-job": "1"})

    raw = ask(lambda client: client.with_raw_response.animals.create(name="Tom"))

    assert (raw.status_code, raw.headers["x-job"], raw.parse()) == (202, "1", None)


def test_first_status(fake: Any) -> None:
    """Without a status, the answer is the first that the value fits."""
    fake.animals.create.returns(CAT)

    assert fake.client.with_raw_response.animals.create(name="Tom").status_code == 201


def test_text(fake: Any, ask: Ask) -> None:
    """A text comes in a format that is one."""
    fake.animals.retrieve.returns("id,name\n7,Tom\n")

    answer = ask(lambda client: client.animals.retrieve(7, format="csv"))

    assert answer == "id,name\n7,Tom\n"


def test_bytes(fake: Any, ask: Ask) -> None:
    """Bytes come as they are."""
    fake.animals.photo.returns(b"\x89PNG")

    assert ask(lambda client: client.animals.photo(7)) == b"\x89PNG"


def test_download(fake: Any, tmp_path: Path) -> None:
    """Bytes can be read bit by bit."""
    fake.animals.photo.returns(b"\x89PNG")

    with fake.client.with_streaming_response.animals.photo(7) as answer:
        answer.save(tmp_path / "photo.png")

    assert (tmp_path / "photo.png").read_bytes() == b"\x89PNG"


def test_list(fake: Any, ask: Ask, testing: ModuleType, shop: ModuleType) -> None:
    """A list of models is an answer like any other."""
    tom = testing.make(shop.Animal, name="Tom")
    fake.animals.search.returns([tom])

    assert ask(lambda client: client.animals.search(words="tom")) == [tom]


def test_map(fake: Any, ask: Ask) -> None:
    """A map has its own names."""
    fake.client_.prices.returns({"Tom": 3})

    assert ask(lambda client: client.client.prices()) == {"Tom": 3.0}


@pytest.mark.parametrize(
    ("value", "problem"),
    [
        ({**CAT, "id": "seven"}, r"200 application/json: id: Input should be a valid integer"),
        ({"name": "Tom"}, r"200 application/json: id: Field required; .*; and 1 more"),
        (7, r"200 text/csv: only text or bytes fit"),
    ],
)
def test_what_does_not_fit(fake: Any, value: object, problem: str) -> None:
    """What the document does not promise is refused where it is said."""
    with pytest.raises(TypeError, match=problem):
        fake.animals.retrieve.returns(value)


def test_what_has_no_body(fake: Any) -> None:
    """An answer without a body is None."""
    with pytest.raises(TypeError, match="204 without a body: only None fits"):
        fake.animals.delete.returns({"id": 7})
