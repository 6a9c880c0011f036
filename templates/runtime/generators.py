"""Asynchronous generators in a synchronous client, where they never suspend."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Generator
from contextlib import suppress
from typing import TypeVar

from .client import run

T = TypeVar("T")


def run_each(steps: AsyncGenerator[T, None]) -> Generator[T, None, None]:
    """Yield what an asynchronous generator yields."""
    try:
        with suppress(StopAsyncIteration):
            while True:
                yield run(steps.__anext__())
    finally:
        run(steps.aclose())
