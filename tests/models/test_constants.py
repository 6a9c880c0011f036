"""Named constants of enums, in a generated client."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

import pytest
from pydantic import ValidationError

from tests.support.expected import TESTS
from tests.support.generation import generate, imported

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="module")
def models(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """Import the models of a client whose enums have names for their values."""
    base = tmp_path_factory.mktemp("constants")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(base)
        client = generate(TESTS / "models" / "constants" / "document.yaml", base / "named_client")
        with imported(client):
            yield importlib.import_module("named_client.models")


def test_constants_are_the_values(models: Any) -> None:
    """A constant is the plain value that goes over the wire."""
    item = models.Item(
        reaction=models.ReactionValuesValues.PLUS_1,
        status=models.StatusValues.URGENT,
        channel=models.ChannelChoiceValues.GUILD_TEXT,
    )

    assert item.model_dump(mode="json", exclude_unset=True) == {
        "reaction": "+1",
        "status": 0,
        "channel": 3,
    }


def test_component_keeps_its_name(models: Any) -> None:
    """A component whose name a class of constants would like keeps it."""
    assert models.ReactionValues(a="b").a == "b"


def test_unknown_value_of_an_answer_is_kept(models: Any) -> None:
    """Enums of answers stay open, whatever names their values have."""
    assert models.Item.model_validate({"channel": 99, "reaction": "new"}).channel == 99


def test_unknown_value_of_a_request_is_refused(models: Any) -> None:
    """Enums of requests stay closed, so that typing mistakes are found."""
    with pytest.raises(ValidationError, match="operator"):
        models.Query(operator="<>")


def test_names_that_do_not_fit_are_ignored(models: Any) -> None:
    """Names that are fewer than the values name none of them."""
    assert not hasattr(models, "UntoldValues")
