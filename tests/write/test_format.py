"""Formatting: as black does, and only what is new."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator import format as formatting
from generator.diagnostics import ClientwrightError
from generator.format import format_files, remember

if TYPE_CHECKING:
    from pathlib import Path

FILES = {"a.py": "x=1\n", "b.pyi": "def f()->int:...\n", "README.md": "x=1\n"}


def run(folder: Path, files: dict[str, str]) -> dict[str, bytes]:
    """Format and put the result where a run would put it."""
    memory = folder / "cache" / "memory.json"
    formatted = format_files(files, output=folder, memory=memory)
    remember(memory, files, formatted)
    for path, content in formatted.items():
        (folder / path).write_bytes(content)
    return formatted


def test_python_is_formatted(tmp_path: Path) -> None:
    """Modules and stubs are formatted; other files, and the runtime, stay as they are."""
    formatted = format_files(
        {**FILES, "_runtime/a.py": "x=1\n"}, output=tmp_path, memory=tmp_path / "memory"
    )
    assert formatted == {
        "a.py": b"x = 1\n",
        "b.pyi": b"def f() -> int: ...\n",
        "README.md": b"x=1\n",
        "_runtime/a.py": b"x=1\n",
    }


def test_second_run_does_not_format(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was formatted in the last run, and is still on disk, is not formatted again."""
    first = run(tmp_path, FILES)
    monkeypatch.setattr(formatting, "_black", None)
    assert run(tmp_path, FILES) == first


@pytest.mark.parametrize("damage", ["{", '{"black": "0", "files": {}}', "[]"])
def test_memory_may_be_lost(tmp_path: Path, damage: str) -> None:
    """A memory that is damaged, or another black's, costs time and nothing else."""
    first = run(tmp_path, FILES)
    (tmp_path / "cache" / "memory.json").write_text(damage)
    assert run(tmp_path, FILES) == first


def test_edited_file_is_formatted_again(tmp_path: Path) -> None:
    """A file that differs from what the last run made of it is not taken for the result."""
    first = run(tmp_path, FILES)
    (tmp_path / "a.py").write_text("edited\n")
    assert run(tmp_path, FILES) == first


def test_what_is_no_python(tmp_path: Path) -> None:
    """Text that black cannot read ends the run with the name of its file."""
    with pytest.raises(ClientwrightError, match=r"a\.py: the generated code is no Python"):
        run(tmp_path, {"a.py": "def"})
