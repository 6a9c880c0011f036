"""Writing a client: wholly or not at all, and nothing that belongs to somebody else."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest

from generator.diagnostics import ClientwrightError
from generator.write import stage, write
from generator.write.compare import MANIFEST, Change
from generator.write.folder import sibling
from generator.write.lock import locked

if TYPE_CHECKING:
    from pathlib import Path


def package(**texts: str) -> dict[str, bytes]:
    """Return files by name, dots for folders, with their manifest."""
    files = {f"{name.replace('__', '/')}.py": text.encode() for name, text in texts.items()}
    digests = {path: sha256(content).hexdigest() for path, content in files.items()}
    return {**files, MANIFEST: json.dumps({"manifest": 1, "files": digests}).encode()}


def contents(folder: Path) -> dict[str, str]:
    """Return all files below a folder, hidden ones too."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_text() for path in files}


def sources(folder: Path) -> dict[str, str]:
    """Return the files below a folder but for the manifest."""
    return {path: text for path, text in contents(folder).items() if path != MANIFEST}


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """Return a folder with the output of a first run."""
    folder = tmp_path / "pets"
    write(package(client="1", models__pet="1", models__old="1"), folder)
    return folder


NEW = package(client="2", models__pet="1", models__new="1")


def test_first_run_writes_all(tmp_path: Path) -> None:
    """The first run makes the folder, and the folders above it."""
    result = write(package(client="1"), tmp_path / "src" / "pets")
    assert result.written == ("client.py", MANIFEST)
    assert sources(tmp_path / "src" / "pets") == {"client.py": "1"}


def test_second_run_touches_nothing(output: Path) -> None:
    """When nothing changes, no file and no folder is touched."""
    before = {path: path.stat().st_mtime_ns for path in (output.parent, output, *output.rglob("*"))}
    result = write(package(client="1", models__pet="1", models__old="1"), output)
    assert (result.written, result.removed) == ((), ())
    assert {path: path.stat().st_mtime_ns for path in before} == before


def test_only_what_changed_is_written(output: Path) -> None:
    """A run writes what changed and removes what is stale; all else stays the same file."""
    before = (output / "models" / "pet.py").stat()
    result = write(NEW, output)
    assert result.written == ("client.py", MANIFEST, "models/new.py")
    assert result.removed == ("models/old.py",)
    assert result.unchanged == ("models/pet.py",)
    assert sources(output) == {"client.py": "2", "models/new.py": "1", "models/pet.py": "1"}
    after = (output / "models" / "pet.py").stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_nothing_is_left_beside_the_output(output: Path) -> None:
    """After a run there is nothing beside the output that was not there before."""
    write(NEW, output)
    assert [path.name for path in output.parent.iterdir()] == ["pets"]


def test_foreign_files_stay(output: Path) -> None:
    """Files, links and empty folders of the user survive a run."""
    (output / "models" / "mine.py").write_text("mine")
    (output / "notes").mkdir()
    (output / "link").symlink_to("elsewhere")
    write(NEW, output)
    assert (output / "models" / "mine.py").read_text() == "mine"
    assert (output / "notes").is_dir()
    assert os.readlink(output / "link") == "elsewhere"  # noqa: PTH115 - tells the text of the link


def test_folder_without_files_goes(output: Path) -> None:
    """A folder whose last file is stale goes with it."""
    write(package(client="1"), output)
    assert not (output / "models").exists()


def test_edited_file_is_not_overwritten(output: Path) -> None:
    """A file that a person edited stops the run, which names it and says what to do."""
    (output / "client.py").write_text("edited")
    before = contents(output)
    with pytest.raises(ClientwrightError, match=r"client\.py was edited by hand\n.*--force"):
        write(NEW, output)
    assert contents(output) == before


def test_edited_stale_file_is_not_removed(output: Path) -> None:
    """A stale file that a person edited stops the run, too."""
    (output / "models" / "old.py").write_text("edited")
    with pytest.raises(ClientwrightError, match=r"models/old\.py was edited by hand"):
        write(NEW, output)


