"""Show the stages of a run where a person is watching, and measure them."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from time import perf_counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TextIO

_CLEAR = "\r\x1b[K"


class Stages:
    """The stages of one client's run: `with stages("load"): ...`."""

    def __init__(self, client: str, stream: TextIO | None = None) -> None:
        self._client = client
        self._stream = stream or sys.stderr
        self._watched = self._stream.isatty()
        self.seconds: dict[str, float] = {}

    @contextmanager
    def __call__(self, stage: str) -> Iterator[None]:
        """Show the stage until it ends, and remember how long it took."""
        self._show(f"{_CLEAR}{self._client}: {stage}")
        start = perf_counter()
        try:
            yield
        finally:
            self.seconds[stage] = round(perf_counter() - start, 3)
            self._show(_CLEAR)

    def _show(self, text: str) -> None:
        if self._watched:
            self._stream.write(text)
            self._stream.flush()
