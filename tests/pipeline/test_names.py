"""Names given once stay, whatever the vendor does to the document."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.pipeline.conftest import Command, Project

NEWCOMER = """  /pets/{id}/{name}:
    get:
      operationId: retrieve
      tags: [pets]
      parameters:
        - name: id
          in: path
          required: true
          schema:
            type: integer
      responses:
        "204":
          description: Nothing.
  /pets:
"""
CALLS = {
    "GET /pets": "pets.list",
    "POST /pets": "pets.create",
    "GET /pets/{id}": "pets.retrieve",
    "PUT /names": "pets.rename",
}


def test_names_of_a_first_run(generated: Project) -> None:
    """Without a name lock the document decides."""
    assert generated.calls == CALLS


def test_renamed_operation_id(generated: Project, command: Command) -> None:
    """An operation keeps its call when the vendor renames its operationId."""
    generated.change("operationId: retrieve", "operationId: pets_fetch_one_v2")

    assert command("generate").code == 0
    assert generated.calls == CALLS


def test_moved_to_another_tag(generated: Project, command: Command) -> None:
    """An operation keeps its call when the vendor moves it to another tag."""
    generated.change(
        r"operationId: rename\n      tags: \[pets\]", "operationId: rename\n      tags: [names]"
    )

    assert command("generate").code == 0
    assert generated.calls == CALLS


def test_newcomer_with_the_same_name(generated: Project, command: Command) -> None:
    """A new operation does not take the name of an old one, even if it comes first."""
    generated.change(r"  /pets:\n", NEWCOMER)

    assert command("generate").code == 0
    calls = generated.calls
    assert calls.pop("GET /pets/{id}/{name}") != "pets.retrieve"
    assert calls == CALLS


def test_without_the_lock_the_newcomer_wins(generated: Project, command: Command) -> None:
    """The lock is what keeps names: without it the vendor's order decides."""
    (generated.folder / "specs" / "pets" / "names.json").unlink()
    generated.change(r"  /pets:\n", NEWCOMER)

    assert command("generate").code == 0
    assert generated.calls["GET /pets/{id}/{name}"] == "pets.retrieve"


def test_newcomer_with_the_name_of_a_class(generated: Project, command: Command) -> None:
    """A new component does not take the name of the class of an inline schema."""
    generated.change(
        r"    Pet:\n",
        "    PetKind:\n      type: object\n      properties:\n        a: {type: string}\n    Pet:\n",
    )

    assert command("generate").code == 0
    assert generated.manifest["models"]["/components/schemas/Pet/properties/kind"] == "PetKind"


def test_removed_operation(generated: Project, command: Command) -> None:
    """An operation that the vendor takes away for a while comes back under its name."""
    published = generated.document.read_text()
    generated.change(r"(?s)  /names:.*?\ncomponents:", "components:")
    command("generate")
    assert "PUT /names" not in generated.calls

    generated.document.write_text(published.replace("operationId: rename", "operationId: name"))

    assert command("generate").code == 0
    assert generated.calls == CALLS


def test_class_given_up_by_its_schema(generated: Project, command: Command) -> None:
    """An inline schema that becomes a component hands its class name to that component."""
    generated.change(
        r"          type: string\n          enum: \[cat, dog\]\n",
        '          $ref: "#/components/schemas/PetKind"\n',
    )
    generated.change(
        r"    Pet:\n", "    PetKind:\n      type: string\n      enum: [cat, dog]\n    Pet:\n"
    )

    assert command("generate").code == 0
    assert generated.manifest["models"]["/components/schemas/PetKind"] == "PetKind"


def test_class_of_what_is_no_schema_any_more(generated: Project, command: Command) -> None:
    """A place whose schema became `true` needs no name."""
    generated.change(r"          type: string\n          enum: \[cat, dog\]\n", "          true\n")
    generated.change(
        r"    Pet:\n", "    PetKind:\n      type: string\n      enum: [cat, dog]\n    Pet:\n"
    )

    assert command("generate").code == 0
    assert generated.manifest["models"]["/components/schemas/PetKind"] == "PetKind"


def test_class_that_its_component_has_by_now(generated: Project, command: Command) -> None:
    """A component keeps the class name that an inline schema gave up, even if that one returns."""
    published = generated.document.read_text()
    component = "    PetKind:\n      type: string\n    Pet:\n"
    generated.change(
        r"type: string\n          enum: \[cat, dog\]", "$ref: '#/components/schemas/PetKind'"
    )
    generated.change(r"    Pet:\n", component)
    command("generate")

    generated.document.write_text(published.replace("    Pet:\n", component))

    assert command("generate").code == 0
    assert generated.manifest["models"]["/components/schemas/PetKind"] == "PetKind"
