"""Run the type checkers on the scripts, and sort what they say by script.

Of each error only its first line counts: the rest lists whole signatures, and changes with them.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SCRIPTS = Path(__file__).parent / "scripts"
CACHE = ROOT / ".cache" / "types"

Lines = Iterator[tuple[str, int, str]]
"""Path, line, and what is said about it."""


def mypy(*paths: Path) -> dict[str, str]:
    """Return what `mypy --strict` says about each script, or about other files."""
    cache = CACHE / ("others" if paths else "scripts")
    options = ["--strict", "--config-file=", f"--cache-dir={cache}", "--no-error-summary"]
    shape = ["--hide-error-context", "--no-pretty", "--no-color-output"]
    checked = map(str, paths or [SCRIPTS])
    return _by_script(_mypy_lines(_run("mypy", *options, *shape, *checked)))


def pyright() -> dict[str, str]:
    """Return what basedpyright says about each script at its standard level."""
    project = str(SCRIPTS.parent / "pyrightconfig.json")
    python = ["--pythonpath", sys.executable]
    return _by_script(_pyright_lines(_run("basedpyright", "-p", project, "--outputjson", *python)))


def _run(checker: str, *arguments: str) -> str:
    command = [str(Path(sys.executable).with_name(checker)), *arguments]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode in {0, 1}, f"{result.stdout}{result.stderr}"
    return result.stdout


def _mypy_lines(output: str) -> Lines:
    for line in output.splitlines():
        found = re.fullmatch(r"(?P<path>.+?):(?P<line>\d+): (?P<message>.+)", line)
        assert found, line
        if not found["message"].startswith("note: ") or "Revealed type" in found["message"]:
            yield found["path"], int(found["line"]), found["message"]


def _pyright_lines(output: str) -> Lines:
    for found in json.loads(output)["generalDiagnostics"]:
        rule = f" ({found['rule']})" if "rule" in found else ""
        message = found["message"].splitlines()[0]
        line = found["range"]["start"]["line"] + 1
        yield found["file"], line, f"{found['severity']}: {message}{rule}"


def _by_script(lines: Lines) -> dict[str, str]:
    """Join the lines of each script; one of another file is under that file's path."""
    texts = {script.stem: "" for script in SCRIPTS.glob("*.py")}
    for path, line, message in sorted(lines, key=lambda item: item[:2]):
        file = (ROOT / path).resolve()
        name = file.stem if file.parent == SCRIPTS else file.as_posix()
        texts[name] = f"{texts.get(name, '')}{line}: {message}\n"
    return texts
