"""Edits of a copy meet changes of the client: each pair ends as git would end it, and nothing is lost."""

from __future__ import annotations

import json
import random
import shutil
import subprocess
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from generator.vendor.merge import merge
from generator.vendor.record import RECORD
from generator.vendor.update import Wish, update
from tests.vendor.conftest import contents
from tests.vendor.git import merged_files, merged_text, without_labels

Files = dict[str, bytes]
Edit = Callable[[Files], Files]

PETS = b'''"""Pets."""

from .._runtime import Resource


class Pets(Resource):
    """Buy and sell pets."""

    def create(self, name):
        """Create a pet."""
        return self._call(CREATE, locals())

    def retrieve(self, id):
        """Retrieve a pet."""
        return self._call(RETRIEVE, locals())

    def delete(self, id):
        """Delete a pet."""
        return self._call(DELETE, locals())
'''
BASE: Files = {
    "client.py": b'"""The client."""\n\nTITLE = "Pets"\n',
    "resources/__init__.py": b'"""What the client calls."""\n',
    "resources/pets.py": PETS,
    "resources/owners.py": b'"""Owners."""\n\n\nclass Owners:\n    """Find owners."""\n',
}


def replaced(path: str, old: str, new: str) -> Edit:
    """Make an edit within a file."""
    assert old in BASE[path].decode()
    return lambda files: {**files, path: files[path].replace(old.encode(), new.encode())}


def added(path: str, text: str) -> Edit:
    """Make an edit that adds a file."""
    return lambda files: {**files, path: text.encode()}


def removed(path: str) -> Edit:
    """Make an edit that removes a file."""
    return lambda files: {name: text for name, text in files.items() if name != path}


def moved(old: str, new: str) -> Edit:
    """Make an edit that moves a folder."""
    return lambda files: {path.replace(f"{old}/", f"{new}/"): files[path] for path in files}


RETRIEVE = '''    def retrieve(self, id):
        """Retrieve a pet."""
        return self._call(RETRIEVE, locals())

'''
SELL = '''    def sell(self, id):
        """Sell a pet."""
        return self._call(SELL, locals())

'''
EDITS: dict[str, Edit] = {
    "nothing": dict,
    "docstring": replaced("resources/pets.py", "Retrieve a pet.", "Retrieve a pet, or fail."),
    "class docstring": replaced("resources/pets.py", "Buy and sell pets.", "Our pets."),
    "method": replaced("resources/pets.py", "_call(RETRIEVE,", "_cached(RETRIEVE,"),
    "new method": replaced("resources/pets.py", RETRIEVE, RETRIEVE + SELL),
    "method at the end": lambda files: {
        **files,
        "resources/pets.py": PETS + b"\n    def mine(self):\n        return 1\n",
    },
    "new file": added("resources/mine.py", "MINE = 1\n"),
    "new file of the same name": added("resources/shops.py", "MINE = 1\n"),
    "deleted file": removed("resources/pets.py"),
    "other deleted file": removed("resources/owners.py"),
    "moved folder": moved("resources", "calls"),
}
UPDATES: dict[str, Edit] = {
    "nothing": dict,
    "docstring changed": replaced("resources/pets.py", "Retrieve a pet.", "Fetch one pet."),
    "method changed": replaced("resources/pets.py", "retrieve(self, id)", "retrieve(self, pet_id)"),
    "other method changed": replaced(
        "resources/pets.py", "create(self, name)", "create(self, *, name)"
    ),
    "method added": replaced("resources/pets.py", RETRIEVE, SELL.replace("sell", "buy") + RETRIEVE),
    "method removed": replaced("resources/pets.py", RETRIEVE, ""),
    "file added": added("resources/shops.py", '"""Shops."""\n'),
    "file removed": removed("resources/pets.py"),
    "same edit": replaced("resources/pets.py", "_call(RETRIEVE,", "_cached(RETRIEVE,"),
}


def client(files: Files) -> Files:
    """Return files with their manifest."""
    digests = {path: sha256(content).hexdigest() for path, content in files.items()}
    return {**files, "manifest.json": json.dumps({"manifest": 1, "files": digests}).encode()}


def write(folder: Path, files: Files) -> None:
    """Let a copy hold these files, and its own books."""
    books = {path: (folder / path).read_bytes() for path in ("manifest.json", RECORD)}
    shutil.rmtree(folder)
    for path, content in {**files, **books}.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)


def no(_: str) -> bool:
    """Answer that an edited file shall stay."""
    return False


WISH = Wish(force=False, dry_run=False, confirm=no)


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A git repository to try merges in."""
    if not shutil.which("git"):
        pytest.skip("git is not installed: nobody to compare with")
    folder = tmp_path_factory.mktemp("git")
    subprocess.run(["git", "init", "--quiet", folder], check=True)
    return folder


@pytest.mark.parametrize("change", UPDATES)
@pytest.mark.parametrize("edit", EDITS)
def test_as_git_does(edit: str, change: str, tmp_path: Path, repository: Path) -> None:
    """The files and the conflicts are those of a merge with git."""
    ours, theirs = EDITS[edit](BASE), UPDATES[change](BASE)
    copy = tmp_path / "pets"
    update(copy, client(BASE), WISH)
    write(copy, ours)
    asked: set[str] = set()

    def keep(question: str) -> bool:
        asked.add(question.removeprefix(f"{copy.as_posix()}/").split(" ")[0])
        return False

    updated = update(copy, client(theirs), Wish(force=False, dry_run=False, confirm=keep))

    judged = merged_files(repository, BASE, ours, theirs)
    found = contents(copy)
    del found["manifest.json"], found[RECORD]
    assert without_labels(found) == judged.files
    assert {item.path for item in updated.conflicts} | asked == judged.conflicts


def lines(files: Files) -> set[bytes]:
    """Return all lines of files, without line ends."""
    return {line for content in files.values() for line in content.splitlines()}


@pytest.mark.parametrize("change", UPDATES)
@pytest.mark.parametrize("edit", EDITS)
def test_nothing_is_lost(edit: str, change: str, tmp_path: Path) -> None:
    """Each line that somebody wrote here, and each that the new version brings, is there afterwards."""
    ours, theirs = EDITS[edit](BASE), UPDATES[change](BASE)
    copy = tmp_path / "pets"
    update(copy, client(BASE), WISH)
    write(copy, ours)
    update(copy, client(theirs), WISH)

    found = contents(copy)
    del found[RECORD]
    assert (lines(ours) | lines(theirs)) - lines(BASE) <= lines(found)


def shuffled(seed: int) -> tuple[bytes, bytes, bytes]:
    """Return a text and two random edits of it."""
    chance = random.Random(seed)  # noqa: S311 - edits, no secrets
    base = [f"line {chance.randrange(30)}\n" for _ in range(40)]

    def edited() -> list[str]:
        lines = list(base)
        for number in range(chance.randrange(1, 4)):
            at = chance.randrange(len(lines))
            lines[at : at + chance.randrange(3)] = [f"new {chance.randrange(3)} {number}\n"]
        return lines

    return tuple("".join(lines).encode() for lines in (base, edited(), edited()))  # type: ignore[return-value]


@pytest.mark.parametrize("seed", range(60))
def test_random_edits(seed: int, tmp_path: Path, repository: Path) -> None:
    """Random edits of a text are merged, or conflict, as git does it."""
    base, ours, theirs = shuffled(seed)
    merged = merge(base, ours, theirs)

    assert without_labels({"": merged.text})[""] == merged_text(tmp_path, base, ours, theirs)
