"""Pages of every kind: what they have, and what they refuse."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from tests.pagination.conftest import HERE, Play
from tests.runtime.helpers import everything
from tests.support.expected import check_text

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

A, B = [{"id": "a"}], [{"id": "b"}]


def turned(pages: Any) -> Any:
    """Return a page and the one after it."""
    return turned_later(pages) if hasattr(pages, "__await__") else (pages, pages.next_page())


async def turned_later(pages: Any) -> Any:
    first = await pages
    return first, await first.next_page()


def test_a_page_has_items_raw_body_and_next_page(play: Play) -> None:
    """A page has its items, the body as it came, and the page after it."""
    play.server.reply(json={"data": A, "pagination": {"nextPageToken": "2"}, "kept": 1})
    play.server.reply(json={"data": B})
    first, second = play("cursor", lambda client: turned(client.pets.list()))
    assert [[pet.id for pet in page.items] for page in (first, second)] == [["a"], ["b"]]
    assert (first.has_next, second.has_next) == (True, False)
    assert (first.raw.pagination.next_page_token, first.raw.model_extra) == ("2", {"kept": 1})


def test_the_body_itself_may_be_the_list(play: Play) -> None:
    """Where the answer is an array, items and raw body are the same."""
    play.server.reply(json=A).reply(json=B)
    first, second = play("offset", lambda client: turned(client.pets.list()))
    assert first.raw == first.items
    assert repr(second) == f"<{type(second).__name__} 1 items, has_next=True>"


def test_a_raw_response_parses_to_a_page(play: Play) -> None:
    """With raw responses a list gives the response of its first page."""
    play.server.reply(json=A, headers={"X-Next-Cursor": "c2"})
    raw = play("cursor_header", lambda client: client.with_raw_response.pets.list())
    assert (raw.status_code, raw.headers["x-next-cursor"]) == (200, "c2")
    assert raw.parse().has_next is True


@pytest.mark.parametrize(
    ("kind", "answer"),
    [
        ("cursor", {"json": {"data": A, "pagination": {"nextPageToken": "same"}}}),
        ("cursor_header", {"json": A, "headers": {"X-Next-Cursor": "same"}}),
        ("last_item", {"json": {"data": A, "has_more": True}}),
        ("link_header", {"json": A, "headers": {"Link": '</pets?cursor=x>; rel="next"'}}),
        ("next_link", {"json": {"data": A, "links": {"next": {"href": "/pets?x"}}}}),
        ("offset", {"json": A}),
        ("page_number", {"json": {"data": A, "meta": {"total": 9}}}),
    ],
)
def test_a_list_without_end_is_noticed(play: Play, kind: str, answer: Any) -> None:
    """A server that always says the same ends the list with an error, after its second answer."""
    play.server.always(**answer)
    with pytest.raises(play.error(kind), match=r"circle|same page again"):
        play(kind, lambda client: everything(client.pets.list()))
    assert len(play.server.requests) == 2


def test_cursors_in_a_circle_are_noticed(play: Play) -> None:
    """A cursor that was there before ends the list with an error."""
    play.server.reply(json={"data": A, "pagination": {"nextPageToken": "2"}})
    play.server.reply(json={"data": B, "pagination": {"nextPageToken": "3"}})
    play.server.reply(json={"data": A, "pagination": {"nextPageToken": "2"}})
    with pytest.raises(play.error("cursor"), match="circle"):
        play("cursor", lambda client: everything(client.pets.list()))


def test_cursors_that_lead_back_to_where_the_caller_began_are_noticed(play: Play) -> None:
    """The page that the caller asked for is not gone through a second time for ever."""
    play.server.reply(json={"data": A, "pagination": {"nextPageToken": "3"}})
    play.server.reply(json={"data": B, "pagination": {"nextPageToken": "2"}})
    play.server.reply(json={"data": A, "pagination": {"nextPageToken": "3"}})
    with pytest.raises(play.error("cursor"), match="circle"):
        play("cursor", lambda client: everything(client.pets.list(page_token="2")))


def test_a_link_header_to_another_origin_is_refused(play: Play) -> None:
    """Credentials do not follow a header to another host."""
    play.server.reply(json=A, headers={"Link": '<https://evil.example/pets>; rel="next"'})
    with pytest.raises(play.error("link_header"), match="credentials are not sent there"):
        play("link_header", lambda client: everything(client.pets.list()))


@pytest.mark.parametrize("body", [{}, {"data": A}, {"data": A, "pagination": {}}])
def test_nothing_where_the_cursor_should_be_ends_the_list(play: Play, body: Any) -> None:
    """An answer without a cursor is the last page."""
    play.server.reply(json=body)
    pets = play("cursor", lambda client: everything(client.pets.list()))
    assert [{"id": pet.id} for pet in pets] == body.get("data", [])


def test_an_empty_page_with_the_cursor_asked_for_is_the_last(play: Play) -> None:
    """A server that has nothing new and repeats the cursor has come to its end."""
    play.server.reply(json={"data": A, "pagination": {"nextPageToken": "2"}})
    play.server.reply(json={"data": [], "pagination": {"nextPageToken": "2"}})
    pets = play("cursor", lambda client: everything(client.pets.list()))
    assert [pet.id for pet in pets] == ["a"]


def test_types(folder: Callable[[str], Path]) -> None:
    """Type checkers know items and bodies, also where the body is the list."""
    base = folder("offset").parent
    clients = [str(folder(kind)) for kind in ("offset", "cursor")]
    script = HERE / "types" / "expected" / "script.py"
    options = ["--strict", "--config-file=", "--no-error-summary", "--hide-error-context"]
    run = subprocess.run(
        [sys.executable, "-m", "mypy", *options, "--no-pretty", str(script), *clients],
        cwd=base,
        env={"MYPYPATH": str(base), "MYPY_CACHE_DIR": str(base / "cache")},
        capture_output=True,
        text=True,
        check=False,
    )
    said = [line.split("script.py:")[-1] for line in run.stdout.splitlines()]
    check_text(
        "".join(f"{line}\n" for line in said), HERE / "types" / "expected" / "script.mypy.txt"
    )
