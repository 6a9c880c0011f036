"""Write one file beside the output, such as `names.json`: wholly, only if it differs, and last."""

from __future__ import annotations

from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

from generator.diagnostics import ClientwrightError
from generator.write.compare import Change
from generator.write.folder import sibling
from generator.write.lock import locked
from generator.write.stage import has_leftovers

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def staged(path: Path | None, content: bytes, *, check: bool) -> Iterator[Change | None]:
    """Make a file, if there is one, hold the content once the body of the `with` has succeeded.

    Gives what is different, and with `check` leaves it at that. Raises ClientwrightError, before the
    body runs, where the file system refuses, and where another run is writing the file.
    """
    change = _change(path, content) if path else None
    if path is None or check or not (change or has_leftovers(path)):
        yield change
        return
    with ExitStack() as stack:
        with _explained(path, "nothing written"):
            path.parent.mkdir(parents=True, exist_ok=True)
            stack.enter_context(locked(path))
            beside = sibling(path, "new")
            stack.callback(beside.unlink, missing_ok=True)
            beside.write_bytes(content)
        yield change
        if change:
            with _explained(path, "not written"):
                beside.replace(path)


def write_single(path: Path, content: bytes) -> None:
    """Make a file hold the content; raises ClientwrightError where the file system refuses."""
    with staged(path, content, check=False):
        pass


def _change(path: Path, content: bytes) -> Change | None:
    if path.is_file() and path.read_bytes() == content:
        return None
    return Change(path=path.as_posix(), kind="outdated" if path.exists() else "missing")


@contextmanager
def _explained(path: Path, consequence: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise ClientwrightError(f"{path.as_posix()}: {error.strerror}; {consequence}") from error
