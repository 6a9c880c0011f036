"""Copying a client into another repository."""

from __future__ import annotations

import os
import shutil
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

import pytest

from generator.vendor.listing import is_below
from generator.vendor.places import between
from generator.vendor.record import RECORD
from tests.support.generation import imported
from tests.vendor.conftest import Command, Repositories, contents


def test_copy(
    repositories: Repositories, command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A copy has every file of the client, its examples import it by its name, and it is listed."""
    monkeypatch.chdir(repositories.project)
    ran = command("vendor", "pets", "../app/src/app/_vendor")

    number = len(contents(repositories.generated))
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (
        f"../app/src/app/_vendor/pets: 1.0.0 (clientwright 0.1.0); {number} written\n"
    )
    changed = {"README.md", "manifest.json"}
    copied, generated = contents(repositories.copy), contents(repositories.generated)
    assert copied.keys() == {*generated, RECORD}
    assert {path for path in generated if generated[path] != copied[path]} == changed
    assert b"from pets import PetShopClient" in copied["README.md"]
    assert (repositories.app / "vendor.toml").read_text().splitlines()[-3:] == [
        '[clients."src/app/_vendor/pets"]',
        'source = "../project"',
        'client = "pets"',
    ]


def test_copy_from_the_other_side(repositories: Repositories, command: Command) -> None:
    """Inside the other repository a client is named by its folder, in which nothing is configured."""
    shutil.move(repositories.generated, repositories.project.parent / "pets")
    assert command("vendor", "../pets", "src/app/_vendor").code == 0

    assert 'source = "../pets"\n' in (repositories.app / "vendor.toml").read_text()
    assert command("vendor", "--check").code == 0


def test_folder_of_the_client_is_understood(repositories: Repositories, command: Command) -> None:
    """Who names the client's own folder gets it there, and not in a folder within."""
    command("vendor", "../project/generated/pets", "src/pets")

    assert (repositories.app / "src" / "pets" / "client.py").is_file()


def test_another_name(repositories: Repositories, command: Command) -> None:
    """A client has the name that it is given, and its old one is nowhere."""
    ran = command("vendor", "../project/generated/pets", "src", "--as", "my_pets")
    copy = repositories.app / "src" / "my_pets"

    assert ran.code == 0
    assert not any(b"generated.pets" in content for content in contents(copy).values())
    assert b"from my_pets import PetShopClient" in (copy / "README.md").read_bytes()
    with imported(copy) as package:
        assert package.PetShopClient(base_url="https://pets.example").pets is not None
    assert command("vendor", "--check").code == 0


def test_some_operations(
    repositories: Repositories, command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A client may be reduced to some operations; the project it comes from stays as it is."""
    monkeypatch.chdir(repositories.project)
    before = contents(repositories.project)
    assert command("vendor", "pets", "../app/src", "--include", "tag:pets").code == 0

    copy = repositories.app / "src" / "pets"
    assert contents(repositories.project) == before
    assert (copy / "resources" / "pets.py").exists()
    assert not (copy / "resources" / "owners.py").exists()
    assert 'include = ["tag:pets"]' in (repositories.app / "vendor.toml").read_text()
    monkeypatch.chdir(repositories.app)
    assert command("vendor", "--check").out == "src/pets: up to date\n"


@pytest.mark.parametrize("sharing", [(), ("--shared-runtime",)], ids=["own", "shared"])
def test_some_operations_have_a_changelog(
    sharing: tuple[str, ...],
    repositories: Repositories,
    command: Command,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The changelog of a reduced client goes on from update to update, with what it has of the changes."""
    monkeypatch.chdir(repositories.project)
    command("vendor", "pets", "../app/src/app", "--include", "tag:pets", *sharing)
    document = repositories.project / "specs" / "pets" / "openapi.yaml"
    text = document.read_text().replace("version: 1.0.0", "version: 1.1.0")
    text = text.replace("name: {type: string}", "age: {type: integer}")
    document.write_text(text)
    monkeypatch.chdir(repositories.app)
    assert command("vendor", "--update-all").code == 0

    changelog = (repositories.app / "src" / "app" / "pets" / "CHANGELOG.md").read_text()
    assert changelog.index("## 1.0.0 → 1.1.0") < changelog.index("The first entry")
    assert "Pet.age" in changelog
    assert "Owner" not in changelog
    assert "NotFoundError" not in changelog
    assert command("vendor", "--check").code == 0


def test_comments_stay(vendored: Repositories, command: Command) -> None:
    """What people wrote into `vendor.toml` stays when a client is added."""
    listing = vendored.app / "vendor.toml"
    listing.write_text(f"# ours\n{listing.read_text()}# the end\n")
    command("vendor", "../project/generated/pets", "src", "--as", "second")

    text = listing.read_text()
    assert text.startswith("# ours\n")
    assert "# the end\n" in text
    assert '[clients."src/second"]' in text


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (("pets", "src"), "'pets' is no folder of a client, and pyproject.toml  no configuration"),
        (("../project/generated/pets", "src", "--as", "a-b"), "'a-b' cannot be a Python package"),
        (("../project/generated/pets",), "say CLIENT and DEST, or --check or --update-all"),
        (("--check",), "no vendor.toml in this folder or above it"),
        (("--update-all",), "no vendor.toml in this folder or above it"),
        (("../project/generated/pets", "src", "--include", "tag:pets"), "--include needs the"),
        (("../project/generated/pets", "src", "--include", "?"), "'?'"),
    ],
)
def test_usage(
    arguments: tuple[str, ...], problem: str, repositories: Repositories, command: Command
) -> None:
    """What cannot be meant is refused with what would be right, and nothing is written."""
    ran = command("vendor", *arguments)

    assert (ran.code, contents(repositories.app)) == (2, {"pyproject.toml": b""})
    assert problem in ran.err


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("[client.a]", "has the unknown key 'client'; the nearest known one is 'clients'"),
        ("[clients.a]", "[clients.a] has no source"),
        ("[clients.a]\nsource = 1", "source must be a text"),
        ("[clients.a]\nsource = '..'\nwhere = 1", "has the unknown key 'where'"),
        ("[clients.'../a']\nsource = '..'", "is no folder of this repository"),
        ("[clients.'/a']\nsource = '..'", "is no folder of this repository"),
        ("[", "not valid TOML"),
        ("", "lists no client"),
    ],
)
def test_wrong_listing(
    text: str, problem: str, repositories: Repositories, command: Command
) -> None:
    """A listing that is not understood is refused with file, table and key."""
    (repositories.app / "vendor.toml").write_text(text)
    ran = command("vendor", "--check")

    assert ran.code == 2
    assert problem in ran.err
    assert "vendor.toml" in ran.err


