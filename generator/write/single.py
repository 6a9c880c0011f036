"""Write one file beside the output, such as `names.json`: wholly, only if it differs, and last."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import TYPE_CHECKING

from generator.diagnostics import ClientwrightError
from generator.write.compare import Change

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def staged(path: Path | None, content: bytes, *, check: bool) -> Iterator[Change | None]:
    """Make a file, if there is one, hold the content once the body of the `with` has succeeded.

    Gives what is different, and with `check` leaves it at that. Raises ClientwrightError, before the
    body runs, where the file system refuses.
    """
    if path is None or (path.is_file() and path.read_bytes() == content):
        yield None
        return
    change = Change(path=path.as_posix(), kind="outdated" if path.exists() else "missing")
    if check:
        yield change
        return
    beside = _beside(path, content)
    try:
        yield change
        _swap(beside, path)
    finally:
        beside.unlink(missing_ok=True)


def write_single(path: Path, content: bytes) -> None:
    """Make a file hold the content; raises ClientwrightError where the file system refuses."""
    with staged(path, content, check=False):
        pass


def _swap(beside: Path, path: Path) -> None:
    try:
        beside.replace(path)
    except OSError as error:
        raise ClientwrightError(f"{path.as_posix()}: {error.strerror}; not written") from error


def _beside(path: Path, content: bytes) -> Path:
    """Write the content to a file of another name in the same folder."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=path.parent, prefix=".clientwright-", delete=False) as file:
            file.write(content)
    except OSError as error:
        raise ClientwrightError(f"{path.as_posix()}: {error.strerror}; nothing written") from error
    made = Path(file.name)
    made.chmod(0o644)
    return made
