"""Several clients of one folder share one runtime."""

from __future__ import annotations

import importlib
import re
import shutil
import sys
from pathlib import Path

import pytest

from generator.vendor.adapt import digests
from tests.packaging.environments import run as run_process
from tests.support.generation import imported
from tests.vendor.conftest import Command, Repositories, contents

PLACE = "src/app/_vendor"


@pytest.fixture
def shared(repositories: Repositories, command: Command) -> Repositories:
    """A repository with two clients, `pets` and `dogs`, that share their runtime."""
    shutil.copytree(repositories.project, repositories.project.with_name("other"))
    for project, name in (("project", "pets"), ("other", "dogs")):
        source = f"../{project}/generated/pets"
        ran = command("vendor", source, PLACE, "--as", name, "--shared-runtime")
        assert ran.code == 0, ran.err
    return repositories


def change_runtime(project: Path) -> None:
    """Let another clientwright have generated a project's client: its runtime differs."""
    client = project / "generated" / "pets"
    runtime = client / "_runtime" / "client.py"
    runtime.write_text(f"{runtime.read_text()}# changed\n")
    sign(client)


def sign(client: Path) -> None:
    """Let the manifest of a client say what its files are now."""
    manifest = client / "manifest.json"
    files = {path: text for path, text in contents(client).items() if path != manifest.name}
    text = manifest.read_text()
    for path, digest in digests(files).items():
        text = re.sub(rf'"{re.escape(path)}": "\w+"', f'"{path}": "{digest}"', text)
    manifest.write_text(text.replace('"version": "0.1.0"', '"version": "0.2.0"', 1))


def test_shared_runtime(shared: Repositories, command: Command) -> None:
    """Clients without a runtime of their own work with the one beside them."""
    vendor = shared.app / PLACE
    assert sorted(path.name for path in vendor.iterdir()) == ["_runtime", "dogs", "pets"]
    assert not (vendor / "pets" / "_runtime").exists()
    with imported(shared.app / "src" / "app"):
        pets, dogs = (importlib.import_module(f"app._vendor.{name}") for name in ("pets", "dogs"))
        assert pets.NotFoundError is dogs.NotFoundError
        assert pets.PetShopClient(base_url="https://pets.example").pets is not None
        assert pets.Pet(name="Rex").name == "Rex"
    ran = command("vendor", "--check")
    lines = [f"{PLACE}/{name}: up to date" for name in ("pets", "dogs", "_runtime")]
    assert (ran.code, ran.out.splitlines()) == (0, lines)


def test_nothing_is_loaded_before_it_is_used(shared: Repositories) -> None:
    """Importing a client loads neither resources nor models, with a shared runtime as with its own."""
    program = """
import sys, app._vendor.pets
print(*sorted(name for name in sys.modules if name.startswith("app._vendor.pets")))
"""
    source = str(shared.app / "src")
    python = (sys.executable, "-W", "error", "-c", program)
    printed = run_process(python, shared.app, PYTHONPATH=source)

    assert printed.split() == ["app._vendor.pets", "app._vendor.pets.client"]


def test_union(repositories: Repositories, command: Command) -> None:
    """The runtime has what any of its clients needs, and loses what none needs any more."""
    generated = Path(__file__).parents[2] / "generated"
    command("vendor", str(generated / "langsmith"), "src/app", "--shared-runtime")
    listing = repositories.app / "vendor.toml"
    before = listing.read_text()
    command("vendor", str(generated / "posthog"), "src/app", "--shared-runtime")
    runtime = repositories.app / "src" / "app" / "_runtime"
    assert (runtime / "pagination.py").is_file()
    listing.write_text(before)
    ran = command("vendor", "--update-all")

    assert ran.code == 0
    assert not (runtime / "pagination.py").exists()
    assert (runtime / "client.py").is_file()


def test_update(shared: Repositories, command: Command) -> None:
    """Clients of one clientwright are updated together with their runtime."""
    change_runtime(shared.project)
    change_runtime(shared.project.with_name("other"))
    checked = command("vendor", "--check")
    ran = command("vendor", "--update-all")

    assert (
        f"{PLACE}/_runtime is behind: clientwright 0.1.0 here, clientwright 0.2.0 in" in checked.out
    )
    assert ran.code == 0
    assert (shared.app / PLACE / "_runtime" / "client.py").read_text().endswith("# changed\n")
    assert command("vendor", "--check").code == 0


@pytest.mark.parametrize(
    "arguments",
    [("--update-all",), ("../project/generated/pets", PLACE)],
    ids=["all", "one"],
)
def test_versions_that_do_not_agree(
    arguments: tuple[str, ...], shared: Repositories, command: Command
) -> None:
    """Clients that need different versions of a module are refused, all of them, and that is said."""
    change_runtime(shared.project)
    before = contents(shared.app)
    ran = command("vendor", *arguments)

    assert ran.code == 1
    assert f"{PLACE}/pets (clientwright 0.2.0)" in ran.err
    assert f"{PLACE}/dogs (clientwright 0.1.0)" in ran.err
    assert "need different versions of client.py; nothing written" in ran.err
    assert contents(shared.app) == before


def test_refused_client_stops_the_group(shared: Repositories, command: Command) -> None:
    """Where one client cannot be updated, neither runtime nor the others are."""
    change_runtime(shared.project)
    change_runtime(shared.project.with_name("other"))
    (shared.app / PLACE / "dogs" / "manifest.json").write_text("{}")
    before = contents(shared.app)
    ran = command("vendor", "--update-all")

    assert ran.code == 1
    assert "dogs is damaged" in ran.err
    assert contents(shared.app) == before


def test_runtime_of_its_own_goes(vendored: Repositories, command: Command) -> None:
    """A client that had its own runtime leaves it for the shared one, and can be given it back."""
    assert command("vendor", "../project/generated/pets", PLACE, "--shared-runtime").code == 0
    assert not (vendored.copy / "_runtime").exists()
    listing = vendored.app / "vendor.toml"
    listing.write_text(listing.read_text().replace("shared_runtime = true", ""))
    assert command("vendor", "--update-all").code == 0
    assert (vendored.copy / "_runtime" / "client.py").is_file()
    assert command("vendor", "--check").code == 0
