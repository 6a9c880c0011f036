"""The client of the shop, and one way of calling it for each kind of client."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import anyio
import pytest

from tests.support.expected import TESTS
from tests.support.generation import generate_below, imported

FOLDER = TESTS / "testing_fake" / "shop"


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Generate the client of the folder's document."""
    base = tmp_path_factory.mktemp("fakes")
    return generate_below(base, FOLDER / "document.yaml", "shop")


@pytest.fixture
def shop(folder: Path) -> Iterator[ModuleType]:
    with imported(folder) as package:
        yield package


@pytest.fixture
def testing(shop: ModuleType) -> ModuleType:
    import shop.testing as module  # type: ignore[import-not-found]  # made by the test

    assert isinstance(module, ModuleType)
    return module


@pytest.fixture
def fake(testing: ModuleType) -> Iterator[Any]:
    with testing.fake_shop() as fake:
        yield fake


Ask = Callable[[Callable[[Any], Any]], Any]


@pytest.fixture(params=["sync", "asyncio", "trio"])
def ask(request: pytest.FixtureRequest, fake: Any) -> Ask:
    """Ask the fake by one of its clients: `ask(lambda client: client.animals.retrieve(1))`."""
    if request.param == "sync":
        return lambda action: action(fake.client)

    async def awaited(action: Callable[[Any], Any]) -> Any:
        return await action(fake.async_client)

    return lambda action: anyio.run(awaited, action, backend=request.param)
