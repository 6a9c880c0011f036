"""Several servers, servers with variables, and servers without a host."""

from __future__ import annotations

import asyncio
import importlib
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from generator.build import build
from generator.load import load
from generator.names.lock import NameLock
from generator.names.servers import name_servers
from generator.normalize import normalize
from tests.build.test_build import Settings
from tests.support.expected import TESTS, check_text
from tests.support.generation import generate, generate_below, imported
from tests.support.server import RecordingServer

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FOLDER = TESTS / "servers" / "shop"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    base = tmp_path_factory.mktemp("servers")
    return generate_below(base, FOLDER / "document.yaml", "shop")


@pytest.fixture(scope="module")
def shop(folder: Path) -> Iterator[Any]:
    with imported(folder) as package:
        yield package


@pytest.mark.parametrize("file", ["servers.py", "README.md"])
def test_files(folder: Path, file: str) -> None:
    """A server is a constant, or a function with an argument for each of its variables."""
    check_text((folder / file).read_text(encoding="utf-8"), FOLDER / "expected" / file)


def test_a_server_is_a_base_url(shop: Any) -> None:
    """A client goes to the server that it is given."""
    servers = importlib.import_module("shop.servers")
    with RecordingServer() as server:
        server.reply(json={})
        url = servers.your_own(host="127.0.0.1", port=server.url.rpartition(":")[2], version="v2")
        with shop.ShopClient(base_url=url) as client:
            client.pets.list()
        assert server.request.path == "/v2/pets"


def test_a_server_is_a_base_url_of_the_asynchronous_client(shop: Any) -> None:
    """The asynchronous client goes there as well."""
    servers = importlib.import_module("shop.servers")

    async def run(url: str) -> None:
        async with shop.AsyncShopClient(base_url=url) as client:
            await client.pets.list()

    with RecordingServer() as server:
        server.reply(json={})
        port = server.url.rpartition(":")[2]
        asyncio.run(run(servers.your_own(host="127.0.0.1", port=port)))
        assert server.request.path == "/v1/pets"


def test_types(folder: Path) -> None:
    """Type checkers know the servers and the values of their variables."""
    options = ["--strict", "--config-file=", "--no-error-summary", "--hide-error-context"]
    script = FOLDER / "expected" / "script.py"
    run = subprocess.run(
        [sys.executable, "-m", "mypy", *options, "--no-pretty", str(script), str(folder)],
        cwd=folder.parent,
        env={"MYPYPATH": str(folder.parent), "MYPY_CACHE_DIR": str(folder.parent / "cache")},
        capture_output=True,
        text=True,
        check=False,
    )
    said = [line.split("script.py:")[-1] for line in run.stdout.splitlines()]
    check_text("".join(f"{line}\n" for line in said), FOLDER / "expected" / "script.mypy.txt")


def test_one_server_needs_no_module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there is nothing to choose from, there is no module for it."""
    monkeypatch.chdir(tmp_path)
    made = generate(TESTS / "streams" / "chat" / "document.yaml", tmp_path / "chat")
    assert not (made / "servers.py").exists()


def test_a_server_without_a_host_is_said(tmp_path: Path) -> None:
    """A relative URL alone is a note with its line, and is told in the client's documentation."""
    document = tmp_path / "document.yaml"
    text = (FOLDER / "document.yaml").read_text(encoding="utf-8")
    head, rest = text.split("servers:\n")
    paths = rest[rest.index("paths:") :]
    document.write_text(f"{head}servers:\n  - {{url: /v1}}\n{paths}", encoding="utf-8")
    normalized = normalize(load(document, name="document.yaml"), NameLock())
    client, notes = build(normalized, package="shop", settings=Settings())
    assert [str(one) for one in notes] == [
        "document.yaml:4:6  /servers/0/url  the server's URL '/v1' has no host; the client needs"
        " base_url=, unless an overlay gives the URL a host"
    ]
    assert client.relative_server == "/v1"


@pytest.mark.parametrize(
    ("servers", "names"),
    [
        ([("https://eu.x.io", ""), ("https://us.x.io", "")], ["eu", "us"]),
        ([("https://x.io/v1", ""), ("https://x.io/v2", "")], ["v1", "v2"]),
        ([("https://x.io", "Production"), ("https://y.io", "Production")], ["production", "y"]),
        ([("https://x.io", "Where everything that you do goes")], ["x_io"]),
        ([("http://{a}", ""), ("http://{b}", "")], ["server", "server_2"]),
        ([("https://x.io", "?"), ("https://y.io", "class")], ["question", "class_"]),
    ],
)
def test_names(servers: list[tuple[str, str]], names: list[str]) -> None:
    """A server is called by its description, or by what only its URL has."""
    assert list(name_servers(servers)) == names
