"""A run that is killed leaves each client wholly old or wholly new, and the next run succeeds."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from tests.support.expected import TESTS

MOMENTS = {"writing": 80, "generating": 20, "vendoring": 100}


@pytest.mark.skipif(sys.platform == "win32", reason="processes are forked")
@pytest.mark.parametrize("kind", MOMENTS)
def test_killed_at_any_moment(kind: str, tmp_path: Path) -> None:
    """At 200 random moments of writing, generating and updating a copy, nothing else is left."""
    arguments = (kind, str(tmp_path), "5", str(MOMENTS[kind]))
    ran = subprocess.run(
        [sys.executable, "-m", "tests.kill.moments", *arguments],
        cwd=TESTS.parent,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    states = Counter(json.loads(ran.stdout))

    assert states.total() == MOMENTS[kind]
    assert states.keys() <= {"old", "new"}
