"""Where several want one name, it stays with what was there first."""

from __future__ import annotations

from typing import Any

from generator.diagnostics import Place
from generator.load.document import Document
from generator.names.lock import NameLock
from generator.normalize import normalize

PLACE = Place(file="pets.yaml", line=1, column=1, pointer="")
OLD = {"type": "string", "enum": ["a", "b"]}
NEW = {"type": "string", "enum": ["x", "y", "z"]}


def lock_of(paths: Any, schemas: Any, lock: NameLock, version: str = "1.0") -> NameLock:
    """Give the names to keep after a document."""
    root = {
        "openapi": "3.1.0",
        "info": {"title": "Pets", "version": version},
        "paths": paths,
        "components": {"schemas": schemas},
    }
    document = Document(name="pets.yaml", root=root, sha256="", locate=lambda _: PLACE)
    return normalize(document, lock).lock


def model(**properties: Any) -> dict[str, Any]:
    """Describe an object."""
    return {"type": "object", "properties": properties}


def operation(id_: str, tag: str) -> dict[str, Any]:
    """Describe an operation that gives nothing."""
    return {
        "operationId": id_,
        "tags": [tag],
        "summary": id_,
        "responses": {"204": {"description": ""}},
    }


def test_part_of_a_newcomer() -> None:
    """What stands inline in a new component does not take the name of an older part."""
    first = lock_of({}, {"Owner": model(petKind=OLD)}, NameLock())
    later = lock_of({}, {"OwnerPet": model(kind=NEW), "Owner": model(petKind=OLD)}, first)

    assert later.schemas["#/components/schemas/Owner/properties/petKind"] == "OwnerPetKind"
    assert later.schemas["#/components/schemas/OwnerPet/properties/kind"] != "OwnerPetKind"


def test_resource_like_a_method() -> None:
    """A new resource is not called like an older method beside it."""
    paths = {"/pets/toys": {"get": operation("toys", "pets")}}
    first = lock_of(paths, {}, NameLock())
    later = lock_of({"/pets/toys/x": {"get": operation("find", "pets/toys")}, **paths}, {}, first)

    call = first.operations["GET /pets/toys"]
    assert later.operations["GET /pets/toys"] == call
    assert not later.operations["GET /pets/toys/x"].startswith(f"{call}.")


def test_schema_that_is_gone() -> None:
    """The name of what is gone is not given to something else, and comes back with it."""
    first = lock_of({}, {"Pet": model(kind=OLD)}, NameLock())
    without = lock_of({}, {"PetKind": model(a=NEW), "Pet": model()}, first)
    again = lock_of({}, {"PetKind": model(a=NEW), "Pet": model(kind=OLD)}, without)

    assert without.schemas["#/components/schemas/PetKind"] == "PetKindModel"
    assert again.schemas["#/components/schemas/Pet/properties/kind"] == "PetKind"


def test_next_major_version() -> None:
    """When the document's major version goes up, the name of what is gone is free."""
    first = lock_of({}, {"Pet": model(kind=OLD)}, NameLock())
    without = lock_of({}, {"Pet": model()}, first)
    later = lock_of({}, {"PetKind": model(a=NEW), "Pet": model()}, without, version="2.0")

    assert later.schemas["#/components/schemas/PetKind"] == "PetKind"
    assert later.former == {}


def test_parameters_in_another_order() -> None:
    """A parameter's schema keeps its name when another parameter comes before it."""
    by, order = ({"name": name, "in": "query", "schema": schema} for name, schema in
                 (("by", OLD), ("order", NEW)))  # fmt: skip
    paths = {"/pets": {"get": {**operation("list", "pets"), "parameters": [by]}}}
    first = lock_of(paths, {}, NameLock())
    paths["/pets"]["get"]["parameters"] = [order, by]
    later = lock_of(paths, {}, first)

    name = first.schemas["#/paths/~1pets/get/parameters/0/schema"]
    assert later.schemas["#/paths/~1pets/get/parameters/1/schema"] == name


def test_name_that_somebody_chose() -> None:
    """A name that was written into the file is the one that is given."""
    chosen = NameLock(
        operations={"GET /pets": "animals.all"}, schemas={"#/components/schemas/Pet": "Animal"}
    )
    later = lock_of({"/pets": {"get": operation("list", "pets")}}, {"Pet": model(a=OLD)}, chosen)

    assert later.operations == {"GET /pets": "animals.all"}
    assert later.schemas["#/components/schemas/Pet"] == "Animal"


def test_two_calls_that_exclude_each_other() -> None:
    """Of two names in the file that cannot stand side by side, the second gives way."""
    chosen = NameLock(operations={"GET /a": "pets.toys", "GET /b": "pets.toys.find"})
    paths = {"/a": {"get": operation("a", "pets")}, "/b": {"get": operation("b", "pets")}}
    later = lock_of(paths, {}, chosen)

    assert later.operations["GET /a"] == "pets.toys"
    assert not later.operations["GET /b"].startswith("pets.toys")


def test_path_with_a_new_beginning() -> None:
    """An operation whose path has gained a beginning is known again, whatever its id is by now."""
    first = lock_of({"/pets/toys": {"get": operation("find", "pets")}}, {}, NameLock())
    later = lock_of({"/api/pets/toys": {"get": operation("search", "pets")}}, {}, first)

    call = first.operations["GET /pets/toys"]
    assert later.former_names[call] == "GET /api/pets/toys"


def test_path_that_is_the_end_of_two() -> None:
    """Where two paths may be the old one with a new beginning, neither has its name."""
    first = lock_of({"/pets/toys": {"get": operation("find", "pets")}}, {}, NameLock())
    paths = {
        f"/{start}/pets/toys": {"get": operation(f"search {start}", "pets")} for start in ("a", "b")
    }
    later = lock_of(paths, {}, first)

    assert first.operations["GET /pets/toys"] not in later.operations.values()
