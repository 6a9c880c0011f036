"""The command line selects operations, and allows places, as the configuration does."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.cli import main

HERE = Path(__file__).parent
CONFIGURED = """\
[clients.shop]
spec = "shop.yaml"
include = ["tag:dogs"]
exclude = ["operation:delete_*"]
"""
SPLIT = """\
openapi: 3.1.0
info: {title: Shop, version: '1'}
paths: {/cats: {$ref: '../parts/cats.yaml'}}
"""


@pytest.fixture(name="project")
def project_with_a_shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a folder with a document and its configuration."""
    shutil.copy(HERE / "shop.yaml", tmp_path)
    (tmp_path / "clientwright.toml").write_text(CONFIGURED)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_configured(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What the configuration selects is generated, and only that."""
    assert main(["generate"]) == 0
    assert capsys.readouterr().out.startswith("shop: 1 of 1 operations")
    assert not (project / "generated/shop/resources/cats.py").exists()


def test_command_line(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What the command line selects counts instead of what the configuration says."""
    arguments = [
        "--include",
        "tag:cats",
        "--include",
        "path:/v2/*",
        "--exclude",
        "operation:list_*",
    ]

    assert main(["generate", "shop", *arguments]) == 0
    assert capsys.readouterr().out.startswith("shop: 2 of 2 operations")


def test_entry_that_matches_nothing(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An entry that matches nothing fails the run, and nothing is written."""
    assert main(["generate", "--include", "tag:birds"]) == 1
    assert capsys.readouterr().err == (
        "clientwright: shop: shop.yaml  include 'tag:birds' matches nothing;"
        " the nearest is 'tag:dogs'; nothing is generated\n"
    )
    assert not (project / "generated").exists()


def test_misspelled_entry(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An entry of no known kind is wrong usage."""
    assert main(["generate", "--exclude", "birds"]) == 2
    assert "'birds' selects nothing: write tag:NAME" in capsys.readouterr().err


def test_place_allowed_on_the_command_line(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A folder outside the document's is refused by name, and read when that name is allowed."""
    (project / "api").mkdir()
    (project / "api/openapi.yaml").write_text(SPLIT)
    (project / "parts").mkdir()
    (project / "parts/cats.yaml").write_text("get: {responses: {'204': {description: None.}}}\n")
    arguments = ["generate", "--spec", "api/openapi.yaml", "--output", "out/shop"]

    assert main(arguments) == 1
    assert "unless `allow` (--allow) names parts" in capsys.readouterr().err
    assert main([*arguments, "--allow", "parts"]) == 0
