"""What people type to get repairs as an overlay, and what a strict run does about them."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.cli import main
from tests.support.expected import TESTS

AREA = TESTS / "repairs"
SKIPPED = """\
openapi: 3.1.0
info: {title: Shop, version: '1'}
paths:
  /shirts:
    get:
      operationId: list_shirts
      responses: {'204': {description: Done.}}
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, which is the current one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_overlay_is_written(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`validate --fix-overlay` writes the overlay and counts what is in it and what is left."""
    document = AREA / "duplicate-required" / "document.yaml"
    code = main(["validate", str(document), "--fix-overlay", "out/fixes.yaml"])
    written = (folder / "out" / "fixes.yaml").read_text(encoding="utf-8")
    assert code == 1
    assert written == (document.parent / "fix.yaml").read_text(encoding="utf-8")
    last = capsys.readouterr().out.splitlines()[-1]
    assert last == "out/fixes.yaml: 2 actions written; 0 repairs left to do by hand"


def test_overlay_without_actions_is_not_written(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where no repair can be expressed, no file is written: an overlay without actions is none."""
    document = AREA / "unportable-pattern" / "document.yaml"
    main(["validate", str(document), "--fix-overlay", "fixes.yaml"])
    assert not (folder / "fixes.yaml").exists()
    last = capsys.readouterr().out.splitlines()[-1]
    assert (
        last
        == "fixes.yaml: nothing written, because there is nothing to fix; 4 repairs left to do by hand"
    )


def test_written_overlay_can_be_used(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The overlay beside a client's document makes a strict run succeed."""
    spec = folder / "specs" / "shop" / "openapi.yaml"
    spec.parent.mkdir(parents=True)
    spec.write_text((AREA / "status-range-case" / "document.yaml").read_text(encoding="utf-8"))
    (folder / "clientwright.toml").write_text("[clients.shop]\n")
    assert main(["generate", "--strict"]) == 1
    assert "(rule: status-range-case)" in capsys.readouterr().err
    main(["validate", str(spec), "--fix-overlay", "specs/shop/overlay.yaml"])
    capsys.readouterr()
    assert main(["generate", "--strict"]) == 0
    assert capsys.readouterr().err == ""


def test_repair_that_is_no_violation_fails_a_strict_run(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """`--strict` fails on a repair of what a validator lets pass, and writes nothing."""
    (folder / "openapi.yaml").write_text(SKIPPED.replace("operationId: list_shirts", "tags: []"))
    assert main(["generate", "--spec", "openapi.yaml", "--output", "shop", "--strict"]) == 1
    assert capsys.readouterr().err == (
        "openapi.yaml:5:5  /paths/~1shirts/get  no operationId; named by method and path "
        "(rule: operation-id)\n"
    )
    assert not (folder / "shop").exists()
