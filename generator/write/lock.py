"""One run at a time: a lock that ends with the process that holds it, however that ends."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from generator.diagnostics import ClientwrightError
from generator.write.folder import sibling

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

if sys.platform == "win32":
    import msvcrt

    def _take(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _take(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def locked(output: Path) -> Iterator[None]:
    """Hold the folder's lock; a ClientwrightError where another run has it."""
    path = sibling(output, "lock")
    descriptor = os.open(path, os.O_CREAT | os.O_RDWR)
    try:
        _take(descriptor)
        if not _is_same(path, descriptor):
            raise BlockingIOError
    except OSError as error:
        os.close(descriptor)
        raise ClientwrightError(
            f"{output.as_posix()}: another run is writing here; nothing written. Try again"
        ) from error
    try:
        yield
    finally:
        with suppress(OSError):
            path.unlink()
        os.close(descriptor)


def _is_same(path: Path, descriptor: int) -> bool:
    """Tell whether the lock is still the file of that name: the run before may have removed it."""
    try:
        return os.path.samestat(path.stat(), os.fstat(descriptor))
    except FileNotFoundError:
        return False
