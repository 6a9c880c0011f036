"""Write one file beside the output, such as `names.json`: wholly, and only if it differs."""

from __future__ import annotations

from pathlib import Path
from tempfile import NamedTemporaryFile

from generator.diagnostics import ClientwrightError
from generator.write.compare import Change


def write_single(path: Path, content: bytes, *, check: bool) -> Change | None:
    """Make a file hold the content, or with `check` only tell what is different.

    Raises ClientwrightError, with the file as it was, where the file system refuses.
    """
    if path.is_file() and path.read_bytes() == content:
        return None
    change = Change(path=path.as_posix(), kind="outdated" if path.exists() else "missing")
    if not check:
        _swap_in(path, content)
    return change


def _swap_in(path: Path, content: bytes) -> None:
    staged: Path | None = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=path.parent, delete=False) as file:
            staged = Path(file.name)
            file.write(content)
        staged.chmod(0o644)
        staged.replace(path)
    except OSError as error:
        if staged is not None:
            staged.unlink(missing_ok=True)
        raise ClientwrightError(f"{path.as_posix()}: {error.strerror}; not written") from error
