"""The runtime that a client carries stays small enough to be read."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.support.expected import TESTS

CLIENTS = ("langsmith", "posthog", "vapi")
DOCUMENTED = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)


def runtime_of(client: str) -> list[Path]:
    """Return the modules of a committed client's runtime; those for tests of users are no part."""
    return sorted((TESTS.parent / "generated" / client / "_runtime").glob("*.py"))


def texts(tree: ast.AST) -> set[int]:
    """Return the lines of docstrings, those of attributes included."""
    return {
        line
        for node in ast.walk(tree)
        if isinstance(node, DOCUMENTED)
        for one in node.body
        if isinstance(one, ast.Expr) and isinstance(one.value, ast.Constant)
        for line in range(one.lineno, (one.end_lineno or one.lineno) + 1)
    }


def code_lines(path: Path) -> int:
    """Count the lines of a module that are neither blank nor comment nor docstring."""
    source = path.read_text(encoding="utf-8")
    told = texts(ast.parse(source))
    lines = (line.strip() for n, line in enumerate(source.splitlines(), 1) if n not in told)
    return sum(bool(line) and not line.startswith("#") for line in lines)


@pytest.mark.parametrize("client", CLIENTS)
def test_all_of_it(client: str) -> None:
    """A client's runtime has at most 1,500 lines of code."""
    assert 0 < sum(map(code_lines, runtime_of(client))) <= 1500


@pytest.mark.parametrize("client", CLIENTS)
def test_each_module(client: str) -> None:
    """No module of it has more than 300 lines, whatever they are."""
    lengths = {path.name: len(path.read_text().splitlines()) for path in runtime_of(client)}
    assert max(lengths.values()) <= 300
