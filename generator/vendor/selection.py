"""A client reduced to some of its operations: generated anew, for the copy alone."""

from __future__ import annotations

import shutil
from contextlib import chdir, suppress
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from generator.pipeline import run
from generator.runs import Options
from generator.vendor.adapt import with_own_runtime
from generator.vendor.copies import is_copy
from generator.vendor.record import DamagedError, read_record
from generator.write.compare import read_file, recorded_files

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.config import ClientConfig


def selected(client: ClientConfig, include: Sequence[str], copy: Path) -> dict[str, bytes]:
    """Return the files of a client with these operations only, under the names that it has given.

    Its changelog goes on where that of the copy ends, if there is one already. All paths of the client must be absolute: nothing is written to the project, not even what the
    formatter remembers.
    """
    before = _copied(copy)
    with TemporaryDirectory() as scratch, chdir(scratch):
        names, output = Path("names.json"), Path(client.name)
        if client.names.exists():
            shutil.copy(client.names, names)
        for path, content in before.items():
            (output / path).parent.mkdir(parents=True, exist_ok=True)
            (output / path).write_bytes(content)
        reduced = replace(client, include=tuple(include), names=names, output=output)
        run(reduced, Options(force=True))
        return {path: read_file(output / path) or b"" for path in recorded_files(output)}


def _copied(copy: Path) -> dict[str, bytes]:
    """Return what was copied before, as far as that can be said."""
    with suppress(DamagedError):
        return with_own_runtime(read_record(copy)) if is_copy(copy) else {}
    return {}
