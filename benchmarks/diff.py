"""Write the examples of docs/diff: what vendors changed in some months, in all four formats.

`python -m benchmarks.diff` or `make diff`.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

from generator.commands import single_client
from generator.diff.compare import compare
from generator.diff.report import Report
from generator.diff.show import FORMATS
from generator.diff.sides import made_side
from generator.names.lock import NameLock

PAIRS = {"vapi": "vapi-2026-02", "langsmith": "langsmith-2026-05"}
ENDINGS = {"text": "txt", "markdown": "md", "json": "json", "html": "html"}
CORPUS = Path("../shared/corpus")
FOLDER = Path("docs/diff")


def main() -> None:
    """Compare each pair of the corpus and write what changed."""
    for new, old in PAIRS.items():
        report = report_of(CORPUS / old / "openapi.json", CORPUS / new / "openapi.json")
        for form, ending in ENDINGS.items():
            output = FOLDER / f"{new}.{ending}"
            output.write_text(FORMATS[form](report, output), encoding="utf-8")
        sys.stdout.write(f"{new}: {report.suggestion}\n")


def report_of(old: Path, new: Path) -> Report:
    """Compare two documents as `clientwright diff OLD NEW` does."""
    client = single_client(old, Path("client"), None)
    before = made_side(client, NameLock())
    after = made_side(replace(client, spec=new), before.lock)
    changes = compare(before.surface, after.surface)
    return Report(old=before, new=after, changes=changes, accepted=())


if __name__ == "__main__":
    main()
