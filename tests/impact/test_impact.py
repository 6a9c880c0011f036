"""`clientwright impact`: which lines of a repository the changes of a client touch."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from generator.cli import main
from tests.support.expected import check_text
from tests.support.generation import generate

HERE = Path(__file__).parent
SIDES = ("before/shop", "after/shop")


@pytest.fixture(scope="module")
def clients(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The clients of the two documents, the newer one with the names of the older one."""
    folder = tmp_path_factory.mktemp("clients")
    generate(HERE / "shop" / "before.yaml", folder / "before" / "shop")
    shutil.copytree(folder / "before", folder / "after")
    generate(HERE / "shop" / "after.yaml", folder / "after" / "shop")
    return folder


@pytest.fixture
def repository(clients: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository that has a copy of the older client; it is beside the clients."""
    shutil.copytree(clients, tmp_path, dirs_exist_ok=True)
    shutil.copytree(HERE / "shop" / "app", tmp_path / "repository" / "app")
    shutil.copytree(clients / "before", tmp_path / "repository" / "app" / "_vendor")
    (tmp_path / "repository" / "app" / "broken.py").write_text("def broken(:\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path / "repository"


def test_touched_lines(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each line that a change touches is told, and each of which nobody can know."""
    assert main(["impact", "repository", *SIDES]) == 0

    check_text(capsys.readouterr().out, HERE / "shop" / "expected.txt")


def test_json(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Machines get the same with the whole change."""
    main(["impact", "repository", *SIDES, "--format", "json"])

    check_text(capsys.readouterr().out, HERE / "shop" / "expected.json")


def test_breaking_changes_that_touch_fail(repository: Path) -> None:
    """`--fail-on breaking` ends with 3 where a breaking change touches the code."""
    assert main(["impact", "repository", *SIDES, "--fail-on", "breaking"]) == 3


def test_breaking_changes_that_touch_nothing(repository: Path) -> None:
    """Breaking changes of what is not used do not fail."""
    shutil.rmtree(repository / "app")
    (repository / "use.py").write_text(
        "from shop import ShopClient\n\nShopClient().orders.get(1)\n"
    )

    assert main(["impact", "repository", *SIDES, "--fail-on", "breaking"]) == 0


def test_client_that_is_not_copied(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without a copy the client is known by its own name; options may come first."""
    shutil.rmtree(repository / "app")
    (repository / "use.py").write_text("import shop\n\nshop.ShopClient().orders.delete(1)\n")

    main(["impact", "--format", "json", "repository", *SIDES])
    said = json.loads(capsys.readouterr().out)

    assert [(one["file"], one["line"]) for one in said["touched"]] == [("use.py", 3)]


def test_what_is_no_folder(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A repository that is not there is wrong usage."""
    assert main(["impact", "nowhere", *SIDES]) == 2
    assert "nowhere is no folder" in capsys.readouterr().err


VIEWS = HERE.parent / "diff" / "cases" / "views"
USE = """\
from shop import ViewsClient

client = ViewsClient()
with client.with_streaming_response.scans.get("1") as response:
    response.save("scan.pdf")
client.scans.get("2")
"""


def test_a_view_that_is_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Code that reads answers bit by bit is touched where the client cannot do that any more."""
    for side in ("old", "new"):
        generate(VIEWS / f"{side}.yaml", tmp_path / side / "shop")
    (tmp_path / "repository").mkdir()
    (tmp_path / "repository" / "use.py").write_text(USE)
    monkeypatch.chdir(tmp_path)

    main(["impact", "--format", "json", "repository", "old/shop", "new/shop"])
    touched = json.loads(capsys.readouterr().out)["touched"]

    broken = [one for one in touched if one["change"]["severity"] == "breaking"]
    assert {(one["line"], one["change"]["kind"]) for one in broken} == {
        (4, "view-removed"),
        (4, "return-type-changed"),
        (6, "return-type-changed"),
    }
