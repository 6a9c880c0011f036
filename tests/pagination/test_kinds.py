"""Each folder holds a document, a play of calls and answers, and what comes of it."""

from __future__ import annotations

import json
import re
from operator import attrgetter
from typing import TYPE_CHECKING, Any

import pytest

from tests.pagination.conftest import HERE, Play
from tests.pagination.test_pages import turned
from tests.runtime.helpers import everything
from tests.support.expected import check_json, feature_folders
from tests.support.generation import generate

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

KINDS = feature_folders("pagination")
BEGUN_IN_THE_MIDDLE = sorted(path.parent.name for path in HERE.glob("*/middle.json"))

TURN = r"items=[^\n]*,\s+turn=[^)]*\),"


def script(play: Play, kind: str, name: str) -> Callable[[Any], Any]:
    """Let the server give a play's answers; return what makes its call."""
    told = json.loads((HERE / kind / name).read_text(encoding="utf-8"))
    for answer in told["answers"]:
        play.server.reply(**answer)
    return lambda client: attrgetter(told["call"])(client)(**told["arguments"])


@pytest.mark.parametrize("kind", KINDS)
def test_iterating_goes_on_over_all_pages(play: Play, kind: str) -> None:
    """`for` and `async for` yield every item once, with one request a page and none beyond the end."""
    call = script(play, kind, "play.json")
    pets = play(kind, lambda client: everything(call(client)))
    check_json(seen(play, pets), HERE / kind / "expected.json")


@pytest.mark.parametrize("kind", BEGUN_IN_THE_MIDDLE)
def test_a_list_may_begin_in_the_middle(play: Play, kind: str) -> None:
    """Where the caller says at which page to begin, the pages from there on follow, to the end."""
    call = script(play, kind, "middle.json")
    pets = play(kind, lambda client: everything(call(client)))
    assert [pet.id for pet in pets] == ["c", "d", "e"]
    check_json(seen(play, pets), HERE / kind / "middle_expected.json")


@pytest.mark.parametrize("kind", BEGUN_IN_THE_MIDDLE)
def test_a_page_in_the_middle_turns(play: Play, kind: str) -> None:
    """next_page() of a page that the caller asked for is the one after it."""
    call = script(play, kind, "middle.json")
    first, second = play(kind, lambda client: turned(call(client)))
    assert [[pet.id for pet in page.items] for page in (first, second)] == [["c", "d"], ["e"]]


def seen(play: Play, pets: list[Any]) -> dict[str, Any]:
    """Tell which items came, and of which requests."""
    requests = [
        f"{one.method} {one.target}{f' {one.body.decode()}' if one.body else ''}"
        for one in play.server.requests
    ]
    return {"items": [pet.id for pet in pets], "requests": requests}


def facts_of(folder: Path) -> dict[str, Any]:
    """Read of a client's files how its list goes on."""
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    wire = (folder / "_operations" / "pets.py").read_text(encoding="utf-8")
    told = (folder / "api.md").read_text(encoding="utf-8")
    return {
        "manifest": [one["pagination"] for one in manifest["operations"]],
        "wire": [" ".join(one.split()) for one in re.findall(TURN, wire)],
        "api.md": [line for line in told.splitlines() if line.startswith("A list in pages")],
        "runtime": sorted(
            path.stem
            for path in (folder / "_runtime").iterdir()
            if path.stem in {"counting", "cursors", "pagination"}
        ),
    }


@pytest.mark.parametrize("kind", KINDS)
def test_client_says_how_a_list_goes_on(kind: str, folder: Callable[[str], Path]) -> None:
    """Manifest, wire facts and reference tell the kind, and the runtime has no other."""
    check_json(facts_of(folder(kind)), HERE / kind / "facts.json")


def test_when_in_doubt_a_list_is_no_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a wrong guess would lose items or go on for ever, a list stays what it is."""
    monkeypatch.chdir(tmp_path)
    client = generate(HERE / "doubts.yaml", tmp_path / "shop")
    manifest = json.loads((client / "manifest.json").read_text(encoding="utf-8"))
    assert len(manifest["operations"]) == 8
    assert {one["path"]: one["pagination"] for one in manifest["operations"]} == dict.fromkeys(
        one["path"] for one in manifest["operations"]
    )
