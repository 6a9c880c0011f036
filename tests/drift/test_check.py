"""The drift gate names each cause, and what to do about it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.pipeline.conftest import Command, Project

OVERLAY = """\
overlay: 1.0.0
info: {title: Corrections, version: 1.0.0}
actions:
  - target: $.info
    update: {title: Our Pets}
"""
MADE = "since generated/pets was made"
GENERATE = "run `clientwright generate pets`"
KEEP = "keep what you need in files of your own, then run `clientwright generate pets --force`"


def test_up_to_date(generated: Project, command: Command) -> None:
    """Where nothing changed the gate is open, and nothing is written."""
    before = generated.contents()
    ran = command("check")

    assert (ran.code, ran.out, ran.err) == (0, "pets: up to date\n", "")
    assert generated.contents() == before


def document(project: Project) -> None:
    project.change("version: 1.0.0", "version: 1.1.0")


def new_overlay(project: Project) -> None:
    project.document.with_name("overlay.yaml").write_text(OVERLAY)


def edited(project: Project) -> None:
    (project.output / "client.py").write_text("mine = True\n")


def missing(project: Project) -> None:
    (project.output / "py.typed").unlink()


def lost_names(project: Project) -> None:
    project.document.with_name("names.json").unlink()


def configuration(project: Project) -> None:
    text = '[clients.pets]\ntitle = "Pets"\nlift = ["limit"]\n'
    (project.folder / "clientwright.toml").write_text(text)


def older(project: Project) -> None:
    manifest = project.output / "manifest.json"
    text = manifest.read_text()
    manifest.write_text(text.replace('"version": "0.1.0"', '"version": "0.0.1"'))


@pytest.mark.parametrize(
    ("change", "line"),
    [
        (document, f"specs/pets/openapi.yaml  changed {MADE} from it; {GENERATE}"),
        (new_overlay, f"specs/pets/overlay.yaml  is new {MADE}; {GENERATE}"),
        (older, f"generated/pets  was made by clientwright 0.0.1, and this is 0.1.0; {GENERATE}"),
        (edited, f"generated/pets/client.py  was edited by hand; {KEEP}"),
        (missing, f"generated/pets/py.typed  is missing; {GENERATE}"),
        (lost_names, f"specs/pets/names.json  is out of date; {GENERATE}, and commit it"),
    ],
)
def test_cause(
    change: Callable[[Project], None], line: str, generated: Project, command: Command
) -> None:
    """Each cause has a line of its own, with what to do, and the exit code is 3."""
    change(generated)
    before = generated.contents()
    ran = command("check")

    assert (ran.code, ran.out) == (3, f"{line}\npets: 1 difference\n")
    assert generated.contents() == before


def test_generator_or_configuration(generated: Project, command: Command) -> None:
    """What neither document nor overlay nor version explains is said to be something else."""
    configuration(generated)
    ran = command("check")

    assert ran.code == 3
    assert "files would change, though document, overlay and version are the same: " in ran.out
    assert ran.out.endswith("pets: 1 difference\n")


@pytest.fixture
def corrected(project: Project, command: Command) -> Project:
    """A project whose client was generated with an overlay."""
    new_overlay(project)
    assert command("generate").code == 0
    assert command("check").code == 0
    return project


def test_overlay_changed(corrected: Project, command: Command) -> None:
    """A changed overlay is told from a changed document."""
    corrected.document.with_name("overlay.yaml").write_text(OVERLAY.replace("Our", "All"))
    ran = command("check")

    assert f"specs/pets/overlay.yaml  changed {MADE} with it; {GENERATE}\n" in ran.out


def test_overlay_gone(corrected: Project, command: Command) -> None:
    """An overlay that was removed is missed."""
    corrected.document.with_name("overlay.yaml").unlink()
    ran = command("check")

    assert f"specs/pets/overlay.yaml  is gone {MADE} with it; {GENERATE}\n" in ran.out


def test_overlay_matches_nothing(corrected: Project, command: Command) -> None:
    """An action that the document has outgrown is drift, named by its line."""
    overlay = corrected.document.with_name("overlay.yaml")
    overlay.write_text(OVERLAY.replace("$.info", "$.paths['/gone']"))
    ran = command("check")

    assert (ran.code, ran.out.splitlines()) == (
        3,
        [
            "specs/pets/overlay.yaml:4:5  the target $.paths['/gone'] matches nothing in the document;"
            " correct the action, or remove it if the vendor corrected the document",
            "pets: 1 difference",
        ],
    )


def test_stale_and_foreign_files(generated: Project, command: Command) -> None:
    """Files that are not wanted any more, and files of others in the way, are named beside the cause."""
    generated.change("Pet:", "Animal:")
    generated.change('schemas/Pet"', 'schemas/Animal"')
    (generated.output / "models" / "animal.py").write_text("mine = True\n")
    lines = command("check").out.splitlines()

    assert f"generated/pets/models/pet.py  is stale; {GENERATE}" in lines
    assert (
        f"generated/pets/models/animal.py  was not written by clientwright; move it, then {GENERATE}"
        in lines
    )


def test_not_generated_yet(project: Project, command: Command) -> None:
    """A client that was never generated is one difference, not one for each file."""
    ran = command("check")

    assert (ran.code, ran.out) == (
        3,
        f"generated/pets  is not generated yet; {GENERATE}\npets: 1 difference\n",
    )


def test_document_that_cannot_be_read(generated: Project, command: Command) -> None:
    """A document from which nothing can be generated is a failure, not drift."""
    generated.document.write_text("{")
    ran = command("check")

    assert ran.code == 1
    assert "specs/pets/openapi.yaml:1" in ran.err


def test_unknown_client(generated: Project, command: Command) -> None:
    """A client that is not configured is wrong usage."""
    assert command("check", "dogs").code == 2
