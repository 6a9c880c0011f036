"""What `docs/ci.md` tells people to paste does what it says."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.pipeline.conftest import Project
from tests.support.expected import TESTS

PAGE = (TESTS.parent / "docs" / "ci.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```(\w+)\n(.*?)```", PAGE, re.DOTALL)
WORKFLOW, PRE_COMMIT = (yaml.safe_load(text) for kind, text in BLOCKS if kind == "yaml")
(HOOK,) = (text for kind, text in BLOCKS if kind == "sh")
(LOCAL,) = PRE_COMMIT["repos"][0]["hooks"]


def run(project: Project, *command: str) -> int:
    """Run a command in a project, where `clientwright` is on the path."""
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    environment = {**os.environ, "PATH": path}
    return subprocess.run(
        command, cwd=project.folder, env=environment, capture_output=True, check=False
    ).returncode


def gates() -> dict[str, list[str]]:
    """Return the commands that guard a repository, by where they stand."""
    steps: list[dict[str, Any]] = WORKFLOW["jobs"]["check"]["steps"]
    return {
        "workflow": shlex.split(steps[-1]["run"]),
        "pre-commit": shlex.split(LOCAL["entry"]),
        "hook": ["sh", "-c", HOOK],
    }


@pytest.mark.parametrize("gate", gates())
def test_gate(gate: str, generated: Project) -> None:
    """The gate is open while clients are what they should be, and closed as soon as one is not."""
    opened = run(generated, *gates()[gate])
    (generated.output / "client.py").write_text("mine = True\n")

    assert (opened, run(generated, *gates()[gate])) == (0, 3)


@pytest.mark.parametrize(
    "path", ["specs/pets/openapi.yaml", "generated/pets/client.py", "pyproject.toml"]
)
def test_files_of_the_hook(path: str) -> None:
    """pre-commit runs the gate for whatever it looks at."""
    assert re.search(LOCAL["files"], path)
    assert not re.search(LOCAL["files"], "src/app.py")
