"""A vendored client is as good as the one it was copied from."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.expected import TESTS
from tests.types.checkers import mypy
from tests.vendor.conftest import Command, Repositories, contents

CLIENTS = ("langsmith", "posthog", "vapi")
GENERATED = TESTS.parent / "generated"


@pytest.fixture
def package(repositories: Repositories) -> Path:
    """A package of the repository for what it vendors."""
    folder = repositories.app / "src" / "app" / "_vendor"
    folder.mkdir(parents=True)
    (folder / "__init__.py").touch()
    (folder.parent / "__init__.py").touch()
    return folder


def test_types(package: Path, command: Command) -> None:
    """`mypy --strict` has nothing to say about copies of another name or with a shared runtime."""
    command("vendor", str(GENERATED / "langsmith"), str(package), "--as", "ls")
    command("vendor", str(GENERATED / "posthog"), str(package), "--shared-runtime")
    command("vendor", str(GENERATED / "vapi"), str(package), "--as", "voice", "--shared-runtime")

    assert sorted(path.name for path in package.iterdir()) == [
        *("__init__.py", "_runtime", "ls", "posthog", "voice")
    ]
    assert set(mypy(package).values()) == {""}


@pytest.mark.parametrize("client", CLIENTS)
def test_no_absolute_name(client: str, package: Path, command: Command) -> None:
    """No file of a renamed copy says by what name it was generated, but for where it came from."""
    command("vendor", str(GENERATED / client), str(package), "--as", "other")
    found = contents(package / "other")
    code = {path: text for path, text in found.items() if path.endswith((".py", ".pyi", ".md"))}

    assert len(code) > 20
    assert not [path for path, text in code.items() if f"generated.{client}".encode() in text]


@pytest.mark.parametrize("client", CLIENTS)
def test_names_differ_by_more_than_case(client: str) -> None:
    """No two files of a client are one where case does not count."""
    paths = contents(GENERATED / client).keys()

    assert len({path.casefold() for path in paths}) == len(paths)
