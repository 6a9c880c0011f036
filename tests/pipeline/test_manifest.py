"""The manifest: what tools read of a client."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import TYPE_CHECKING, Any

import pytest

from tests.pipeline.shapes import shape
from tests.support.expected import TESTS

if TYPE_CHECKING:
    from tests.pipeline.conftest import Project

GENERATED = TESTS.parent / "generated"
CLIENTS = ("langsmith", "posthog", "vapi")
PARAMETER = {"in": "str", "name": "str", "python": "str", "required": "bool"}
SHAPE = {
    "manifest": "int",
    "generator": {"name": "str", "version": "str"},
    "spec": {"path": "str", "sha256": "str", "title": "str", "version": "str"},
    "client": {
        "sync": "str",
        "async": "str",
        "auth": [{"scheme": "str", "python": "str", "env": "str"}],
    },
    "kept": ["str"],
    "renamed": {},
}
OPERATION = {"id": "str", "method": "str", "path": "str", "call": "str", "stream": None}
NO_BODY = None
FIELDS = {
    "media_type": "str",
    "required": "bool",
    "fields": [{"name": "str", "python": "str"}],
}
WHOLE = {"media_type": "str", "required": "bool", "python": "str"}
LINK = {"kind": "str", "items": "str", "next": "str"}


def manifest_of(client: str) -> Any:
    """Read the manifest of a committed client."""
    return json.loads((GENERATED / client / "manifest.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("client", CLIENTS)
def test_shape(client: str) -> None:
    """A manifest has exactly the members that the design promises."""
    manifest = manifest_of(client)
    del manifest["spec"]["overlay"]
    listed = {key: manifest.pop(key) for key in ("operations", "models", "files")}

    assert shape(manifest) == SHAPE
    assert {key: type(value) for key, value in listed.items()} == {
        "operations": list,
        "models": dict,
        "files": dict,
    }


@pytest.mark.parametrize(
    ("call", "parameters", "body", "pagination"),
    [
        ("pets.list", [PARAMETER], NO_BODY, LINK),
        ("pets.create", [], FIELDS, None),
        ("pets.retrieve", [PARAMETER], NO_BODY, None),
        ("pets.rename", [], WHOLE, None),
    ],
)
def test_operations(
    call: str, parameters: list[Any], body: Any, pagination: Any, generated: Project
) -> None:
    """An operation is there with its parameters, its body by fields or as a whole, its pages."""
    (operation,) = (one for one in generated.manifest["operations"] if one["call"] == call)

    assert shape(operation) == {
        **OPERATION,
        "parameters": parameters,
        "body": body,
        "pagination": pagination,
    }


def test_values(generated: Project) -> None:
    """A manifest has wire names beside Python names, and models by their place in the document."""
    manifest = generated.manifest
    (create,) = (one for one in manifest["operations"] if one["call"] == "pets.create")

    assert manifest["client"] == {
        "sync": "PetsClient",
        "async": "AsyncPetsClient",
        "auth": [{"scheme": "bearer", "python": "token", "env": "PETS_TOKEN"}],
    }
    assert create["body"]["fields"] == [
        {"name": "kind", "python": "kind"},
        {"name": "nickName", "python": "nick_name"},
    ]
    assert manifest["models"]["/components/schemas/Pet/properties/kind"] == "PetKind"
    assert manifest["spec"] == {
        "path": "specs/pets/openapi.yaml",
        "sha256": sha256(generated.document.read_bytes()).hexdigest(),
        "title": "Pets",
        "version": "1.0.0",
        "overlay": None,
    }


@pytest.mark.parametrize("client", CLIENTS)
def test_files(client: str) -> None:
    """A manifest lists every file but itself with the SHA-256 of its bytes, and those people amend."""
    folder = GENERATED / client
    files = (path for path in folder.rglob("*") if path.is_file() and path.suffix != ".pyc")
    found = {
        path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest() for path in files
    }
    del found["manifest.json"], found["CHANGELOG.md"]

    assert manifest_of(client)["files"] == found
    assert manifest_of(client)["kept"] == ["CHANGELOG.md"]
