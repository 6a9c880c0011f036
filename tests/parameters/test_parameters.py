"""Parameters of a generated client, as they arrive at a server."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import pytest

from tests.support.clients import Clients
from tests.support.expected import TESTS, check_text
from tests.support.generation import generate_below, imported
from tests.support.server import RecordingServer

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from types import ModuleType

FOLDER = TESTS / "parameters" / "search"
DAYS = {"from_day": "a", "to_day": "b/c"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Generate the client of the folder's document."""
    base = tmp_path_factory.mktemp("parameters")
    return generate_below(base, FOLDER / "document.yaml", "search")


@pytest.fixture(scope="module")
def search(folder: Path) -> Iterator[ModuleType]:
    with imported(folder) as package:
        yield package


@pytest.fixture
def server() -> Iterator[RecordingServer]:
    with RecordingServer() as server:
        yield server.always(204)


@pytest.fixture(params=["sync", "async"])
def call(request: pytest.FixtureRequest, search: ModuleType, server: RecordingServer) -> Clients:
    return Clients(package=search, url=server.url, is_async=request.param == "async")


@pytest.mark.parametrize("path", ["resources/items.py", "_operations/items.py"])
def test_modules(folder: Path, path: str) -> None:
    """Signatures are typed, and the wire facts say only what differs from the usual."""
    check_text((folder / path).read_text(), FOLDER / "expected" / path)


@pytest.mark.parametrize(
    ("action", "path"),
    [
        (
            lambda client: client.paths.by_simple_path("a/b", [1, 2], DAYS, DAYS),
            "/simple/a%2Fb/1,2/fromDay,a,toDay,b%2Fc/fromDay=a,toDay=b%2Fc",
        ),
        (
            lambda client: client.paths.by_label([1, 2], DAYS, DAYS),
            "/label/.1,2/.fromDay,a,toDay,b%2Fc/.fromDay=a.toDay=b%2Fc",
        ),
        (
            lambda client: client.paths.by_matrix([1, 2], DAYS, DAYS),
            "/matrix/;many=1,2/;object=fromDay,a,toDay,b%2Fc/;fromDay=a;toDay=b%2Fc",
        ),
    ],
    ids=["simple", "label", "matrix"],
)
def test_paths(call: Clients, server: RecordingServer, action: Any, path: str) -> None:
    """Each style of the path writes texts, lists and objects, and escapes what would end a segment."""
    call(action)
    assert server.request.target == path


@pytest.mark.parametrize(
    ("arguments", "query"),
    [
        ({}, ""),
        ({"text": ""}, "text="),
        ({"text": "a b&c=d/e+é"}, "text=a%20b%26c%3Dd%2Fe%2B%C3%A9"),
        ({"number": 1e21}, "number=1000000000000000000000"),
        ({"number": 2.5}, "number=2.5"),
        ({"is_open": True}, "isOpen=true"),
        ({"day": date(2026, 11, 21)}, "day=2026-11-21"),
        ({"since": datetime(2026, 11, 21, 8, tzinfo=UTC)}, "since=2026-11-21T08%3A00%3A00Z"),
        ({"kind": "new"}, "kind=new"),
        ({"ids": [1, 2]}, "ids%5B%5D=1&ids%5B%5D=2"),
        ({"ids": []}, ""),
        ({"joined": (1, 2)}, "joined=1,2"),
        ({"spaced": [1, 2]}, "spaced=1%202"),
        ({"piped": [1, 2]}, "piped=1%7C2"),
        ({"range": DAYS}, "fromDay=a&toDay=b%2Fc"),
        ({"flat": DAYS}, "flat=fromDay,a,toDay,b%2Fc"),
        ({"path": "a/b?c&d"}, "path=a/b?c%26d"),
        ({"query": {"made_by": "é"}}, "query=%7B%22madeBy%22%3A%22%C3%A9%22%7D"),
    ],
)
def test_queries(call: Clients, server: RecordingServer, arguments: Any, query: str) -> None:
    """Each style of the query writes what it is given, without Python's spelling or names."""
    call(lambda client: client.items.search(**arguments))
    assert server.request.query == query


def test_a_deep_object(call: Clients, search: ModuleType, server: RecordingServer) -> None:
    """A deepObject nests objects and lists in brackets, given as a model or as a mapping."""
    given = search.Filter(made_by="Ada", tags=["x", "y"], range={"fromDay": "a"})
    call(lambda client: client.items.search(deep=given))
    call(lambda c: c.items.search(deep={"made_by": "Ada", "tags": ["x"], "range": {"toDay": "b"}}))
    assert [one.pairs for one in server.requests] == [
        [
            ("deep[madeBy]", "Ada"),
            ("deep[tags][]", "x"),
            ("deep[tags][]", "y"),
            ("deep[range][fromDay]", "a"),
        ],
        [("deep[madeBy]", "Ada"), ("deep[tags][]", "x"), ("deep[range][toDay]", "b")],
    ]


@pytest.mark.parametrize(
    ("arguments", "name", "text"),
    [
        ({"x_number": 3}, "x-number", "3"),
        ({"x_many": [1, 2]}, "x-many", "1,2"),
        ({"x_range": DAYS}, "x-range", "fromDay=a,toDay=b/c"),
        ({"x_query": DAYS}, "x-query", '{"fromDay":"a","toDay":"b/c"}'),
        ({"session": "a;b c"}, "cookie", "session=a%3Bb%20c"),
        ({"many": [1, 2]}, "cookie", "many=1,2"),
        ({"session": "a", "many": [1]}, "cookie", "session=a; many=1"),
    ],
)
def test_headers_and_cookies(
    call: Clients, server: RecordingServer, arguments: Any, name: str, text: str
) -> None:
    """Headers are written unescaped, and cookies such that none can begin another."""
    call(lambda client: client.items.search(**arguments))
    assert server.request.headers[name] == text
