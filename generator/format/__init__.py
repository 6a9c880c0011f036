"""Format Python as black does, but only files whose unformatted text is new.

A memory beside the configuration holds, for each file, the SHA-256 of the text before and after. Where
the text before is the same and the file on disk is the text after, black has nothing to do. The memory
may be deleted at any time: that costs a few seconds, never a different result.
"""

from __future__ import annotations

import json
from contextlib import suppress
from hashlib import sha256
from importlib.metadata import version
from typing import TYPE_CHECKING

from generator.diagnostics import ClientwrightError
from generator.format.layout import lay_out

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_AS_IT_IS = "_runtime/"
_Memory = dict[str, tuple[str, str]]


def format_files(files: Mapping[str, str], *, output: Path, memory: Path) -> dict[str, bytes]:
    """Return the bytes of every file; `output` is the folder of the last run, `memory` a JSON file."""
    known = _recall(memory)
    formatted: dict[str, bytes] = {}
    for path, text in files.items():
        raw = text.encode()
        if _is_formatted(path):
            kept = _on_disk(output / path, _digest(raw), known.get(path))
            formatted[path] = kept or _black(path, text)
        else:
            formatted[path] = raw
    return formatted


def remember(memory: Path, files: Mapping[str, str], formatted: Mapping[str, bytes]) -> None:
    """Keep in mind what became of which text, for the next run; that only saves time."""
    learned = {
        path: (_digest(text.encode()), _digest(formatted[path]))
        for path, text in files.items()
        if _is_formatted(path)
    }
    if learned != _recall(memory):
        _write(memory, learned)


def _is_formatted(path: str) -> bool:
    return path.endswith((".py", ".pyi")) and not path.startswith(_AS_IT_IS)


def _on_disk(path: Path, before: str, known: tuple[str, str] | None) -> bytes | None:
    """Return the file of the last run, if that is what black would make of the text."""
    if known is None or known[0] != before or not path.is_file():
        return None
    content = path.read_bytes()
    return content if _digest(content) == known[1] else None


def _black(path: str, text: str) -> bytes:
    from black.parsing import InvalidInput  # noqa: PLC0415

    try:
        return lay_out(text, is_pyi=path.endswith(".pyi")).encode()
    except InvalidInput as error:
        raise ClientwrightError(
            f"{path}: the generated code is no Python ({error}); nothing written."
            " Please report this as a mistake of clientwright"
        ) from error


def _recall(memory: Path) -> _Memory:
    with suppress(OSError, ValueError, KeyError, TypeError, AttributeError):
        content = json.loads(memory.read_text(encoding="utf-8"))
        if content["black"] == version("black"):
            return {path: (before, after) for path, (before, after) in content["files"].items()}
    return {}


def _write(memory: Path, learned: _Memory) -> None:
    """Write the memory if that is possible."""
    content = {"black": version("black"), "files": learned}
    with suppress(OSError):
        memory.parent.mkdir(parents=True, exist_ok=True)
        (memory.parent / ".gitignore").write_text("*\n", encoding="utf-8")
        memory.write_text(json.dumps(content), encoding="utf-8")


def _digest(content: bytes) -> str:
    return sha256(content).hexdigest()
