"""Same input, same bytes, on any machine."""

from __future__ import annotations

import shutil
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.packaging.environments import run
from tests.support.expected import TESTS

CHECKOUT = TESTS.parent
CLIENTS = ["vapi", "langsmith", "posthog"]
CONFIGURATION = """
[clients.vapi]
title = "Vapi"

[clients.langsmith]
title = "LangSmith"

[clients.posthog]
title = "PostHog"
lift = ["environment_id"]
"""


def project(folder: Path) -> Path:
    """Make a project with the three documents and no output."""
    shutil.copytree(CHECKOUT / "specs", folder / "specs")
    (folder / "clientwright.toml").write_text(CONFIGURATION, encoding="utf-8")
    return folder


def generate(folder: Path, **variables: str) -> dict[str, bytes]:
    """Generate in a folder, in a process with variables of its own, and read what came of it."""
    command = (sys.executable, "-m", "generator", "generate")
    run(command, folder, PYTHONPATH=str(CHECKOUT), **variables)
    files = (path for path in folder.rglob("*") if path.is_file() and ".cache" not in path.parts)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """What two runs make, in folders, locales, time zones and hash seeds of their own."""
    one = project(tmp_path_factory.mktemp("one"))
    other = project(tmp_path_factory.mktemp("another") / "further" / "down")
    return (
        generate(one, PYTHONHASHSEED="1", LANG="C", LC_ALL="C", TZ="UTC"),
        generate(other, PYTHONHASHSEED="2", LANG="tr_TR.UTF-8", LC_ALL="C.UTF-8", TZ="Asia/Tokyo"),
    )


def test_same_bytes_anywhere(runs: tuple[dict[str, bytes], dict[str, bytes]]) -> None:
    """Two runs in different folders, locales, time zones and hash seeds agree on every byte."""
    one, other = runs

    assert one == other


@pytest.mark.parametrize("client", CLIENTS)
def test_committed_clients_are_what_a_fresh_run_makes(
    client: str, runs: tuple[dict[str, bytes], dict[str, bytes]]
) -> None:
    """The committed clients are, but for their changelogs, what a run without any history makes."""
    start = f"generated/{client}/"
    made = {path: text for path, text in runs[0].items() if path.startswith(start)}
    files = (path for path in (CHECKOUT / start).rglob("*") if path.suffix != ".pyc")
    committed = {
        path.relative_to(CHECKOUT).as_posix(): path.read_bytes() for path in files if path.is_file()
    }
    changelog = f"{start}CHANGELOG.md"

    assert committed | {changelog: made[changelog]} == made


def test_no_place_and_no_time(
    tmp_path_factory: pytest.TempPathFactory,
    runs: tuple[dict[str, bytes], dict[str, bytes]],
) -> None:
    """No file tells where or when it was made."""
    made = b"".join(text for path, text in runs[0].items() if path.startswith("generated/"))
    today = f"{datetime.now(UTC):%Y-%m-%d}"
    signs = [str(CHECKOUT), str(Path.home()), str(tmp_path_factory.getbasetemp()), today]

    assert [sign for sign in signs if sign.encode() in made] == []


def test_second_run_writes_nothing(tmp_path: Path) -> None:
    """A second run leaves every file as it is, its time of writing included."""
    folder = project(tmp_path)
    generate(folder)
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*")}

    generate(folder, PYTHONHASHSEED="7")

    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*")} == before
