"""Models, as generated classes derive them."""

from __future__ import annotations

import copy
import json
from datetime import datetime
from typing import Annotated, Any, Literal

import pytest
from pydantic import BaseModel, TypeAdapter, ValidationError
from runtime.models import construct
from runtime.tagged import Model
from typing_extensions import TypeAliasType

from tests.runtime.petshop.models import Owner, Pet

DEPTH = 40


class Group(Model):
    """A node that holds nodes."""

    type: Literal["group"]
    nodes: list[Node]


class Frame(Model):
    """Another kind of node that holds nodes."""

    type: Literal["frame"]
    nodes: list[Node]
    is_open: bool


Node = TypeAliasType("Node", "Group | Frame | dict[str, Any]")


class Leaf(Model):
    """A class that refers to the others twice."""

    first: Either | None = None
    second: Either | None = None


class Branch(Model):
    """A class in a circle with the others."""

    leaf: Leaf | None = None


class Trunk(Model):
    """A class that leads into the circle."""

    either: Either | None = None
    branch: Branch | None = None


Either = TypeAliasType("Either", "str | Branch | dict[str, Any]")


def tree(depth: int) -> dict[str, Any]:
    """Return a group in a group in a group."""
    node: dict[str, Any] = {"type": "group", "nodes": []}
    for _ in range(depth):
        node = {"type": "group", "nodes": [node]}
    return node


def test_a_deep_tree_of_unions_is_read_in_time() -> None:
    """Reading a tree takes as long as the tree is large, not twice as long for each level."""
    read = TypeAdapter[Any](Node).validate_json(json.dumps(tree(DEPTH)))
    assert read.model_dump(exclude_unset=True) == tree(DEPTH)


def test_an_unknown_kind_of_node_is_kept() -> None:
    """A member that the union does not know stays as it came, wherever it stands."""
    unknown = {"type": "group", "nodes": [{"type": "star", "points": 5}]}
    read = TypeAdapter[Any](Node).validate_json(json.dumps(unknown))
    assert (type(read), read.nodes) == (Group, [{"type": "star", "points": 5}])


def test_a_class_with_a_constant_is_made_by_its_fields() -> None:
    """The constant is an argument like others, and what is made can be validated again."""
    group = Group(type="group", nodes=[])
    assert Group.model_validate(group) is group


@pytest.mark.parametrize("wrong", [{"type": "frame"}, {}])
def test_a_wrong_constant_is_an_error_that_names_the_field(wrong: dict[str, Any]) -> None:
    """A constant that is another, or missing, is said to be the reason."""
    with pytest.raises(ValidationError, match="'type'"):
        Group.model_validate({"nodes": [], **wrong})


def test_a_model_is_left_as_it_is_when_another_is_made_of_it() -> None:
    """Pydantic's schema of a class is the same before and after one for a class that holds it."""
    TypeAdapter[Any](Leaf).validate_python({}).model_dump()
    TypeAdapter[Any](Branch).validate_python({}).model_dump()
    before = copy.deepcopy(Branch.__pydantic_core_schema__)
    TypeAdapter[Any](Trunk).validate_python({}).model_dump()
    assert Branch.__pydantic_core_schema__ == before


Aliased = TypeAliasType("Aliased", Annotated[Pet | Owner | None, "a note"])


@pytest.mark.parametrize(
    ("type_", "value", "made"),
    [
        (Pet | Owner, {"firstName": 1, "more": 2}, Owner),
        (Aliased, {"id": "one", "name": 2}, Pet),
        (dict[str, Pet], {"a": {"id": "one"}}, dict),
        (list[Pet], [{"id": "one"}], list),
        (int, {"a": 1}, dict),
        (Pet, [1], list),
        (datetime, "soon", str),
    ],
)
def test_a_value_becomes_the_nearest_thing(type_: Any, value: Any, made: type[Any]) -> None:
    """Of several models the one that knows most of an object's names is made of it."""
    assert type(construct(type_, value)) is made


class Closed(BaseModel):
    """A model of the user's own that keeps nothing besides its fields."""

    count: int


def test_models_of_the_users_own_are_made_too() -> None:
    """A model that allows no further fields gets none."""
    assert construct(Closed, {"count": "many", "more": 1}).__dict__ == {"count": "many"}
