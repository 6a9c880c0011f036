"""Compare with committed files; `UPDATE_EXPECTED=1 pytest ...` writes them anew."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

TESTS = Path(__file__).resolve().parents[1]
SHARED = TESTS.parents[1] / "shared"


def feature_folders(area: str) -> list[str]:
    """Name the folders of an area that hold a document."""
    return sorted(path.parent.name for path in (TESTS / area).glob("*/document.*"))


def check_text(actual: str, expected: Path) -> None:
    """Assert that a text is the committed one."""
    if os.environ.get("UPDATE_EXPECTED"):
        expected.parent.mkdir(parents=True, exist_ok=True)
        expected.write_text(actual, encoding="utf-8")
    assert actual == expected.read_text(encoding="utf-8")


def check_json(actual: Any, expected: Path) -> None:
    """Assert that data is the committed data, written readably."""
    check_text(json.dumps(actual, indent=2, ensure_ascii=False) + "\n", expected)
