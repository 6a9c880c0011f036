"""Every violation is told with its line and pointer, shortly, and none ends the run."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

import pytest

from generator.load import load, read
from generator.validate import validate
from tests.support.expected import SHARED, check_text

HERE = Path(__file__).parent
CASES = sorted(path.parent.name for path in HERE.glob("*/openapi.yaml"))
CONSEQUENCE = "; generation goes on with what can be read, `--strict` fails"
CORPUS = SHARED / "corpus"
SEEDS = SHARED / "seeds"
POSTHOG = HERE.parents[1] / "specs" / "posthog" / "openapi.yaml"
VALID = (
    *("box", "discord", "figma", "github", "github-webhooks-3.1", "mistral", "museum"),
    *("oas-parameters-style-3.1", "petstore3", "qdrant", "stripe-2023", "twilio-api"),
)
SECONDS = 20


def violations(path: Path) -> list[str]:
    """Validate a document and print what is wrong with it, one line each."""
    found = validate(load(path, name=path.name))
    return [str(diagnostic).removesuffix(CONSEQUENCE) for diagnostic in found]


@pytest.mark.parametrize("case", CASES)
def test_violations(case: str) -> None:
    """A document's violations are the committed ones, in the order of their lines."""
    found = violations(HERE / case / "openapi.yaml")

    check_text("".join(f"{line}\n" for line in found), HERE / case / "expected.txt")


def test_consequence_is_told() -> None:
    """A violation says what follows from it, and has no rule: nothing was repaired."""
    (violation,) = validate(load(HERE / "duplicate_tags" / "openapi.yaml"))

    assert str(violation).endswith(CONSEQUENCE)
    assert (violation.kind, violation.rule) == ("violation", None)


@pytest.mark.skipif(not CORPUS.exists(), reason=f"there is no {CORPUS}")
@pytest.mark.parametrize("name", VALID)
def test_valid_document(name: str) -> None:
    """A real document that is valid has no violation, found in bounded time."""
    (path,) = (CORPUS / name).glob("openapi.*")
    start = time.monotonic()

    assert violations(path) == []
    assert time.monotonic() - start < SECONDS


def test_posthog_is_valid() -> None:
    """The document written by hand has no violation."""
    assert violations(POSTHOG) == []


@pytest.mark.skipif(not SEEDS.exists(), reason=f"there is no {SEEDS}")
def test_violations_of_a_page_stand_on_its_lines() -> None:
    """LangSmith's page has three violations: names of security schemes with spaces."""
    pattern = "does not match ^[a-zA-Z0-9._-]+$"
    page = "002_70a37df3d483d53d.txt"
    pointer = "/components/securitySchemes"

    assert violations(SEEDS / page) == [
        f'{page}:398:5  {pointer}/API Key  the name "API Key" {pattern}',
        f'{page}:402:5  {pointer}/Tenant ID  the name "Tenant ID" {pattern}',
        f'{page}:406:5  {pointer}/Bearer Auth  the name "Bearer Auth" {pattern}',
    ]


def test_nothing_is_fetched(tmp_path: Path) -> None:
    """A reference to the network is not followed."""
    path = tmp_path / "openapi.yaml"
    text = "openapi: 3.1.0\ninfo: {title: A, version: '1'}\npaths: {/a: {$ref: %s}}\n"
    path.write_text(text % "'http://127.0.0.1:9/a.yaml'", encoding="utf-8")

    assert validate(read(path)) == ()


def test_hostile_schemas(tmp_path: Path) -> None:
    """Schemas made to keep a validator busy for ever are passed by in little time."""
    schemas: dict[str, Any] = {
        f"S{depth}": {"anyOf": [{"$ref": f"#/components/schemas/S{depth + 1}"}] * 2}
        for depth in range(40)
    }
    schemas |= {"S40": {"type": "string"}, "Top": {"$ref": "#/components/schemas/S0"}}
    schemas |= {"Default": {"allOf": [{"$ref": "#/components/schemas/S0"}], "default": 1}}
    schemas |= {f"C{i}": {"$ref": f"#/components/schemas/C{i + 1}"} for i in range(3000)}
    schemas |= {"C3000": {"type": "integer", "maximum": 10**400}}
    path = tmp_path / "openapi.json"
    info = {"title": "Acme", "version": "1.0.0"}
    document = {"openapi": "3.1.0", "info": info, "components": {"schemas": schemas}}
    path.write_text(json.dumps(document), encoding="utf-8")
    start = time.monotonic()

    assert violations(path) == []
    assert time.monotonic() - start < SECONDS
