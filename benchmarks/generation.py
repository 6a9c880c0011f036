"""How long generating takes, stage by stage: `python -m benchmarks.generation`."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.measure import documents, run, table

_PEAK = """
import resource, sys, time
from generator.cli import main
main(sys.argv[1:])
print(time.process_time(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""


def generate(document: Path, folder: Path) -> tuple[dict[str, Any], float, float]:
    """Generate a client and return the report, CPU seconds and peak MB."""
    options = ["--spec", str(document), "--output", "client", "--report", "report.json"]
    printed = run((sys.executable, "-c", _PEAK, "generate", *options), folder)
    seconds, megabytes = map(float, printed.splitlines()[-1].split())
    return json.loads((folder / "report.json").read_text()), seconds, megabytes


def lines_of(folder: Path) -> int:
    """Count the lines of Python in a folder."""
    files = (path for path in folder.rglob("*") if path.suffix in {".py", ".pyi"})
    return sum(path.read_bytes().count(b"\n") for path in files)


def measure(name: str, document: Path) -> None:
    """Print what the first and the second run of a document cost."""
    with TemporaryDirectory() as temporary:
        folder = Path(temporary)
        first, first_seconds, megabytes = generate(document, folder)
        second, second_seconds, _ = generate(document, folder)
        files = first["files"]["written"]
        lines = lines_of(folder / "client")
    operations = first["operations"]
    sys.stdout.write(
        f"{name}: {operations['generated']} of {operations['total']} operations,"
        f" {first['schemas']['generated']} models, {files} files, {lines} lines;"
        f" CPU {first_seconds:.1f} s and peak {megabytes:.0f} MB,"
        f" again without changes {second_seconds:.1f} s\n\n"
    )
    whole = sum(first["seconds"].values())
    rows = (
        [stage, f"{seconds:.2f}", f"{seconds / whole:.0%}", f"{second['seconds'][stage]:.2f}"]
        for stage, seconds in first["seconds"].items()
    )
    table(["stage", "seconds", "share", "second run"], rows)


def main() -> None:
    """Measure every document that is there."""
    for name, document in documents().items():
        measure(name, document)


if __name__ == "__main__":
    main()
