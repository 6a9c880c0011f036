"""Members of a union that only the discriminator tells apart, wherever the union stands."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.support.generation import generate, imported
from tests.support.server import RecordingServer

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    """Generate and import the client of the document."""
    document = Path(__file__).with_name("document.yaml")
    with imported(generate(document, tmp_path_factory.mktemp("client") / "feed")) as package:
        yield package


@pytest.mark.parametrize(
    ("name", "kind", "class_name"),
    [
        pytest.param("around", "made", "AroundMade", id="allOf around the union"),
        pytest.param("around", "changed", "AroundChanged", id="allOf, second member"),
        pytest.param("around", "gone", "dict", id="allOf, new member"),
        pytest.param(
            "around_nullable", "changed", "AroundNullableUnionChanged", id="allOf or null"
        ),
        pytest.param("before", "changed", "BeforeChanged", id="the union first in allOf"),
        pytest.param(
            "beside", "Changed", "BesideChanged", id="implied, properties beside the union"
        ),
        pytest.param("undeclared", "made", "Made", id="no member declares the property"),
        pytest.param("undeclared", "changed", "Changed", id="undeclared, second member"),
        pytest.param("named", "changed", "NamedChanged", id="the property refers to an enum"),
        pytest.param("listed", "changed", "ListedChanged", id="the property is an enum"),
        pytest.param("listed", "gone", "dict", id="enum, new member"),
    ],
)
def test_union_in_components(package: ModuleType, name: str, kind: str, class_name: str) -> None:
    """The discriminator decides about the class, and the value goes back as it came."""
    value = {"id": 1, "kind": kind, "name": "a"}
    read = package.models.Everything.model_validate_json(json.dumps({name: value}))

    assert type(getattr(read, name)).__name__ == class_name
    assert read.model_dump(mode="json", exclude_unset=True) == {name: value}


@pytest.mark.parametrize(
    ("answer", "class_name"),
    [
        ({"kind": "opened", "name": "a"}, "Opened"),
        ({"kind": "closed", "name": "a"}, "Closed"),
        ({"kind": "lost", "name": "a"}, "dict"),
    ],
)
def test_union_in_an_operation(
    package: ModuleType, answer: dict[str, Any], class_name: str
) -> None:
    """The discriminator of a union that stands in an operation counts as well."""
    with RecordingServer() as server, package.FeedClient(base_url=server.url) as client:
        server.reply(200, json=answer)
        assert type(client.news.latest()).__name__ == class_name


def test_properties_called_like_keywords(package: ModuleType) -> None:
    """Properties called `discriminator` and `anyOf` make no union."""
    value = {"discriminator": {"propertyName": "x"}, "anyOf": ["a"]}
    read = package.models.Unusual.model_validate(value)
    assert (read.discriminator.property_name, read.any_of) == ("x", ["a"])
