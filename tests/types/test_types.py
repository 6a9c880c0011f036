"""What type checkers tell users of the clients, about right and wrong code."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.support.expected import check_text
from tests.types.checkers import ROOT, SCRIPTS, mypy, pyright

RIGHT = sorted(path.stem for path in SCRIPTS.glob("right_*.py"))
WRONG = sorted(path.stem for path in SCRIPTS.glob("wrong_*.py"))
IGNORING = ("type: ignore", "pyright: ", "mypy: ")


def committed(checker: str) -> dict[str, str]:
    """Read the committed output of a checker, by script."""
    suffix = f".{checker}.txt"
    files = sorted(SCRIPTS.glob(f"*{suffix}"))
    return {path.name.removesuffix(suffix): path.read_text(encoding="utf-8") for path in files}


def update(checker: str, outputs: Mapping[str, str]) -> None:
    """Write the output of a checker anew, where that is asked for."""
    if os.environ.get("UPDATE_EXPECTED"):
        for name, text in outputs.items():
            check_text(text, SCRIPTS / f"{name}.{checker}.txt")


@pytest.mark.parametrize("checker", [mypy, pyright], ids=["mypy", "pyright"])
def test_scripts(checker: Callable[[], dict[str, str]]) -> None:
    """Each checker says about each script exactly what is committed, and nothing about the clients."""
    outputs = checker()
    update(checker.__name__, outputs)

    assert outputs == committed(checker.__name__)


def errors(text: str) -> set[int]:
    """Return the lines on which a checker found an error."""
    found = (line.split(": ", 2) for line in text.splitlines() if line[:1].isdigit())
    return {int(number) for number, severity, *_ in found if severity == "error"}


def mistakes(script: str) -> set[int]:
    """Return the lines of a script that are marked as mistakes."""
    text = (SCRIPTS / f"{script}.py").read_text(encoding="utf-8")
    return {number for number, line in enumerate(text.splitlines(), 1) if line.endswith("# wrong")}


@pytest.mark.parametrize("script", RIGHT)
@pytest.mark.parametrize("checker", ["mypy", "pyright"])
def test_right_scripts_have_no_errors(checker: str, script: str) -> None:
    """Code that uses a client as it is meant has no type errors."""
    assert errors(committed(checker)[script]) == set()


@pytest.mark.parametrize("script", WRONG)
@pytest.mark.parametrize("checker", ["mypy", "pyright"])
def test_each_mistake_is_found(checker: str, script: str) -> None:
    """Every mistake of the wrong scripts is an error, and no other line is one."""
    assert errors(committed(checker)[script]) == mistakes(script)


def test_readme_is_typed(tmp_path: Path) -> None:
    """The README's calls are right to a strict type checker."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    blocks = re.findall(r"^```python\n(.*?)^```$", readme, re.DOTALL | re.MULTILINE)
    paths = [tmp_path / f"block_{number}.py" for number in range(len(blocks))]
    written = [path.write_text(block) for path, block in zip(paths, blocks, strict=True)]

    assert len(written) > 0
    assert set(mypy(*paths).values()) == {""}


def silenced(folder: Path) -> list[str]:
    """Name the files that keep a type checker from speaking."""
    files = (
        path for path in folder.rglob("*") if path.suffix in {".py", ".pyi", ".jinja", ".jinja2"}
    )
    texts = ((path, path.read_text(encoding="utf-8")) for path in files)
    return [str(path) for path, text in texts if any(map(text.__contains__, IGNORING))]


@pytest.mark.parametrize("folder", ["generated", "templates"])
def test_no_type_error_is_silenced(folder: str) -> None:
    """Generated code, and what it is made from, needs no `type: ignore`."""
    assert silenced(ROOT / folder) == []
