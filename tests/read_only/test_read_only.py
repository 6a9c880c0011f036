"""What is only read is not sent, however deep in a body it is; answers have it."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tests.support.clients import Clients, settled
from tests.support.expected import TESTS
from tests.support.generation import generate_below, imported
from tests.support.server import RecordingServer

OWNER = {
    "id": 5,
    "createdAt": "2026-01-31T12:00:00Z",
    "name": "Ann",
    "boss": {"id": 6, "name": "B"},
}
SENT = {"name": "Ann", "boss": {"name": "B"}}
PET = {"id": 1, "name": "Bo", "owner": OWNER, "former": [OWNER], "by_role": {"id": OWNER}}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    base = tmp_path_factory.mktemp("read_only")
    return generate_below(base, TESTS / "read_only" / "shop" / "document.yaml", "shop")


@pytest.fixture(scope="module")
def shop(folder: Path) -> Iterator[ModuleType]:
    with imported(folder) as package:
        yield package


@pytest.fixture
def server() -> Iterator[RecordingServer]:
    with RecordingServer() as server:
        yield server


@pytest.fixture(params=["sync", "async"])
def call(request: pytest.FixtureRequest, shop: ModuleType, server: RecordingServer) -> Clients:
    return Clients(package=shop, url=server.url, is_async=request.param == "async")


def test_dicts(call: Clients, server: RecordingServer) -> None:
    """Objects, lists, maps and what refers to itself leave out what is only read, given as dicts."""
    server.reply(json=PET)
    fields = {key: value for key, value in PET.items() if key != "id"}
    call(lambda client: settled(client.pets.replace(1, **fields)))
    assert server.request.json == {
        "name": "Bo",
        "owner": SENT,
        "former": [SENT],
        "by_role": {"id": SENT},
    }


def test_an_answer_is_sent_back(call: Clients, server: RecordingServer) -> None:
    """An answer has what is only read, and may be sent back as it came: it is not changed."""
    server.reply(json=PET).reply(json=PET)

    async def change(client: Any) -> Any:
        pet = await settled(client.pets.replace(1, name="Bo"))
        await settled(client.pets.replace(1, name="Bo", owner=pet.owner))
        return pet

    pet = call(change)
    assert (pet.id, pet.owner.id, pet.owner.boss.id) == (1, 5, 6)
    assert server.requests[-1].json == {"name": "Bo", "owner": SENT}


def test_a_body_as_one_argument(call: Clients, server: RecordingServer) -> None:
    """A body that is no object of arguments leaves them out, too."""
    server.reply(204)
    call(lambda client: settled(client.owners.add(body=[OWNER, {"name": "C"}])))
    assert server.request.json == [SENT, {"name": "C"}]


def test_a_part(call: Clients, server: RecordingServer) -> None:
    """So does an object in a part of a multipart body."""
    server.reply(204)
    call(lambda client: settled(client.photos.add(file=b"x", owner=OWNER)))
    assert b'{"name":"Ann","boss":{"name":"B"}}' in server.request.body


def test_arguments(shop: ModuleType) -> None:
    """A property is no argument where what it refers to is only read."""
    names = inspect.signature(shop.ShopClient(base_url="https://x.example").keepers.add).parameters
    assert list(names) == ["name"]


def test_only_what_needs_it(folder: Path) -> None:
    """Bodies that reach nothing that is only read say nothing of it."""
    toys = (folder / "_operations" / "toys.py").read_text(encoding="utf-8")
    owners = (folder / "_operations" / "owners.py").read_text(encoding="utf-8")
    assert "ReadOnly" not in toys
    assert 'exclude=ReadOnly({"Owner": ("id", "created_at")})' in owners