def test_folder_of_somebody_else(repositories: Repositories, command: Command) -> None:
    """A folder that has files, but no client, is left alone."""
    (repositories.app / "pets").mkdir()
    (repositories.app / "pets" / "mine.py").write_text("mine")
    ran = command("vendor", "../project/generated/pets", ".")

    assert ran.code == 1
    assert "pets holds files, but no client that was vendored; nothing written" in ran.err
    assert contents(repositories.app).keys() == {"pyproject.toml", "pets/mine.py"}


@pytest.mark.parametrize("link", ["src", "src/app", "src/app/_vendor/pets"])
def test_symbolic_links_are_refused(
    link: str, repositories: Repositories, command: Command, tmp_path: Path
) -> None:
    """Nothing is written through a symbolic link of the repository."""
    (tmp_path / "elsewhere").mkdir()
    place = repositories.app / link
    place.parent.mkdir(parents=True, exist_ok=True)
    place.symlink_to(tmp_path / "elsewhere")
    ran = command("vendor", "../project/generated/pets", "src/app/_vendor")

    assert ran.code == 1
    assert "is a symbolic link" in ran.err
    assert contents(tmp_path / "elsewhere") == {}


def test_edited_source_is_not_copied(repositories: Repositories, command: Command) -> None:
    """A client that somebody edited where it was generated is not spread."""
    (repositories.generated / "client.py").write_text("edited")
    ran = command("vendor", "../project/generated/pets", "src")

    assert ran.code == 1
    assert "client.py is not as it was generated; nothing vendored" in ran.err


def test_client_of_another_name(vendored: Repositories, command: Command) -> None:
    """A copy is not replaced by another client."""
    text = (vendored.project / "clientwright.toml").read_text()
    (vendored.project / "clientwright.toml").write_text(
        text.replace("clients.pets", "clients.dogs")
    )
    os.chdir(vendored.project)
    ran = command("vendor", "dogs", "../app/src/app/_vendor", "--as", "pets")

    assert ran.code == 2
    assert "is 'pets' in vendor.toml, not 'dogs'" in ran.err


@pytest.mark.parametrize(
    ("start", "target", "name"),
    [
        (PurePosixPath("/work/app"), PurePosixPath("/work/clients"), "../clients"),
        (PurePosixPath("/work/app"), PurePosixPath("/work/app/a/b"), "a/b"),
        (PurePosixPath("/work/app"), PurePosixPath("/work/app"), "."),
        (PurePosixPath("/a/b"), PurePosixPath("/c"), "../../c"),
        (PureWindowsPath(r"C:\work\app"), PureWindowsPath(r"c:\Work\clients"), "../clients"),
        (PureWindowsPath(r"C:\work\app"), PureWindowsPath(r"D:\clients\gen"), "D:/clients/gen"),
        (PureWindowsPath(r"\\host\s\app"), PureWindowsPath(r"\\host\s\x"), "../x"),
    ],
)
def test_names_of_folders(start: PurePath, target: PurePath, name: str) -> None:
    """A folder is named with posix slashes on every system, from another drive wholly."""
    assert between(start, target) == name


@pytest.mark.parametrize("folder", ["a/../b", "/a", "C:/a", "a\\b", "a//b", "", ".", "a/"])
def test_folders_stay_inside(folder: str) -> None:
    """A folder that could lead out of the repository, on any system, is none of it."""
    assert not is_below(folder)
