"""How much code there is to read for an operation."""

from __future__ import annotations

import ast
import json
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.support.expected import TESTS

GENERATED = TESTS.parent / "generated"
LINES_PER_OPERATION = 50


def docstring_lines(text: str) -> Iterator[int]:
    """Yield the numbers of the lines that are docstrings."""
    for node in ast.walk(ast.parse(text)):
        match getattr(node, "body", None):
            case [ast.Expr(value=ast.Constant(value=str())) as docstring, *_]:
                yield from range(docstring.lineno, (docstring.end_lineno or 0) + 1)


def code_lines(file: Path) -> int:
    """Count the lines of a module that are neither empty nor docstrings."""
    text = file.read_text(encoding="utf-8")
    skipped = set(docstring_lines(text))
    return sum(
        bool(line.strip()) and number not in skipped
        for number, line in enumerate(text.splitlines(), 1)
    )


def resource_lines(client: str) -> int:
    """Count the lines of a client's resources, synchronous and asynchronous."""
    return sum(map(code_lines, (GENERATED / client / "resources").glob("*.py")))


def operations(client: str) -> int:
    """Count the operations of a client."""
    manifest = json.loads((GENERATED / client / "manifest.json").read_text(encoding="utf-8"))
    return len(manifest["operations"])


def clients() -> list[str]:
    """Name the clients."""
    return sorted(path.parent.name for path in GENERATED.glob("*/manifest.json"))


def test_lines_per_operation(record_property: Callable[[str, object], None]) -> None:
    """Resource code takes at most 50 lines an operation, synchronous and asynchronous together."""
    lines = {client: resource_lines(client) for client in clients()}
    counts = {client: operations(client) for client in clients()}
    record_property("lines", lines)

    assert sum(counts.values()) == 21
    assert sum(lines.values()) / sum(counts.values()) <= LINES_PER_OPERATION


def test_lines_of_packages() -> None:
    """No `__init__` of a client is long: importing a package runs all of it."""
    files = {path: len(path.read_text().splitlines()) for path in GENERATED.rglob("__init__.py")}
    long = {path.relative_to(GENERATED).as_posix(): n for path, n in files.items() if n >= 60}

    assert long == {}
