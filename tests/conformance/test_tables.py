"""Clients of the tables' documents put on the wire what the tables say, byte for byte."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.conformance.tables import TABLES, call, observed, style_parts, table
from tests.support.clients import Clients
from tests.support.generation import generate, imported
from tests.support.server import RecordingServer

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

pytestmark = pytest.mark.skipif(not TABLES.exists(), reason="the conformance tables are not here")

_STYLES = table("style_table.json")
_ROWS = [row for row in _STYLES.get("table", []) if row["assertable"]]
_CASES = table("echo_cases.json").get("cases", [])


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, ModuleType]]:
    """Generate and import the clients of the two documents."""
    base = tmp_path_factory.mktemp("tables")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(base)
        style = generate(TABLES / "style_openapi.yaml", base / "style")
        echo = generate(TABLES / "echo_openapi.yaml", base / "echo")
    with imported(style) as style_package, imported(echo) as echo_package:
        yield {"style": style_package, "echo": echo_package}


@pytest.fixture
def server() -> Iterator[RecordingServer]:
    with RecordingServer() as server:
        yield server.always(json={})


@pytest.fixture(params=["sync", "async"])
def style(
    request: pytest.FixtureRequest, packages: dict[str, ModuleType], server: RecordingServer
) -> Clients:
    return Clients(package=packages["style"], url=server.url, is_async=request.param == "async")


@pytest.fixture(params=["sync", "async"])
def echo(
    request: pytest.FixtureRequest, packages: dict[str, ModuleType], server: RecordingServer
) -> Clients:
    return Clients(package=packages["echo"], url=server.url, is_async=request.param == "async")


def test_the_tables_are_complete() -> None:
    """41 rows of the style table and 12 echo cases are there to be tried."""
    assert len(_ROWS) + len(_STYLES["appendix_c"]) == 41
    assert len(_CASES) == 12


@pytest.mark.parametrize("row", _ROWS, ids=lambda row: row["operationId"])
def test_every_defined_row_of_the_style_table(
    style: Clients, server: RecordingServer, row: Any
) -> None:
    """Each row of OpenAPI's style table that defines a result arrives as that result."""
    call(style, row["operationId"], {row["name"]: row["value"]})
    assert style_parts(server.request, row["name"])[row["location"]] == row["expected"]


@pytest.mark.parametrize("entry", _STYLES.get("appendix_c", []), ids=lambda entry: entry["id"])
def test_appendix_c(style: Clients, server: RecordingServer, entry: Any) -> None:
    """OpenAPI's appendix C, on percent-encoding and empty objects, is followed."""
    call(style, entry["id"], entry["args"])
    assert server.request.query == entry["expected_query"]


@pytest.mark.parametrize("case", _CASES, ids=lambda case: case["operationId"])
def test_every_echo_case(echo: Clients, server: RecordingServer, case: Any) -> None:
    """Each call of the echo cases arrives with the path, query, headers and body that it must have."""
    username, password = case["auth_plain"].get("http_auth", (None, None))
    body = (case["body"] or {}).get("json", {})
    arguments = {name: value for place in case["args"].values() for name, value in place.items()}
    call(echo, case["operationId"], {**arguments, **body}, username=username, password=password)
    assert observed(server.request, case["expect"]) == case["expect"]
