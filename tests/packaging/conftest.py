"""What is installed where."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.packaging.environments import PIP, make_environment, run
from tests.support.expected import TESTS


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project as a wheel, built as its users' pip would."""
    folder = tmp_path_factory.mktemp("wheel")
    run((*PIP, "wheel", "--no-deps", "--wheel-dir", str(folder), str(TESTS.parent)), folder)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="session")
def wheel_environment(tmp_path_factory: pytest.TempPathFactory, wheel: Path) -> Path:
    """The `bin` of an environment in which only the wheel was installed."""
    return make_environment(tmp_path_factory, "with_wheel", str(wheel))


@pytest.fixture(scope="session")
def bare_environment(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The `bin` of an environment in which only what a client needs was installed."""
    return make_environment(tmp_path_factory, "bare", "httpx2", "pydantic")
