"""Run code in fresh processes and tell what it costs."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

ROOT = Path(__file__).resolve().parents[1]
CORPUS = ROOT.parent / "shared" / "corpus"
RUNS = 7

_FRAME = """
import json, resource, sys, time
{before}
memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
start = time.process_time()
{measured}
seconds = time.process_time() - start
grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - memory
print(json.dumps([seconds * 1e3, grown / 1024, len(sys.modules)]))
"""


@dataclass(frozen=True, slots=True)
class Cost:
    """CPU milliseconds, and how many MB the process grew by."""

    milliseconds: float
    megabytes: float
    modules: int


def cost(measured: str, *, before: str = "", folder: Path = ROOT) -> Cost:
    """Measure Python code in fresh interpreters, after other code, and return the medians."""
    code = _FRAME.format(before=before, measured=measured)
    run((sys.executable, "-c", code), folder)
    samples = [json.loads(run((sys.executable, "-c", code), folder)) for _ in range(RUNS)]
    milliseconds, megabytes, modules = zip(*samples, strict=True)
    return Cost(statistics.median(milliseconds), statistics.median(megabytes), max(modules))


def run(command: Sequence[str], folder: Path) -> str:
    """Run a command in a folder, with this project importable, and return what it prints."""
    environment = os.environ | {"PYTHONPATH": f"{folder}{os.pathsep}{ROOT}"}
    result = subprocess.run(  # noqa: S603 - the commands are those of this folder
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    if result.returncode:
        sys.exit(result.stderr)
    return result.stdout


def documents() -> Mapping[str, Path]:
    """Find the full documents of the vendors, by the name of their client."""
    paths = {name: CORPUS / name / "openapi.json" for name in ("vapi", "langsmith")}
    found = {name: path for name, path in paths.items() if path.exists()}
    if not found:
        sys.exit(f"the vendors' full documents are not at {CORPUS}")
    return found


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print a Markdown table."""
    lines = [heads, ["---", *["---:"] * (len(heads) - 1)], *rows]
    sys.stdout.write("".join(f"| {' | '.join(line)} |\n" for line in lines) + "\n")
