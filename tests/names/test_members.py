"""Names of a union's members."""

from __future__ import annotations

from typing import Any

import pytest

from generator.normalize.member_names import member_suffixes

Schema = dict[str, Any]

TEXT: Schema = {"type": "string"}
COUNT: Schema = {"type": "integer"}


def record(required: str = "", **properties: Schema) -> Schema:
    """Write an object; a hyphen in a property's name is an underscore here."""
    named = {name.replace("_", "-"): schema for name, schema in properties.items()}
    return {"type": "object", "properties": named, "required": required.split()}


def constant(value: str) -> Schema:
    """Write a constant."""
    return {"type": "string", "enum": [value]}


def listing(items: Schema) -> Schema:
    """Write a list."""
    return {"type": "array", "items": items}


@pytest.mark.parametrize(
    ("members", "names"),
    [
        ([record(kind=constant("cat")), record(kind=constant("dog"))], ["Cat", "Dog"]),
        ([{**record(a=TEXT), "title": "The cat"}, record(b=TEXT)], ["TheCat", "Object"]),
        ([record(a=TEXT), listing(TEXT), {"$ref": "x"}, {"type": "null"}],
         ["Object", "List", "", ""]),
        ([record(a=TEXT), record(b=TEXT)], ["WithA", "WithB"]),
        ([record(a=TEXT), record(a=TEXT, b=TEXT)], ["OnlyA", "WithB"]),
        ([record("a", a=TEXT), record(a=TEXT)], ["OnlyRequiredA", "OnlyOptionalA"]),
        ([record(a=TEXT), record(a=COUNT)], ["WithAString", "WithAInteger"]),
        ([record(a=listing(TEXT)), record(a=listing(record(b=TEXT)))],
         ["WithAStringList", "WithAObjectList"]),
        ([record(a=record(b=TEXT)), record(a=record(c=TEXT))], ["WithAB", "WithAC"]),
        ([record(a=constant("x"), b=TEXT), record(a=constant("x"), c=TEXT)],
         ["XWithB", "XWithC"]),
        ([record(a={"enum": ["x", "y"]}), record(a={"enum": ["x", "z"]})], ["WithAY", "WithAZ"]),
        ([record(a={"anyOf": [TEXT, {"type": "null"}]}), record(a=TEXT)],
         ["WithNullableA", "WithoutNullableA"]),
        ([record(a=TEXT, b=TEXT, c=TEXT, d=TEXT), record(a=TEXT, b=TEXT, c=TEXT, d=TEXT, e=TEXT)],
         ["WithoutE", "WithE"]),
        ([listing(TEXT), listing(COUNT)], ["StringList", "IntegerList"]),
        ([listing(record(a=TEXT)), listing(record(b=TEXT))], ["WithAList", "WithBList"]),
        ([{"enum": ["x"], **TEXT}, {"enum": [1], **COUNT}], ["StringChoice", "IntegerChoice"]),
    ],
)  # fmt: skip
def test_members(members: list[Schema], names: list[str]) -> None:
    """A member is named by constant, title or kind, and then by what only it has."""
    assert member_suffixes(members) == names


def test_order() -> None:
    """A member is called the same wherever it stands."""
    members = [record(a=TEXT), record(a=TEXT, b=TEXT), record(a=TEXT, c=TEXT), listing(TEXT)]

    assert member_suffixes(members[::-1]) == member_suffixes(members)[::-1]


def test_members_of_which_the_same_can_be_said() -> None:
    """Members that differ in descriptions alone are called the same, and so are one class."""
    described = record(a={**TEXT, "description": "What a is."})

    assert member_suffixes([record(a=TEXT), described]) == ["Object", "Object"]
