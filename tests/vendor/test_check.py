"""What `vendor --check` says of a copy."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable

import pytest

from generator.vendor.record import RECORD, record_of
from tests.vendor.conftest import Command, Repositories, contents

PLACE = "src/app/_vendor/pets"


def test_up_to_date(vendored: Repositories, command: Command) -> None:
    """A copy that is as its source has it is up to date, and checking writes nothing."""
    before = contents(vendored.app)
    ran = command("vendor", "--check")

    assert (ran.code, ran.out, ran.err) == (0, f"{PLACE}: up to date\n", "")
    assert contents(vendored.app) == before


def test_check_of_one_client(
    vendored: Repositories, command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A single copy is checked from where it was generated."""
    monkeypatch.chdir(vendored.project)
    ran = command("vendor", "pets", "../app/src/app/_vendor", "--check")

    assert (ran.code, ran.out) == (0, f"../app/{PLACE}: up to date\n")


def test_caches_and_line_ends_are_no_edits(vendored: Repositories, command: Command) -> None:
    """Python's caches, and line ends that git made Windows' own, are no differences."""
    (vendored.copy / "__pycache__").mkdir()
    (vendored.copy / "__pycache__" / "client.pyc").touch()
    client = vendored.copy / "client.py"
    client.write_bytes(client.read_bytes().replace(b"\n", b"\r\n"))

    assert command("vendor", "--check").code == 0


def test_changelog_is_for_people(vendored: Repositories, command: Command) -> None:
    """What people add to the changelog is no edit that anybody has to hear of."""
    changelog = vendored.copy / "CHANGELOG.md"
    changelog.write_text(changelog.read_text().replace("## 1.0.0", "## Ours\n\nMoved.\n\n## 1.0.0"))

    assert command("vendor", "--check").code == 0


def test_behind(vendored: Repositories, command: Command) -> None:
    """A copy of an older version is behind: which version is here, which there."""
    vendored.advance()
    ran = command("vendor", "--check")

    assert ran.code == 3
    assert ran.out.startswith(
        f"{PLACE} is behind: 1.0.0 (clientwright 0.1.0) here, 1.1.0 (clientwright 0.1.0) in its source; "
    )
    assert ran.out.endswith(f"files would change\n{PLACE}: 1 difference\n")


def test_behind_within_a_version(vendored: Repositories, command: Command) -> None:
    """Where the vendor left the version as it was, the documents are told apart by their digests."""
    vendored.advance()
    manifest = vendored.generated / "manifest.json"
    manifest.write_text(manifest.read_text().replace("1.1.0", "1.0.0"))
    ran = command("vendor", "--check")

    digests = re.findall(r"1\.0\.0 \(clientwright 0\.1\.0\), document (\w{8})", ran.out)
    assert len(set(digests)) == 2


def edit(repositories: Repositories) -> None:
    (repositories.copy / "client.py").write_text("edited")


def conflict(repositories: Repositories) -> None:
    text = "<<<<<<< edited here\na\n=======\nb\n>>>>>>> new version\n"
    (repositories.copy / "client.py").write_text(text)


def delete(repositories: Repositories) -> None:
    (repositories.copy / "client.py").unlink()


def add(repositories: Repositories) -> None:
    (repositories.copy / "models" / "mine.py").touch()


def link(repositories: Repositories) -> None:
    (repositories.copy / "link").symlink_to(repositories.app)


def lose_record(repositories: Repositories) -> None:
    edit(repositories)
    (repositories.copy / RECORD).unlink()


def damage_record(repositories: Repositories) -> None:
    (repositories.copy / RECORD).write_bytes(b"not a record")


def cut_record(repositories: Repositories) -> None:
    record = repositories.copy / RECORD
    record.write_bytes(record.read_bytes()[:-20])


def record_outside(repositories: Repositories) -> None:
    (repositories.copy / RECORD).write_bytes(record_of({"../mine.py": b""}))


def edit_manifest(repositories: Repositories) -> None:
    (repositories.copy / "manifest.json").write_text("{}")


def move(repositories: Repositories) -> None:
    shutil.move(repositories.copy, repositories.app / "pets")


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (edit, "/client.py was edited by hand"),
        (conflict, "/client.py has unresolved conflicts"),
        (delete, "/client.py was deleted"),
        (add, "/models/mine.py was not vendored"),
        (link, "/link was not vendored"),
        (lose_record, " is damaged: vendored.json.xz is missing"),
        (damage_record, " is damaged: vendored.json.xz cannot be read"),
        (cut_record, " is damaged: vendored.json.xz is cut off, or longer than 500 MB"),
        (record_outside, " is damaged: vendored.json.xz names files outside the folder"),
        (edit_manifest, " is damaged: manifest.json is not as it was written"),
        (move, " is not there: if you moved it, say so in vendor.toml"),
    ],
)
def test_difference(
    change: Callable[[Repositories], None],
    message: str,
    vendored: Repositories,
    command: Command,
) -> None:
    """Each difference has a line of its own, and the exit code is 3."""
    change(vendored)
    ran = command("vendor", "--check")

    assert (ran.code, ran.out) == (3, f"{PLACE}{message}\n{PLACE}: 1 difference\n")


def test_copy_by_hand(vendored: Repositories, command: Command) -> None:
    """A copy that was made without the command, and not edited, is taken for what it is."""
    (vendored.copy / RECORD).unlink()

    assert command("vendor", "--check").code == 0
    assert command("vendor", "--update-all").code == 0
    assert (vendored.copy / RECORD).is_file()


def test_source_is_elsewhere(vendored: Repositories, command: Command) -> None:
    """Where the source is not at hand a copy is still checked for edits, and that is said."""
    shutil.rmtree(vendored.project)
    ran = command("vendor", "--check")

    assert (ran.code, ran.out) == (0, f"{PLACE}: as it was copied\n")
    assert "its source is not on this machine" in ran.err


def test_update_without_source(vendored: Repositories, command: Command) -> None:
    """Without its source a copy cannot be updated, and that is said."""
    shutil.rmtree(vendored.project)
    ran = command("vendor", "--update-all")

    assert ran.code == 1
    assert f"{PLACE}: its source ../project is not on this machine; nothing written" in ran.err


def test_one_failure_does_not_hide_the_rest(vendored: Repositories, command: Command) -> None:
    """A client whose source fails is reported, and the others are still checked."""
    command("vendor", "../project/generated/pets", "src", "--as", "second")
    shutil.rmtree(vendored.project / "generated")
    (vendored.app / "src" / "second" / "client.py").write_text("edited")
    ran = command("vendor", "--check")

    assert ran.code == 1
    assert "holds no generated client; run `clientwright generate` first" in ran.err
    assert "src/second/client.py was edited by hand" in ran.out
