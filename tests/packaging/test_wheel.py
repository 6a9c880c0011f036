"""The wheel carries all that generating needs."""

from __future__ import annotations

import shutil
import sys
import zipfile
from importlib.metadata import version
from pathlib import Path

import pytest

from tests.packaging.environments import run
from tests.support.expected import SHARED, TESTS

SEED = SHARED / "seeds" / "000_c76bb130fce73ceb.txt"
METADATA = f"clientwright-{version('clientwright')}.dist-info"
GENERATE = ("generate", "--spec", "page.md", "--output", "clients/vapi")


def files_of(folder: Path) -> dict[str, bytes]:
    """Read all files of a folder by their relative path."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    """A folder with the vendor's page and nothing else."""
    if not SEED.exists():
        pytest.skip(f"the vendor's page is not at {SEED}")
    shutil.copy(SEED, tmp_path / "page.md")
    return tmp_path


def test_installed_wheel_generates_as_the_checkout_does(
    elsewhere: Path, wheel_environment: Path
) -> None:
    """The installed wheel makes the same client as the checkout, in a folder of its own."""
    run((str(wheel_environment / "clientwright"), *GENERATE), elsewhere)
    installed = files_of(elsewhere / "clients" / "vapi")
    shutil.rmtree(elsewhere / "clients")
    shutil.rmtree(elsewhere / ".cache", ignore_errors=True)
    checkout = str(TESTS.parent)
    run((sys.executable, "-m", "generator", *GENERATE), elsewhere, PYTHONPATH=checkout)

    assert "models/insight_run_dto.py" in installed
    assert installed == files_of(elsewhere / "clients" / "vapi")


def test_wheel_knows_no_checkout(elsewhere: Path, wheel_environment: Path) -> None:
    """The installed command runs the wheel's own code."""
    printed = "import generator; print(generator.__path__[0])"

    where = run((str(wheel_environment / "python"), "-c", printed), elsewhere)

    assert Path(where.strip()).is_relative_to(wheel_environment.parent)


def test_wheel_holds_the_package_and_the_templates_only(wheel: Path) -> None:
    """The wheel holds one package, with the templates inside, and no tests."""
    names = zipfile.ZipFile(wheel).namelist()
    checkout = {path.name for path in (TESTS.parent / "templates").glob("*.jinja")}

    assert {name.split("/")[0] for name in names} == {"generator", METADATA}
    assert {name.split("/")[-1] for name in names if name.endswith(".jinja")} == checkout
    assert [name for name in names if "__pycache__" in name] == []
