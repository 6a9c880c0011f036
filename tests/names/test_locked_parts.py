"""Locked names of a union's members, when the vendor moves them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.load import load
from generator.names.lock import NameLock
from generator.normalize import normalize

if TYPE_CHECKING:
    from pathlib import Path

    from generator.normalize import Normalized

HEAD = """
openapi: 3.1.0
info: {title: Pets, version: "1"}
paths: {}
components:
  schemas:
    Pet:
      anyOf:
"""
CAT = "        - {type: object, properties: {claws: {type: string, enum: [long, short]}}}\n"
DOG = "        - {type: object, properties: {bark: {type: string, enum: [loud, soft]}}}\n"
COW = "        - {type: object, properties: {milk: {type: string, enum: [sweet, sour]}}}\n"
CALF = "        - {type: object, properties: {milk: {type: integer}}}\n"


def names(folder: Path, *members: str, lock: NameLock | None = None) -> Normalized:
    """Normalize a union of members."""
    path = folder / "openapi.yaml"
    path.write_text(HEAD + "".join(members), encoding="utf-8")
    return normalize(load(path), lock or NameLock())


def property_of(found: Normalized, name: str) -> list[str]:
    """Name the properties of a class."""
    schemas: dict[str, Any] = found.root["components"]["schemas"]
    return list(schemas[name]["properties"])


def test_newcomer_in_front(tmp_path: Path) -> None:
    """Members keep their names, and what stands in them too, when another comes before them."""
    lock = names(tmp_path, CAT, DOG).lock
    later = names(tmp_path, COW, CAT, DOG, lock=lock)

    assert property_of(later, "PetWithClaws") == ["claws"]
    assert property_of(later, "PetWithBark") == ["bark"]
    assert property_of(later, "PetWithMilk") == ["milk"]
    assert set(later.sources) == {
        "Pet", "PetWithClaws", "PetWithClawsClaws", "PetWithBark", "PetWithBarkBark",
        "PetWithMilk", "PetWithMilkMilk",
    }  # fmt: skip


def test_other_order(tmp_path: Path) -> None:
    """Members keep their names when they change places."""
    lock = names(tmp_path, CAT, DOG, COW).lock
    later = names(tmp_path, COW, CAT, DOG, lock=lock)

    assert property_of(later, "PetWithClaws") == ["claws"]
    assert property_of(later, "PetWithMilk") == ["milk"]
    again = names(tmp_path, COW, CAT, DOG, lock=later.lock)
    assert again.sources == later.sources == names(tmp_path, COW, CAT, DOG).sources


def test_member_that_changes(tmp_path: Path) -> None:
    """A member keeps its name when what told it from the others does no more."""
    lock = names(tmp_path, CAT, COW).lock
    later = names(tmp_path, CAT, COW, CALF, lock=lock)

    assert later.sources["PetWithMilk"] == "/components/schemas/Pet/anyOf/1"


def test_property_called_like_an_annotation(tmp_path: Path) -> None:
    """Two schemas that differ in a property called `description` are two classes."""
    plain = "        - {type: object, properties: {a: {type: string}, title: {type: string}}}\n"
    more = plain.replace("title:", "title: {type: string}, description:")
    found = names(tmp_path, plain, more)

    assert property_of(found, "PetOnlyAAndTitle") == ["a", "title"]
    assert property_of(found, "PetWithDescription") == ["a", "title", "description"]
