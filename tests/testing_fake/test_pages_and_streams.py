"""Pages and streams of a fake, by each kind of client."""

from __future__ import annotations

import json
from collections.abc import Iterator
from operator import attrgetter
from pathlib import Path
from types import ModuleType
from typing import Any

import anyio
import httpx2
import pytest

from tests.support.expected import TESTS, feature_folders
from tests.support.generation import generate, imported
from tests.testing_fake.conftest import Ask
from tests.testing_fake.test_answers import CAT


def cats(testing: ModuleType, shop: ModuleType, *names: str) -> list[Any]:
    """Make animals of these names."""
    return [testing.make(shop.Animal, name=name) for name in names]


def test_pages(fake: Any, ask: Ask, testing: ModuleType, shop: ModuleType) -> None:
    """The client goes from page to page; what a page needs besides its items is made up."""
    fake.animals.list.returns(cats(testing, shop, "a", "b"), [{**CAT, "name": "c"}])

    page = ask(lambda client: client.animals.list(limit=2))

    assert [one.name for one in page.items] == ["a", "b"]
    assert page.raw.count == 1
    assert page.has_next


def test_all_pages(fake: Any, testing: ModuleType, shop: ModuleType) -> None:
    """Each iteration starts at the first page."""
    fake.animals.list.returns(*([one] for one in cats(testing, shop, "a", "b", "c")))

    assert [one.name for one in fake.client.animals.list()] == ["a", "b", "c"]
    assert [one.name for one in fake.client.animals.list().next_page().items] == ["b"]
    assert len(fake.animals.list.calls) == 5


def test_all_pages_later(fake: Any, testing: ModuleType, shop: ModuleType) -> None:
    """The asynchronous client goes on, too."""
    fake.animals.list.returns(*([one] for one in cats(testing, shop, "a", "b")))

    async def names() -> list[str]:
        return [one.name async for one in fake.async_client.animals.list()]

    assert anyio.run(names, backend="trio") == ["a", "b"]


def test_no_items(fake: Any) -> None:
    """A list may be empty."""
    fake.animals.list.returns([])

    assert list(fake.client.animals.list()) == []


def test_body_of_a_page(fake: Any) -> None:
    """A page can be said as a whole."""
    fake.animals.list.returns_body({"count": 3, "results": []})

    assert fake.client.animals.list().raw.count == 3


def test_items_that_do_not_fit(fake: Any) -> None:
    """Items that are none are refused where they are said."""
    with pytest.raises(TypeError, match=r"results\.0\.name: Field required"):
        fake.animals.list.returns([{"id": 7}])


@pytest.mark.parametrize("kind", feature_folders("pagination"))
def test_every_kind_of_pages(kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """However a document lets its lists go on, the fake's go on so, twice, and end."""
    monkeypatch.chdir(tmp_path)
    package = generate(TESTS / "pagination" / kind / "document.yaml", tmp_path / "paged")
    call = json.loads((TESTS / "pagination" / kind / "play.json").read_text())["call"]
    with imported(package):
        from paged.testing import fake_paged  # type: ignore[import-not-found]

        with fake_paged() as fake:
            attrgetter(call)(fake).returns([{"id": "1"}, {"id": "2"}], [{"id": "3"}], [{"id": "4"}])
            pages = attrgetter(call)(fake.client)

            assert [pet.id for pet in pages()] == ["1", "2", "3", "4"]
            assert [pet.id for pet in pages()] == ["1", "2", "3", "4"]


def test_events(fake: Any, ask: Ask, shop: ModuleType) -> None:
    """A stream has the events that were said, and closes."""
    fake.animals.watch.streams([shop.Change(name="a\nb"), {"name": "c"}])

    stream = ask(lambda client: client.animals.watch(7))

    assert stream.status_code == 200
    assert stream.headers["content-type"] == "text/event-stream"


def test_events_in_turn(fake: Any, shop: ModuleType) -> None:
    """Events are models again."""
    changes = [shop.Change(name="a\nb"), shop.Change(name="c")]
    fake.animals.watch.streams(changes)

    with fake.client.animals.watch(7) as stream:
        assert list(stream) == changes


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_events_later(fake: Any, shop: ModuleType, backend: str) -> None:
    """The asynchronous client has the same events."""
    fake.animals.watch.streams([{"name": "a"}])

    async def names() -> list[str]:
        async with await fake.async_client.animals.watch(7) as stream:
            return [event.name async for event in stream]

    assert anyio.run(names, backend=backend) == ["a"]


@pytest.fixture
def chat(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """A fake whose operations stream in each way that there is."""
    monkeypatch.chdir(tmp_path)
    package = generate(TESTS / "streams" / "chat" / "document.yaml", tmp_path / "chat")
    with imported(package):
        from chat.testing import fake_chat  # type: ignore[import-not-found]

        with fake_chat() as fake:
            yield fake


def test_streams_by_a_flag(chat: Any) -> None:
    """An operation that streams or not has answers for both."""
    chat.answers.create.streams([{"delta": "a"}]).then.returns({"text": "b"})

    with chat.client.answers.create(text="?", stream=True) as stream:
        assert [part.delta for part in stream] == ["a"]
    assert chat.client.answers.create(text="?").text == "b"


def test_events_of_a_class(chat: Any) -> None:
    """A class may describe the whole event."""
    chat.answers.changes.streams([{"event": "added", "data": {"delta": "a"}}])

    with chat.client.answers.changes("7") as stream:
        assert [(one.event, one.data.delta) for one in stream] == [("added", "a")]


def test_lines(chat: Any) -> None:
    """JSON Lines are streams, too."""
    chat.answers.logs.streams([{"line": 1}, {"line": 2}])

    with chat.client.answers.logs("7") as stream:
        assert [log.line for log in stream] == [1, 2]


def test_an_event_as_it_is(fake: Any, shop: ModuleType) -> None:
    """A server-sent event is sent as it is, such as one that reports an error."""
    failure = httpx2.ServerSentEvent(event="error", data='{"message": "worn out"}')
    fake.animals.watch.streams([{"name": "a"}, failure])

    with (
        fake.client.animals.watch(7) as stream,
        pytest.raises(shop.APIStreamError, match="worn out"),
    ):
        list(stream)