def test_file_of_another_is_not_overwritten(tmp_path: Path) -> None:
    """A file that no run wrote stops the first run where it is in the way."""
    (tmp_path / "pets").mkdir()
    (tmp_path / "pets" / "client.py").write_text("mine")
    with pytest.raises(ClientwrightError, match=r"client\.py was not written by clientwright"):
        write(NEW, tmp_path / "pets")


@pytest.mark.parametrize("manifest", ["not JSON", "[]", '{"name": "web app"}'])
def test_manifest_of_another_is_not_overwritten(output: Path, manifest: str) -> None:
    """Without a manifest of ours nothing in the folder counts as ours."""
    (output / MANIFEST).write_text(manifest)
    with pytest.raises(ClientwrightError, match=r"manifest\.json was not written by clientwright"):
        write(NEW, output)


def test_force_overwrites(output: Path) -> None:
    """With `force` edited files are overwritten."""
    (output / "client.py").write_text("edited")
    write(NEW, output, force=True)
    assert (output / "client.py").read_text() == "2"


def test_manifest_cannot_remove_files_elsewhere(output: Path) -> None:
    """A manifest that names files outside the folder has no say over them."""
    outside = output.parent / "mine.py"
    outside.write_text("mine")
    digest = sha256(b"mine").hexdigest()
    files = {"../mine.py": digest, str(outside): digest, "a\\..\\..\\mine.py": digest}
    (output / MANIFEST).write_text(json.dumps({"manifest": 1, "files": files}))
    write(package(client="1"), output)
    assert outside.read_text() == "mine"


@pytest.mark.parametrize("path", ["../a.py", "/a.py", "a/../b.py", "a\\b.py", "", "a//b.py", "C:a"])
def test_paths_stay_inside(tmp_path: Path, path: str) -> None:
    """A path that could lead out of the folder is refused."""
    with pytest.raises(ClientwrightError, match="is no path inside the output folder"):
        write({path: b""}, tmp_path / "pets")
    assert list(tmp_path.iterdir()) == []


def test_paths_differ_by_more_than_case(tmp_path: Path) -> None:
    """Two paths that are one file on some systems are refused."""
    with pytest.raises(ClientwrightError, match=r"Pet\.py and pet\.py are one where case"):
        write({"Pet.py": b"", "pet.py": b""}, tmp_path / "pets")


def test_folders_differ_by_more_than_case(tmp_path: Path) -> None:
    """Two folders that are one on some systems are refused, whatever is in them."""
    with pytest.raises(ClientwrightError, match="Models and models are one where case"):
        write({"Models/a.py": b"", "models/b.py": b""}, tmp_path / "pets")


@pytest.mark.parametrize("place", [".", "models", "models/pet.py"])
def test_symbolic_links_are_refused(output: Path, tmp_path: Path, place: str) -> None:
    """A run does not write through a symbolic link, be it the folder, one in it, or a file."""
    moved = tmp_path / "moved"
    (output / place).rename(moved)
    (output / place).symlink_to(moved)
    before = contents(tmp_path)
    with pytest.raises(ClientwrightError, match="is a symbolic link"):
        write(NEW, output)
    assert contents(tmp_path) == before


@pytest.mark.parametrize("place", ["pets", "."])
def test_read_only_folder_is_left_alone(output: Path, place: str) -> None:
    """A read-only output folder, or one above it, is said to be so and stays as it is."""
    before = contents(output)
    folder = output.parent / place
    folder.chmod(0o555)
    with pytest.raises(ClientwrightError, match="is read-only; nothing written"):
        write(NEW, output)
    folder.chmod(0o755)
    assert contents(output) == before


def test_file_in_the_place_of_a_folder(tmp_path: Path) -> None:
    """An output below a file cannot be made."""
    (tmp_path / "file").write_text("mine")
    with pytest.raises(ClientwrightError, match="file is not a folder; nothing written"):
        write(NEW, tmp_path / "file" / "pets")


