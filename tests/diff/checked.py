"""Callers under `mypy --strict`: what fails, and whether it was announced."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.diff.callers import callers

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from generator.diff import Change, Surface
    from tests.diff.callers import Script

_ERROR = re.compile(r"^(?P<file>[^:]+):(?P<line>\d+): error: (?P<message>.*)$", re.MULTILINE)
_DEFINED = re.compile(r"^(?:class )?(\w+)(?:\(| = |:)", re.MULTILINE)
_NAME = re.compile(r'"(\w+)"')


@dataclass(frozen=True, kw_only=True, slots=True)
class Failure:
    """A line of a caller that the type checker rejects."""

    client: str
    code: str
    place: str
    message: str


def failures(folder: Path, surfaces: dict[str, Surface]) -> list[Failure]:
    """Check callers of the old surfaces of packages against what the folder has of these names."""
    scripts = {
        name: callers(surface, name, _runtime(folder / name)) for name, surface in surfaces.items()
    }
    for name, script in scripts.items():
        (folder / f"calls_{name}.py").write_text(script.text, encoding="utf-8")
    ran = subprocess.run(
        (
            *(sys.executable, "-m", "mypy", "--strict", "--follow-imports=silent"),
            *("--config-file", "", "--no-error-summary", "--no-pretty", "--cache-dir", ".cache"),
            *(f"calls_{name}.py" for name in scripts),
        ),
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert not ran.stderr, ran.stderr
    found = (_failure(match, scripts) for match in _ERROR.finditer(ran.stdout))
    assert ran.returncode < 2, ran.stdout
    return list(found)


def _runtime(client: Path) -> dict[str, str]:
    """Name the module of each class and constant of the runtime."""
    return {
        name: path.stem
        for path in sorted(client.glob("_runtime/*.py"))
        for name in _DEFINED.findall(path.read_text(encoding="utf-8"))
    }


def _failure(match: re.Match[str], scripts: dict[str, Script]) -> Failure:
    client = match["file"].removeprefix("calls_").removesuffix(".py")
    script = scripts[client]
    line = int(match["line"])
    return Failure(
        client=client,
        code=script.text.splitlines()[line - 1].strip(),
        place=script.places[line],
        message=match["message"],
    )


def unannounced(failed: Iterable[Failure], changes: Iterable[Change]) -> list[Failure]:
    """Return the failures that no breaking change tells of."""
    broken = {change.place for change in changes if change.severity == "breaking"}
    return [one for one in failed if not broken & _places(one)]


def _places(failure: Failure) -> set[str]:
    """Name where a failure may be announced: its place, what that is part of, what it names."""
    place = failure.place
    named = _NAME.findall(failure.message)
    if place.startswith("models."):
        model = ".".join(place.split(".")[:2])
        return {place, model, *(f"{model}.{name}" for name in named)}
    call = place.partition("(")[0]
    return {place, call, *(f"{call}({name})" for name in named)}
