"""Every feature of schemas, in a generated client: what is valid is taken, and goes back as it came."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from pydantic import ValidationError

from tests.support.generation import generate_below, imported
from tests.support.server import RecordingServer

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

TREE = {"children": [{"named": {"x": {"parent": {}}}}], "parent": {"children": []}}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Generate the client of the document."""
    base = tmp_path_factory.mktemp("schemas")
    document = Path(__file__).with_name("document.yaml")
    return generate_below(base, document, "features")


@pytest.fixture
def package(folder: Path) -> Iterator[ModuleType]:
    """Import the client."""
    with imported(folder) as package:
        yield package


@pytest.fixture
def server() -> Iterator[RecordingServer]:
    """A server that answers as it is told."""
    with RecordingServer() as server:
        yield server


@pytest.mark.parametrize(
    ("name", "value", "kind"),
    [
        ("around", {"name": "a", "kind": "cat", "claws": 1}, "AroundUnionCat"),
        ("around", {"name": "a", "kind": "dog", "bark": "loud"}, "AroundUnionDog"),
        ("around", {"name": "a", "kind": "cow"}, "dict"),
        ("demanding", {"a": "x"}, "Demanding"),
        ("mapped", {"kind": "meow", "claws": 1}, "Cat"),
        ("mapped", {"kind": "woof", "bark": "loud"}, "Dog"),
        ("mapped", {"kind": "moo", "milk": True}, "dict"),
        ("implied", {"type": "circle", "radius": 1.5}, "ImpliedCircle"),
        ("implied", {"type": "square", "side": 2.0}, "ImpliedSquare"),
        ("implied", {"type": "star", "points": 5}, "dict"),
        ("inferred", {"star": "Moon", "phase": "full"}, "Moon"),
        ("inferred", {"star": "Sun", "heat": 6000}, "Sun"),
        ("inferred", {"star": "Vega"}, "dict"),
        ("patterns", {"x-a": 1, "x-b": 2}, "dict"),
        ("tuple", ["a", 1], "list"),
        ("anything", {"a": [1, None]}, "dict"),
        ("nothing", "but something", "str"),
        ("constant", "fixed", "str"),
        ("constant", "loose", "str"),
        ("several", "a", "str"),
        ("several", 1, "int"),
        ("several", None, "NoneType"),
        ("left", None, "NoneType"),
        ("middle", None, "NoneType"),
        ("right", None, "NoneType"),
        ("right", "a", "str"),
        ("right", "new", "str"),
        ("limit", 5, "int"),
        ("limit", "unlimited", "str"),
        ("limit", "ample", "str"),
        ("choice", "auto", "str"),
        ("choice", "required", "str"),
        ("choice", {"kind": "meow", "claws": 1}, "Cat"),
        ("choice", None, "NoneType"),
        ("mixed", 1, "int"),
        ("mixed", True, "bool"),
        ("mixed", "1", "str"),
        ("mixed", 1.5, "float"),
        ("mixed", "new", "str"),
        ("mixed", False, "bool"),
        ("flags", {"a": 0, "b": False, "c": None}, "dict"),
        ("alike", 1, "int"),
        ("alike", True, "bool"),
        ("listed", ["card", "cash"], "list"),
        ("counted", {"a": "one", "b": "two"}, "dict"),
        ("either", ["card", "cash"], "list"),
        ("pairs", ["a"], "list"),
        ("strange", "a", "str"),
        ("huge", 100000000000000000000, "int"),
        ("tree", TREE, "Tree"),
        ("chicken", {"egg": {"chicken": {"egg": {}}}}, "Chicken"),
        ("open", {"a": "x", "b": 1}, "EverythingOpen"),
        ("counts", {"a": 1}, "dict"),
        ("free", {"a": {"b": None}}, "dict"),
        ("except", "x", "str"),
        ("encoded", "aGVsbG8=", "str"),
        ("big", 2**80, "int"),
        ("amount", "12345678901234567890.10", "Decimal"),
        ("day", "2026-02-28", "date"),
        ("at", "2026-02-28T23:59:59Z", "datetime"),
        ("clock", "23:59:59", "time"),
        ("lasting", "P1DT2H", "timedelta"),
        ("id", "5f0c0e0f-7d4b-4b43-8a3f-2f7a1d7c2b11", "UUID"),
        ("unheard", {"of": 1}, "dict"),
    ],
)
def test_round_trip(package: ModuleType, name: str, value: Any, kind: str) -> None:
    """A valid value is read as its type, and written as it came; unknown ones are kept."""
    read = package.models.Everything.model_validate_json(json.dumps({name: value}))
    (found,) = [getattr(read, field) for field in read.model_fields_set]

    assert type(found).__name__ == kind
    written = read.model_dump(mode="json", by_alias=True, exclude_unset=True)
    assert json.dumps(written) == json.dumps({name: value})


def test_part_that_only_demands(package: ModuleType) -> None:
    """A part of `allOf` that only lists required properties makes them required."""
    with pytest.raises(ValidationError, match="Field required"):
        package.models.Demanding(b="x")


def test_one_way_properties(package: ModuleType, server: RecordingServer) -> None:
    """A request needs nothing that is read only, an answer nothing that is write only."""
    server.reply(200, json={"id": 7, "name": "a"})
    with package.FeaturesClient(base_url=server.url) as client:
        made = client.things.create(name="a", secret="s")

    assert server.requests[0].json == {"name": "a", "secret": "s"}
    assert (made.id, made.secret, made.name) == (7, None, "a")


def test_read_only_property_is_no_argument(package: ModuleType, server: RecordingServer) -> None:
    """What is read only cannot be sent."""
    client = package.FeaturesClient(base_url=server.url)

    with client, pytest.raises(TypeError, match="id"):
        client.things.create(id=7, name="a")
    assert server.requests == []


def test_asynchronous(package: ModuleType, server: RecordingServer) -> None:
    """The asynchronous client reads the same."""
    server.reply(200, json={"mapped": {"kind": "moo"}, "tree": TREE})

    async def listed() -> Any:
        async with package.AsyncFeaturesClient(base_url=server.url) as client:
            return await client.things.list()

    read = asyncio.run(listed())
    assert read.mapped == {"kind": "moo"}
    assert read.tree.children[0].named["x"].parent == package.models.Tree()
