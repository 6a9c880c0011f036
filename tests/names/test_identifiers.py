"""Words, classes, attributes and fields."""

from __future__ import annotations

import keyword

import pytest
from pydantic import BaseModel

from generator.names.components import component_names
from generator.names.fields import field_names
from generator.names.identifiers import attribute_name, class_name, pascal_case, split_words
from generator.names.lock import NameLock
from generator.names.reserved import FIELD_NAMES


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("InsightRunDTO", "insight run dto"),
        ("GetV1_Foo", "get v1 foo"),
        ("listAPIs", "list apis"),
        ("OAuth2Token", "oauth2 token"),
        ("IPv4Address", "ipv4 address"),
        ("HTTPServer", "http server"),
        ("a.b/c-d", "a b c d"),
        ("user's", "users"),
        ("日本語", "日本語"),
        ("+1", "plus 1"),
        ("-1", "minus 1"),
        ("<", "less than"),
        ("2024-01-01", "2024 01 01"),
        ("👍", "thumbs up sign"),
        ("\x00", "u0"),
        ("\ud800", "ud800"),
        ("", "empty"),
    ],
)
def test_words(text: str, words: str) -> None:
    """Every text has at least one word, whatever its spelling."""
    assert " ".join(split_words(text)) == words


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("InsightRunDTO", "InsightRunDTO"),
        ("GetV1_Foo", "GetV1_Foo"),
        ("customer", "customer"),
        ("list", "list_"),
        ("class", "class_"),
        ("Any", "Any_"),
        ("payment_intent.created", "PaymentIntentCreated"),
        ("_Private", "Private"),
        ("2FA", "Model2fa"),
    ],
)
def test_classes(key: str, name: str) -> None:
    """A class is called like its component, unless Python or a model module cannot have that."""
    assert class_name(key) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [("formatPlan", "format_plan"), ("import", "import_"), ("self", "self_"), ("2fa", "value_2fa")],
)
def test_attributes(text: str, name: str) -> None:
    """An attribute is an identifier in lower case and no keyword."""
    assert attribute_name(text) == name


@pytest.mark.parametrize(
    ("text", "name"), [("insight_run", "InsightRun"), ("URL", "Url"), ("1.0", "1_0")]
)
def test_pascal_case(text: str, name: str) -> None:
    """Words are joined by capitals, digits by an underscore."""
    assert pascal_case(text) == name


def test_length() -> None:
    """A name is never so long that a file system refuses it."""
    assert len(attribute_name("very_long_" * 1000)) <= len("_" * 200)


def test_fields() -> None:
    """Fields of one model differ, start with a letter, and hide neither types nor pydantic."""
    assert field_names(
        ["fooBar", "foo_bar", "_create_in_folder", "date", "json", "model_dump", "model", "class"]
    ) == {
        "fooBar": "foo_bar_field",
        "foo_bar": "foo_bar",
        "_create_in_folder": "create_in_folder",
        "date": "date_",
        "json": "json_",
        "model_dump": "model_dump_",
        "model": "model",
        "class": "class_",
    }


def test_pydantic_attributes() -> None:
    """The written list of pydantic's attributes has all that the installed pydantic has."""
    public = {name for name in dir(BaseModel) if not name.startswith("_")}
    assert public <= FIELD_NAMES


def test_keywords() -> None:
    """No field is a keyword."""
    assert not set(field_names(keyword.kwlist).values()) & set(keyword.kwlist)


def test_components_differ_ignoring_case() -> None:
    """Two component keys that differ in case alone get names that differ in more."""
    sources = {"user": "/components/schemas/user", "User": "/components/schemas/User"}
    assert component_names(sources, NameLock()) == {"user": "user", "User": "UserModel"}


def test_locked_component() -> None:
    """A locked class name is kept, and the component that wants it gets another."""
    sources = {"User": "/components/schemas/User", "Person": "/components/schemas/Person"}
    lock = NameLock(schemas={"#/components/schemas/Person": "User"})
    assert component_names(sources, lock) == {"User": "UserModel", "Person": "User"}
