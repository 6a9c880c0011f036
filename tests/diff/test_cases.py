"""Two small documents a case, and the changes that their clients' users see."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.diff.regenerated import changes, regenerate
from tests.support.expected import TESTS, check_text

if TYPE_CHECKING:
    from pathlib import Path

    from generator.diff import Change

CASES = TESTS / "diff" / "cases"


@pytest.mark.parametrize("case", sorted(folder.name for folder in CASES.iterdir()))
def test_case(case: str, tmp_path: Path) -> None:
    """Each change has its kind, severity, place, sentence and line."""
    old, new = CASES / case / "old.yaml", CASES / case / "new.yaml"
    regenerate(old, new, tmp_path)
    found = changes(old, new, tmp_path)
    check_text("".join(map(_line, found)), CASES / case / "expected.txt")


def _line(change: Change) -> str:
    where = f"{change.where.file.rpartition('/')[2]}:{change.where.line}" if change.where else "-"
    return (
        f"{change.severity} {change.kind} {change.place} ({where})\n"
        f"    {change.sentence}\n    {change.old} → {change.new}\n"
    )
