"""A document that asks for endless work gets a client or a clear error, in bounded time and memory."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.support.expected import TESTS

Schemas = dict[str, dict[str, Any]]
COMMAND = ("generate", "--spec", "openapi.json", "--output", "made")
SECONDS, BYTES = 120, 3_000_000_000
LIMITED = f"""
import resource, sys
resource.setrlimit(resource.RLIMIT_AS, ({BYTES}, {BYTES}))
resource.setrlimit(resource.RLIMIT_CPU, ({SECONDS}, {SECONDS}))
from generator.cli import main
sys.exit(main(sys.argv[1:]))
"""
FOLLOWED_TOO_LONG = "openapi.json  nested too deeply, also by references; nothing written"


def generate(folder: Path, document: dict[str, Any]) -> tuple[int, str]:
    """Generate a client within limits, and return its exit code and the last line it said."""
    (folder / "openapi.json").write_text(json.dumps(document), encoding="utf-8")
    ran = subprocess.run(
        (sys.executable, "-c", LIMITED, *COMMAND),
        cwd=folder, capture_output=True, text=True, check=False, timeout=4 * SECONDS,
        env={**os.environ, "PYTHONPATH": str(TESTS.parent)},
    )  # fmt: skip
    return ran.returncode, (ran.stdout or ran.stderr).splitlines()[-1]


def api(schemas: Schemas, **more: Any) -> dict[str, Any]:
    """Return a document whose only answer is the first schema."""
    content = {"application/json": {"schema": reference(0)}}
    responses = {"200": {"description": "", "content": content}}
    return {
        "openapi": "3.1.0",
        "info": {"title": "Things", "version": "1"},
        "paths": {"/a": {"get": {"operationId": "a", "responses": responses}}},
        "components": {"schemas": schemas},
        **more,
    }


def reference(number: int) -> dict[str, str]:
    """Refer to a schema by its number."""
    return {"$ref": f"#/components/schemas/S{number}"}


def chain(size: int, link: Callable[[int], dict[str, Any]]) -> Schemas:
    """Return schemas each of which leads to the next one, and a last one."""
    last = {f"S{size}": {"type": "object", "properties": {"z": {}}}}
    return {f"S{number}": link(number) for number in range(size)} | last


def part(number: int) -> dict[str, Any]:
    """Return a class of one property."""
    return {"type": "object", "properties": {f"a{number}": {"type": "integer"}}}


CIRCLE = {
    f"S{number}": {"allOf": [*map(reference, range(60)), part(number)]} for number in range(60)
}
ENDLESS = {"type": "string", "pattern": "^(a+)+$", "default": "a" * 60 + "!"}
ENDLESS_KEY = {
    "type": "object",
    "patternProperties": {"^(a+)+$": {}},
    "default": {"a" * 60 + "!": 1},
}
ANSWERED = {
    "a million values": lambda: api({"S0": {"enum": [f"v{i}" for i in range(1_000_000)]}}),
    "a title of 50 MB": lambda: api({"S0": part(0)}, info={"title": "x" * 50_000_000}),
    "50 MB of keys": lambda: api({"S0": part(0)}, **{"x-y": {f"key-{i}": i for i in range(2_400_000)}}),
    "a pattern without end": lambda: api({"S0": {"type": "object", "properties": {"a": ENDLESS}}}),
    "a key's pattern without end": lambda: api({"S0": ENDLESS_KEY}),
    "allOf in circles": lambda: api(CIRCLE),
    "allOf doubling": lambda: api(
        chain(22, lambda number: {"allOf": [reference(number + 1)] * 2 + [part(number)]})
    ),
    "allOf of unions": lambda: api({"S0": {"allOf": [{"oneOf": [*map(part, range(8))]}] * 8}}),
    "a wide union": lambda: api({"S0": {"anyOf": [*map(part, range(400))]}}),
    "parameters in a chain": lambda: api(
        {"S0": part(0)},
        components={
            "schemas": {"S0": part(0)},
            "parameters": {
                f"P{i}": {"$ref": f"#/components/parameters/P{i + 1}"} for i in range(10_000)
            },
        },
    ),
}  # fmt: skip
REFUSED = {
    "lists in a chain": lambda number: {"type": "array", "items": reference(number + 1)},
    "allOf in a chain": lambda number: {"allOf": [reference(number + 1), part(number)]},
    "unions in a chain": lambda number: {"anyOf": [reference(number + 1), {"type": "string"}]},
}


@pytest.mark.parametrize("document", ANSWERED.values(), ids=ANSWERED)
def test_there_is_a_client(document: Callable[[], dict[str, Any]], tmp_path: Path) -> None:
    """A document that is large or winding, but can be read, has its client."""
    code, said = generate(tmp_path, document())
    assert (code, said.startswith("made: 1 of 1 operations")) == (0, True), said


@pytest.mark.parametrize("link", REFUSED.values(), ids=REFUSED)
def test_there_is_an_error(link: Callable[[int], dict[str, Any]], tmp_path: Path) -> None:
    """Ten thousand schemas in each other are refused in one line, with nothing written."""
    code, said = generate(tmp_path, api(chain(10_000, link)))
    assert (code, said) == (1, f"clientwright: made: {FOLLOWED_TOO_LONG}")
    assert not (tmp_path / "made").exists()
