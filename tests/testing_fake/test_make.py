"""Models that are made up are valid; the corpus harness makes all that a document has."""

from __future__ import annotations

from datetime import date
from types import ModuleType
from uuid import UUID

import pytest
from pydantic import ValidationError


def test_what_a_model_needs(testing: ModuleType, shop: ModuleType) -> None:
    """What is required is made up, and all else is left out."""
    animal = testing.make(shop.Animal)

    assert animal.model_dump(exclude_unset=True) == {
        "id": 1,
        "name": "name",
        "species": "cat",
        "born": date(2025, 1, 1),
        "owner": {"id": UUID(int=1), "address": {"kind": "street", "street": "street"}},
    }


def test_given_fields(testing: ModuleType, shop: ModuleType) -> None:
    """Given fields win, under their names in Python or in JSON, and are validated."""
    tom = testing.make(shop.Animal, name="Tom", born="2020-02-29", chipCode="C-1")
    kitten = testing.make(shop.Animal, chip_code=None, parents=[tom])

    assert (tom.name, tom.born, tom.chip_code) == ("Tom", date(2020, 2, 29), "C-1")
    assert kitten.parents == [tom]
    with pytest.raises(ValidationError):
        testing.make(shop.Animal, id="seven")


def test_the_same_again(testing: ModuleType, shop: ModuleType) -> None:
    """What is made is the same each time, and shared with nobody."""
    first, second = testing.make(shop.AnimalPage), testing.make(shop.AnimalPage)
    first.results.append(testing.make(shop.Animal))

    assert second == testing.make(shop.AnimalPage)


def test_aliases(testing: ModuleType, shop: ModuleType) -> None:
    """Unions and maps can be made, too; a union by the first member that comes to an end."""
    assert testing.make(shop.OwnerAddress) == shop.Street(kind="street", street="street")
    assert testing.make(shop.Prices) == {}


def test_chains(testing: ModuleType, shop: ModuleType) -> None:
    """A model that may hold itself ends as soon as it can."""
    assert testing.make(shop.Chain) == shop.Chain(next=None)


def test_endless_models(testing: ModuleType, shop: ModuleType) -> None:
    """A model that must hold itself can be given what it holds, and is not looked for for ever."""
    held = shop.Loop.model_construct(name="inner")

    assert testing.make(shop.Loop, next=held).next is held
    with pytest.raises(TypeError, match="give the fields of Loop that hold it again"):
        testing.make(shop.Loop)
