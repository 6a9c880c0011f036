"""The whole command on a document, in a folder of its own, and the client imported from there."""

from __future__ import annotations

import importlib
import io
import json
import pkgutil
import sys
from collections.abc import Iterator, Mapping
from contextlib import chdir, contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from generator.cli import main
from tests.hostile.document import document

SPEC = "openapi.json"
OUTPUT = "made"
REPORT = "report.json"
KNOWN = (SPEC, REPORT, f".cache/clientwright/{OUTPUT}.json", ".cache/clientwright/.gitignore")
_NUMBERS = count()


@dataclass(frozen=True, kw_only=True, slots=True)
class Made:
    """What one run left: its exit code, what it said, and every file, by path below the folder."""

    code: int
    said: str
    files: Mapping[str, str]
    strays: tuple[str, ...]
    """Files outside of the client's folder that no run should make."""
    report: Any


def make(wanted: Mapping[str, str]) -> Made:
    """Generate the client of the document with these texts, and import all of it."""
    with TemporaryDirectory() as folder, chdir(folder):
        Path(SPEC).write_text(json.dumps(document(wanted)), encoding="utf-8")
        made = run()
        if made.code == 0:
            import_everything(Path(folder))
        return made


def run() -> Made:
    """Generate a client in the current folder."""
    said = io.StringIO()
    with redirect_stdout(said), redirect_stderr(said):
        code = main(["generate", "--spec", SPEC, "--output", OUTPUT, "--report", REPORT])
    paths = [path.as_posix() for path in sorted(Path().rglob("*")) if path.is_file()]
    inside = [path for path in paths if path.startswith(f"{OUTPUT}/")]
    return Made(
        code=code,
        said=said.getvalue(),
        files={
            path.removeprefix(f"{OUTPUT}/"): Path(path).read_bytes().decode() for path in inside
        },
        strays=tuple(path for path in paths if path not in (*inside, *KNOWN)),
        report=json.loads(Path(REPORT).read_text(encoding="utf-8")),
    )


def import_everything(folder: Path) -> None:
    """Import every module of the client in a folder, and complete every model."""
    name = f"hostile_client_{next(_NUMBERS)}"
    (folder / OUTPUT).rename(folder / name)
    with _importing(folder, name):
        package = importlib.import_module(name)
        for module in pkgutil.walk_packages(package.__path__, f"{name}."):
            if "._runtime" not in module.name:
                importlib.import_module(module.name)
        models = importlib.import_module(f"{name}.models")
        for model in dir(models):
            getattr(getattr(models, model), "model_rebuild", bool)()


@contextmanager
def _importing(folder: Path, name: str) -> Iterator[None]:
    """Let a package be imported, with modules of the runtime that others had, which are the same."""
    sys.path.insert(0, str(folder))
    bytecode, sys.dont_write_bytecode = sys.dont_write_bytecode, True
    sys.modules.update({f"{name}{rest}": module for rest, module in _runtime.items()})
    if package := _runtime.get("._runtime"):
        package.__path__ = [str(folder / name / "_runtime")]
    try:
        yield
    finally:
        sys.dont_write_bytecode = bytecode
        sys.path.remove(str(folder))
        ours = [module for module in sys.modules if module.split(".")[0] == name]
        for module in ours:
            found = sys.modules.pop(module)
            if "._runtime" in module:
                _runtime[module.removeprefix(name)] = found


_runtime: dict[str, Any] = {}
