"""Answers that are not what the document promises."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from pydantic import TypeAdapter

from tests.resilience.conftest import ENTRY, Ledger

WRONG = {
    "id": "one",
    "bookedAt": "2026-01-02T03:04:05Z",
    "account": {"accountName": 5, "more": [1]},
    "parts": [{"id": 2, "amount": "many"}, "strange"],
    "extra": {"kept": True},
}


def retrieve(client: Any) -> Any:
    return client.entries.retrieve(1)


def test_strict_is_the_default(ledger: Ledger) -> None:
    """An answer that does not fit is an error that holds what came."""
    ledger.server.reply(json=WRONG)
    with pytest.raises(ledger.package.APIResponseValidationError, match="no valid Entry") as caught:
        ledger(retrieve)
    assert caught.value.body == WRONG


def test_lenient_gives_the_model_unvalidated(ledger: Ledger) -> None:
    """With validate="lenient" the model comes nevertheless, what fits in its Python form."""
    ledger.server.reply(json=WRONG)
    entry = ledger(retrieve, validate="lenient")
    assert type(entry).__name__ == "Entry"
    assert (entry.id, entry.amount) == ("one", None)
    assert entry.booked_at == datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)


def test_lenient_makes_models_inside_of_models(ledger: Ledger) -> None:
    """Models within the answer are models, too, under their Python names."""
    ledger.server.reply(json=WRONG)
    entry = ledger(retrieve, validate="lenient")
    assert (entry.account.account_name, entry.account.more) == (5, [1])
    assert (entry.parts[0].id, entry.parts[0].amount, entry.parts[1]) == (2, "many", "strange")


def test_lenient_keeps_everything(ledger: Ledger) -> None:
    """What the document does not name is kept beside what it does."""
    ledger.server.reply(json=WRONG)
    entry = ledger(retrieve, validate="lenient")
    assert entry.model_extra == {"extra": {"kept": True}}
    assert entry.model_fields_set >= {"id", "booked_at", "account", "parts"}


def test_lenient_takes_lists_of_any_length(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    """What reads a type is made once, and not for each of the items that do not fit it."""
    made: list[object] = []
    make = TypeAdapter.__init__

    def count(adapter: Any, type_: Any, **options: Any) -> None:
        made.append(type_)
        make(adapter, type_, **options)

    monkeypatch.setattr(TypeAdapter, "__init__", count)
    ledger.server.reply(json=ENTRY | {"parts": [7] * 50_000})
    assert ledger(retrieve, validate="lenient").parts == [7] * 50_000
    assert len(made) < 10


def test_lenient_for_one_call(ledger: Ledger) -> None:
    """with_options(validate=...) holds for the copy, in either direction."""
    ledger.server.reply(json={}).reply(json={})
    copy = {"validate": "lenient"}
    assert ledger(lambda client: retrieve(client.with_options(**copy))).id is None
    with pytest.raises(ledger.package.APIResponseValidationError):
        ledger(lambda client: retrieve(client.with_options(validate="strict")), **copy)


def test_lenient_takes_valid_answers_as_ever(ledger: Ledger) -> None:
    """An answer that fits is validated in either mode."""
    ledger.server.reply(json=ENTRY)
    assert ledger(retrieve, validate="lenient").amount == 2


@pytest.mark.parametrize("body", ["[1]", "7", '"text"', "null"])
def test_lenient_returns_another_kind_of_value_as_it_is(ledger: Ledger, body: str) -> None:
    """A list or a number in place of an object is returned as it came."""
    ledger.server.reply(text=body, content_type="application/json")
    assert ledger(retrieve, validate="lenient") == {"[1]": [1], "7": 7, '"text"': "text"}.get(body)


def test_what_is_no_json_is_an_error_in_either_mode(ledger: Ledger) -> None:
    """Without JSON there is nothing to be lenient with."""
    ledger.server.reply(text="<html>", content_type="application/json")
    with pytest.raises(ledger.package.APIResponseValidationError):
        ledger(retrieve, validate="lenient")
