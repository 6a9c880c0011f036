"""Webhooks become functions that parse what the API sends."""

from __future__ import annotations

import importlib
import json
from typing import TYPE_CHECKING, Any

import pytest
from pydantic import ValidationError

from generator.commands import single_client
from generator.load import load
from generator.names.lock import NameLock
from generator.normalize import normalize
from generator.pipeline import run
from generator.runs import Options
from tests.support.expected import TESTS, check_text
from tests.support.generation import generate_below, imported

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from types import ModuleType

FOLDER = TESTS / "webhooks" / "payloads"
CALLBACKS = """
openapi: 3.1.0
info: {title: Orders, version: '1'}
paths:
  /orders:
    post:
      operationId: create_order
      callbacks:
        paid:
          '{$request.body#/url}':
            post:
              requestBody:
                content: {application/json: {schema: {type: object, properties: {id: {}}}}}
              responses: {'204': {description: Thanks.}}
        shared: {$ref: '#/components/callbacks/Shared'}
      responses: {'204': {description: Made.}}
components:
  schemas:
    Order: {type: object, properties: {id: {type: string}}}
  callbacks:
    Shared:
      '{$url}':
        post: {responses: {'200': {description: Seen.}}}
"""
ORDER = {"id": "7", "createdAt": "2026-01-02T03:04:05Z", "new": [1]}


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Generate the client of the folder's document."""
    base = tmp_path_factory.mktemp("webhooks")
    return generate_below(base, FOLDER / "document.yaml", "orders_client")


@pytest.fixture
def webhooks(client: Path) -> Iterator[ModuleType]:
    """Import the module of webhooks."""
    with imported(client):
        yield importlib.import_module("orders_client.webhooks")


def test_module_has_a_function_for_each_payload(client: Path) -> None:
    """A webhook with a body has a function, one without has none."""
    check_text((client / "webhooks.py").read_text(), FOLDER / "expected" / "webhooks.py")


@pytest.mark.parametrize("payload", [ORDER, json.dumps(ORDER), json.dumps(ORDER).encode()])
def test_payload_is_parsed_however_it_is_given(webhooks: ModuleType, payload: Any) -> None:
    """A payload is parsed from data, text or bytes, and unknown fields are kept."""
    order = webhooks.parse_order_created(payload)
    assert (order.id, order.created_at.year, order.model_extra) == ("7", 2026, {"new": [1]})


def test_unknown_value_is_kept(webhooks: ModuleType) -> None:
    """A value that the document does not list is kept: the vendor decides what it sends."""
    cancelled = webhooks.parse_order_cancelled({"orderId": "7", "reason": "weather"})
    assert cancelled.reason == "weather"


def test_payload_that_may_be_null(webhooks: ModuleType) -> None:
    """A webhook whose payload may be null has a function as well."""
    assert webhooks.parse_order_forgotten(b"null") is None
    assert webhooks.parse_order_forgotten(ORDER).id == "7"


def test_form(webhooks: ModuleType) -> None:
    """Of a form, the function takes the fields that were read from it."""
    assert webhooks.parse_order_signed({"copies": "2"}).copies == 2


def test_payload_without_a_model(tmp_path: Path) -> None:
    """A webhook whose payload needs no model has no function, and the report says so."""
    config = single_client(FOLDER / "document.yaml", tmp_path / "orders", "orders")
    said = [str(found) for found in run(config, Options()).diagnostics if found.kind == "note"]

    (note,) = [one for one in said if "webhook" in one]
    assert "document.yaml:46:5" in note
    assert note.endswith(
        "the payload of the webhook 'heartbeat' has no model; no function parses it"
    )


def test_what_does_not_fit_is_an_error(webhooks: ModuleType) -> None:
    """A payload without a required field is refused."""
    with pytest.raises(ValidationError, match="orderId"):
        webhooks.parse_order_cancelled({})


def test_manifest_lists_the_functions(client: Path) -> None:
    """The manifest tells which webhook is parsed by what, and into what."""
    manifest = json.loads((client / "manifest.json").read_text())

    assert manifest["webhooks"] == [
        {"name": "order.created", "python": "parse_order_created", "model": "Order"},
        {
            "name": "order.cancelled",
            "python": "parse_order_cancelled",
            "model": "OrderCancelledPayload",
        },
        {
            "name": "order.forgotten",
            "python": "parse_order_forgotten",
            "model": "OrderForgottenPayload",
        },
        {"name": "order.signed", "python": "parse_order_signed", "model": "OrderSignedPayload"},
    ]


def test_guides_show_the_functions(client: Path) -> None:
    """README and reference show how a payload is parsed."""
    reference = (client / "api.md").read_text()

    assert "| `parse_order_created(payload)` | `Order` | An order was made |" in reference
    assert "webhooks import parse_order_created\n" in (client / "README.md").read_text()


def test_broken_parameters_of_a_webhook_are_repaired() -> None:
    """Parameters of webhooks are cleaned like those of operations."""
    found = normalize(load(FOLDER / "document.yaml"), NameLock()).diagnostics

    assert [(one.place.line, one.rule) for one in found] == [
        (17, "parameter-without-schema"),
        (18, "parameter-without-place"),
        (19, "not-an-object"),
    ]


def test_callbacks_cost_nothing(tmp_path: Path) -> None:
    """What an API calls back is served by its user: a client has its operations and leaves that out."""
    path = tmp_path / "document.yaml"
    path.write_text(CALLBACKS, encoding="utf-8")
    found = normalize(load(path), NameLock())

    assert list(found.root["paths"]) == ["/orders"]
    assert list(found.sources) == ["Order"]
    assert found.diagnostics == ()
