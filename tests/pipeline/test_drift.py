"""`--check` tells whether the output is what the document makes, and `--strict` what it must be."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.pipeline.conftest import Command, Project


def test_no_drift(generated: Project, command: Command) -> None:
    """Where nothing changed, `--check` ends with 0 and names no file."""
    ran = command("generate", "--check")

    assert (ran.code, ran.out) == (0, "pets: 4 of 4 operations, 4 models; 0 differences\n")


def test_drift(generated: Project, command: Command) -> None:
    """`--check` ends with 3, names each file and what is wrong with it, and writes nothing."""
    (generated.output / "client.py").write_text("mine = True\n")
    (generated.output / "py.typed").unlink()
    generated.change("Pet:", "Animal:")
    generated.change('schemas/Pet"', 'schemas/Animal"')
    before = generated.contents()

    ran = command("generate", "--check")

    assert ran.code == 3
    assert ran.out.splitlines() == [
        "generated/pets/__init__.py would change",
        "generated/pets/_operations/pets.py would change",
        "generated/pets/api.md would change",
        "generated/pets/client.py was edited by hand",
        "generated/pets/manifest.json would change",
        "generated/pets/models/__init__.py would change",
        "generated/pets/models/__init__.pyi would change",
        "generated/pets/models/_index.py would change",
        "generated/pets/models/_renamed.py is missing",
        "generated/pets/models/animal.py is missing",
        "generated/pets/models/pet.py is stale",
        "generated/pets/models/pet_page.py would change",
        "generated/pets/py.typed is missing",
        "generated/pets/resources/pets.py would change",
        "specs/pets/names.json would change",
        "pets: 4 of 4 operations, 4 models; 15 differences",
    ]
    assert generated.contents() == before


def test_nothing_generated_yet(project: Project, command: Command) -> None:
    """Before the first run all files and the name lock are missing, and `--check` makes none."""
    before = project.contents()

    ran = command("generate", "--check")

    assert ran.code == 3
    assert "generated/pets/client.py is missing" in ran.out
    assert "specs/pets/names.json is missing" in ran.out
    assert project.contents() == before


def test_strict(langsmith: Project, command: Command) -> None:
    """`--strict` fails on LangSmith's page with its violations and repairs, and writes nothing."""
    before = langsmith.contents()

    ran = command("generate", "--strict")

    scheme = "/components/securitySchemes"
    name = "does not match ^[a-zA-Z0-9._-]+$; generation goes on with what can be read"
    mended = "security scheme name has a space; repaired (rule: security-scheme-name)"
    assert ran.code == 1
    assert ran.err.splitlines() == [
        f'specs/langsmith/openapi.yaml:385:5  {scheme}/API Key  the name "API Key" {name}, `--strict` fails',
        f'specs/langsmith/openapi.yaml:389:5  {scheme}/Tenant ID  the name "Tenant ID" {name}, `--strict` fails',
        f'specs/langsmith/openapi.yaml:393:5  {scheme}/Bearer Auth  the name "Bearer Auth" {name}, `--strict` fails',
        f"specs/langsmith/openapi.yaml:385:5  {scheme}/API Key  {mended}",
        f"specs/langsmith/openapi.yaml:389:5  {scheme}/Tenant ID  {mended}",
        f"specs/langsmith/openapi.yaml:393:5  {scheme}/Bearer Auth  {mended}",
    ]
    assert (
        ran.out == "langsmith: 1 of 1 operations, 5 models; nothing written, because of --strict\n"
    )
    assert langsmith.contents() == before


def test_strict_on_a_good_document(project: Project, command: Command) -> None:
    """`--strict` lets a document without any finding pass."""
    assert command("generate", "--strict").code == 0


DIAGNOSTIC = r"^specs/langsmith/openapi\.yaml:\d+:\d+  /\S.*?  \S.*?; \S.*?( \(rule: [a-z-]+\))?$"


@pytest.mark.parametrize("arguments", [["generate"], ["validate", "specs/langsmith/openapi.yaml"]])
def test_form_of_diagnostics(arguments: list[str], langsmith: Project, command: Command) -> None:
    """Violations and repairs are lines of one form: place, pointer, problem, consequence, rule."""
    lines = command(*arguments).err.splitlines()

    assert len(lines) == 6
    assert lines == [line for line in lines if re.match(DIAGNOSTIC, line)]
