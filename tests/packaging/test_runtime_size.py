"""The runtime that a client carries stays small enough to be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.expected import TESTS

CLIENTS = ("langsmith", "posthog", "vapi")


def lengths(client: str) -> dict[Path, int]:
    """Count the lines of each module of a committed client's runtime, blank ones and all.

    What only the tests of users load, `_runtime/testing`, is no part of it.
    """
    modules = (TESTS.parent / "generated" / client / "_runtime").glob("*.py")
    return {path: len(path.read_text(encoding="utf-8").splitlines()) for path in modules}


@pytest.mark.parametrize("client", CLIENTS)
def test_all_of_it(client: str) -> None:
    """A client's runtime has at most 1,500 lines."""
    assert 0 < sum(lengths(client).values()) <= 1500


@pytest.mark.parametrize("client", CLIENTS)
def test_each_module(client: str) -> None:
    """No module of it has more than 300 lines."""
    assert max(lengths(client).values()) <= 300


def test_each_part() -> None:
    """Nor has a module that these clients do not need."""
    parts = (TESTS.parent / "templates" / "runtime").rglob("*.py")
    assert max(len(path.read_text(encoding="utf-8").splitlines()) for path in parts) <= 300
