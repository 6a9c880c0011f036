"""Generate a client from a small document and import it."""

from __future__ import annotations

import importlib
import sys
from contextlib import chdir, contextmanager
from typing import TYPE_CHECKING

from generator.commands import single_client
from generator.pipeline import run
from generator.runs import Options

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from types import ModuleType


def generate(document: Path, output: Path) -> Path:
    """Write the client of a document to a folder that has its name."""
    run(single_client(document, output, output.name), Options())
    return output


def generate_below(base: Path, document: Path, name: str) -> Path:
    """Write the client of a document below a folder, which is the current one meanwhile."""
    with chdir(base):
        return generate(document, base / name)


@contextmanager
def client_of(document: Path, base: Path, name: str) -> Iterator[ModuleType]:
    """Write the client of a document below a folder and import it."""
    with imported(generate_below(base, document, name)) as package:
        yield package


@contextmanager
def imported(folder: Path) -> Iterator[ModuleType]:
    """Import a client by its folder, and forget it afterwards."""
    sys.path.insert(0, str(folder.parent))
    try:
        yield importlib.import_module(folder.name)
    finally:
        sys.path.remove(str(folder.parent))
        for name in [name for name in sys.modules if name.split(".")[0] == folder.name]:
            del sys.modules[name]