def test_file_in_the_place_of_the_output(tmp_path: Path) -> None:
    """An output that is a file is left alone."""
    (tmp_path / "pets").write_text("mine")
    with pytest.raises(ClientwrightError, match="is not a folder"):
        write(NEW, tmp_path / "pets")


def test_current_folder_is_not_replaced(output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that somebody stands in is not taken away below him."""
    monkeypatch.chdir(output / "models")
    with pytest.raises(ClientwrightError, match="run from outside it"):
        write(NEW, output)


def test_full_disk(output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A run that cannot write all files leaves the previous output and nothing else."""

    def fail(path: Path, _: bytes) -> None:
        raise OSError(28, "No space left on device", str(path))

    monkeypatch.setattr("generator.write.stage._write", fail)
    before = contents(output.parent)
    with pytest.raises(ClientwrightError, match="No space left on device; nothing written"):
        write(NEW, output)
    assert contents(output.parent) == before


KILLED = """
import os, sys
from pathlib import Path
from tests.write.test_write import NEW
from generator.write import stage, write
die = lambda *_, **__: os._exit(9)
where, output = sys.argv[1], Path(sys.argv[2])
if where == "between two renames":
    stage.exchange = lambda *_: False
    Path.rename = lambda self, target, real=Path.rename: (real(self, target), os._exit(9))
elif where == "before the swap":
    stage.exchange = die
else:
    stage.shutil.rmtree = die
write(NEW, output)
"""


@pytest.mark.parametrize(
    ("where", "text"),
    [("before the swap", "1"), ("after the swap", "2"), ("between two renames", None)],
)
def test_killed_run(output: Path, where: str, text: str | None) -> None:
    """After a run that was killed the output is wholly old or new, and the next run succeeds.

    Where the file system cannot swap folders there is a moment in which the old one stands beside
    its place; the next run finds it.
    """
    command = [sys.executable, "-c", KILLED, where, str(output)]
    assert subprocess.run(command, check=False).returncode == 9
    assert contents(output).get("client.py") == text
    write(NEW, output)
    assert sources(output) == {"client.py": "2", "models/new.py": "1", "models/pet.py": "1"}
    assert [path.name for path in output.parent.iterdir()] == ["pets"]


def test_without_atomic_swap(output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the file system cannot swap folders, two renames do it."""
    monkeypatch.setattr(stage, "exchange", lambda *_: False)
    write(NEW, output)
    assert (output / "client.py").read_text() == "2"
    assert [path.name for path in output.parent.iterdir()] == ["pets"]


def test_without_hard_links(output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the file system has no hard links, what stays is copied with its times."""

    def refuse(*_: object, **__: object) -> None:
        raise OSError

    before = (output / "models" / "pet.py").stat().st_mtime_ns
    monkeypatch.setattr("os.link", refuse)
    write(NEW, output)
    assert (output / "models" / "pet.py").stat().st_mtime_ns == before


def test_one_run_at_a_time(output: Path) -> None:
    """A second run in the same folder stops, and leaves the first one its lock."""
    with (
        locked(output),
        pytest.raises(ClientwrightError, match="another run is writing here"),
    ):
        write(NEW, output)
    write(NEW, output)
    assert not sibling(output, "lock").exists()


def test_check_names_each_difference(output: Path) -> None:
    """A comparison names what would change, was edited, is stale or missing, and writes nothing."""
    (output / "models" / "pet.py").write_text("edited")
    (output / "extra.py").write_text("mine")
    before = contents(output.parent)
    wanted = package(client="2", models__pet="1", models__new="1", extra="1")
    result = write(wanted, output, check=True)
    assert result.changes == (
        Change(path="client.py", kind="outdated"),
        Change(path="extra.py", kind="foreign"),
        Change(path=MANIFEST, kind="outdated"),
        Change(path="models/new.py", kind="missing"),
        Change(path="models/old.py", kind="stale"),
        Change(path="models/pet.py", kind="edited"),
    )
    assert contents(output.parent) == before


def test_check_of_what_is_right(output: Path) -> None:
    """A comparison with what is there finds nothing."""
    files = package(client="1", models__pet="1", models__old="1")
    assert write(files, output, check=True).changes == ()
