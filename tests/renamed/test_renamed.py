"""What the vendor renamed has its former name, too, and tells whoever uses it."""

from __future__ import annotations

import asyncio
import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tests.support.generation import generate, imported
from tests.support.server import RecordingServer

HERE = Path(__file__).parent
STAFF = "Renamed: use `client.staff.employ`."
SCRIPT = """
from zoo import Animal, ZooClient
from zoo.models import Beast

def name(client: ZooClient) -> str | None:
    animal: Animal = client.keepers.hire(name="Ann")
    beast: Beast = animal
    return beast.name
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A client that was generated before and after its vendor renamed things."""
    folder = tmp_path_factory.mktemp("renamed")
    generate(HERE / "before.yaml", folder / "zoo")
    return generate(HERE / "after.yaml", folder / "zoo")


@pytest.fixture
def zoo(folder: Path) -> Iterator[ModuleType]:
    """That client, imported."""
    with imported(folder) as module:
        yield module


@pytest.fixture
def server() -> Iterator[RecordingServer]:
    """A server that answers once with an animal."""
    with RecordingServer() as server:
        server.reply(200, json={"name": "Tom"})
        yield server


def test_method(zoo: ModuleType, server: RecordingServer) -> None:
    """A former call warns at the line that calls it, and does what the present one does."""
    with (
        zoo.ZooClient(base_url=server.url) as client,
        pytest.warns(DeprecationWarning, match="staff") as warned,
    ):
        assert client.keepers.hire(name="Ann").name == "Tom"

    assert [(str(one.message), one.filename) for one in warned] == [(STAFF, __file__)]
    assert (server.requests[0].method, server.requests[0].path) == ("POST", "/staff")
    assert json.loads(server.requests[0].body) == {"name": "Ann"}


def test_asynchronous_method(zoo: ModuleType, server: RecordingServer) -> None:
    """A former call warns when it is awaited, too."""

    async def hire() -> Any:
        async with zoo.AsyncZooClient(base_url=server.url) as client:
            return await client.keepers.hire(name="Ann")

    with pytest.warns(DeprecationWarning, match="staff.employ"):
        assert asyncio.run(hire()).name == "Tom"


def test_raw_response(zoo: ModuleType, server: RecordingServer) -> None:
    """A former call gives raw responses, too."""
    with (
        zoo.ZooClient(base_url=server.url) as client,
        pytest.warns(DeprecationWarning, match="staff"),
    ):
        raw = client.with_raw_response.keepers.hire(name="Ann")

    assert (raw.status_code, raw.parse().name) == (200, "Tom")


def test_present_names_do_not_warn(zoo: ModuleType, server: RecordingServer) -> None:
    """Present names say nothing."""
    with zoo.ZooClient(base_url=server.url) as client:
        assert isinstance(client.staff.employ(name="Ann"), zoo.Beast)


def test_model(zoo: ModuleType) -> None:
    """A former name of a model is the present one, and warns at the line that asks for it."""
    with pytest.warns(DeprecationWarning, match=r"Renamed: use `models.Beast`.") as warned:
        assert zoo.Animal is zoo.models.Beast
    with pytest.warns(DeprecationWarning, match=r"Renamed: use `models.Sort`."):
        assert zoo.models.Kind is zoo.Sort

    assert [one.filename for one in warned] == [__file__]


def test_imported_model(folder: Path) -> None:
    """A former name can be imported, and the warning is shown to whoever runs the script."""
    found = subprocess.run(
        [sys.executable, "-c", "from zoo import Animal; from zoo.models import Animal"],
        cwd=folder.parent,
        capture_output=True,
        text=True,
        check=True,
    )

    assert found.stderr.startswith("<string>:1: DeprecationWarning: Renamed: use `models.Beast`.")
    assert "__init__.py" not in found.stderr


def test_parts_keep_their_names(zoo: ModuleType) -> None:
    """What is only a part of something renamed keeps its name."""
    assert zoo.AnimalSex
    assert "AnimalSex" not in zoo.models._renamed.RENAMED


def test_placeholder_with_another_name(folder: Path) -> None:
    """An operation whose placeholder is called otherwise is the same, under the same name."""
    manifest = json.loads((folder / "manifest.json").read_text())

    assert manifest["operations"][0]["call"] == "animals.get"
    assert manifest["operations"][0]["path"] == "/zoo/animals/{animal_id}"
    assert manifest["renamed"] == {
        "keepers.hire": "staff.employ",
        "Animal": "Beast",
        "Kind": "Sort",
    }


def test_second_run(folder: Path, tmp_path: Path) -> None:
    """A second run of the renamed document changes nothing."""
    again = shutil.copytree(folder, tmp_path / "zoo")
    before = {path: path.read_bytes() for path in again.rglob("*") if path.is_file()}
    generate(HERE / "after.yaml", again)

    assert {path: path.read_bytes() for path in again.rglob("*") if path.is_file()} == before


def test_next_major_version(folder: Path, tmp_path: Path) -> None:
    """Former names end when the document's major version goes up."""
    document = tmp_path / "later.yaml"
    document.write_text((HERE / "after.yaml").read_text().replace('"1.2"', '"2.0"'))
    later = generate(document, shutil.copytree(folder, tmp_path / "zoo"))

    assert json.loads((later / "manifest.json").read_text())["renamed"] == {}
    assert not (later / "models" / "_renamed.py").exists()


def test_type_checkers(folder: Path) -> None:
    """Old code is still right for type checkers, which tell of the former method."""
    (folder.parent / "script.py").write_text(SCRIPT)
    mypy = [sys.executable, "-m", "mypy", "--strict", "--enable-error-code=deprecated"]
    found = subprocess.run(
        [*mypy, "--config-file=", "--no-error-summary", "script.py"],
        cwd=folder.parent,
        capture_output=True,
        text=True,
        check=False,
    )

    assert [line for line in found.stdout.splitlines() if line.startswith("script")] == [
        "script.py:6: error: function zoo.resources.keepers.Keepers.hire is deprecated: "
        f"{STAFF}  [deprecated]"
    ]
