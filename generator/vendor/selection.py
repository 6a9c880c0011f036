"""A client reduced to some of its operations: generated anew, for the copy alone."""

from __future__ import annotations

import shutil
from contextlib import chdir
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from generator.pipeline import run
from generator.runs import Options
from generator.write.compare import read_file, recorded_files

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.config import ClientConfig


def selected(client: ClientConfig, include: Sequence[str]) -> dict[str, bytes]:
    """Return the files of a client with these operations only, under the names that it has given.

    All paths of the client must be absolute: nothing is written to the project, not even what the
    formatter remembers.
    """
    with TemporaryDirectory() as scratch, chdir(scratch):
        names, output = Path("names.json"), Path(client.name)
        if client.names.exists():
            shutil.copy(client.names, names)
        run(replace(client, include=tuple(include), names=names, output=output), Options())
        return {path: read_file(output / path) or b"" for path in recorded_files(output)}
