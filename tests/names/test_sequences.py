"""Names stay over any sequence of changes that a vendor makes to a document."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from copy import deepcopy
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.diagnostics import Place
from generator.load.document import Document
from generator.names.lock import NameLock
from generator.normalize import Normalized, normalize

Root = dict[str, Any]
Change = Callable[[Root, int], None]

WORDS = ("petKind", "pets", "kind", "Pet", "list", "owner", "Owner", "toys")
KINDS: tuple[Root, ...] = (
    {"type": "string"},
    {"type": "string", "enum": ["a", "b"]},
    {"type": "object", "properties": {"kind": {"type": "string", "enum": ["x", "y", "z"]}}},
    {"anyOf": [{"type": "object", "properties": {"one": {}}}, {"type": "array", "items": {}}]},
)
IN_A_LIST = re.compile(r"/\d+(/|$)")


def pick(things: Mapping[str, Any], number: int) -> str:
    """Choose one of several keys."""
    return sorted(things)[number % len(things)]


def schemas(root: Root) -> Root:
    """The document's components."""
    found: Root = root["components"]["schemas"]
    return found


def add_operation(root: Root, number: int) -> None:
    """Add an operation, in front of the others."""
    word, method = WORDS[number % len(WORDS)], ("get", "post")[number % 2]
    answer = {"$ref": f"#/components/schemas/{pick(schemas(root), number)}"}
    operation = {
        "operationId": f"{word}_{method}_{number % 3}",
        "tags": [WORDS[number % 3]],
        "parameters": [{"name": "by", "in": "query", "schema": KINDS[number % 2]}],
        "responses": {"200": {"description": "", "content": {"a/json": {"schema": answer}}}},
    }
    path = f"/{word}/{number % 5}"
    root["paths"] = {path: {method: operation}, **root["paths"]}


def remove_operation(root: Root, number: int) -> None:
    """Take a path away, unless it is the last one."""
    if len(root["paths"]) > 1:
        del root["paths"][pick(root["paths"], number)]


def change_ids_and_tags(root: Root, number: int) -> None:
    """Call an operation and its tag otherwise."""
    for operation in root["paths"][pick(root["paths"], number)].values():
        operation["operationId"] = f"{WORDS[number % len(WORDS)]}{number}"
        operation["tags"] = [WORDS[number % 5]]


def add_schema(root: Root, number: int) -> None:
    """Add a component, in front of the others; its name may be one that parts of others have."""
    name = ("PetKind", "Owner", "OwnerPetKind", "OwnerPet", "pet")[number % 5]
    properties = {WORDS[(number + 1) % 4]: KINDS[number % 4], "is": {"type": "integer"}}
    made = {name: {"type": "object", "properties": properties}}
    root["components"]["schemas"] = {**made, **schemas(root)}


def change_content(root: Root, number: int) -> None:
    """Give a component another property, or the property another content."""
    name = pick(schemas(root), number)
    schemas(root)[name]["properties"][WORDS[number % len(WORDS)]] = KINDS[number % 4]


def rename_schema(root: Root, number: int) -> None:
    """Call a component otherwise, everywhere."""
    old, new = pick(schemas(root), number), f"Renamed{number % 4}"
    if new not in schemas(root):
        root["components"]["schemas"] = {
            new if name == old else name: schema for name, schema in schemas(root).items()
        }
        replace_references(root, f"#/components/schemas/{old}", f"#/components/schemas/{new}")


def replace_references(node: Any, old: str, new: str) -> None:
    """Let references to one component be to another."""
    for child in node.values() if isinstance(node, dict) else node:
        if isinstance(child, dict) and child.get("$ref") == old:
            child["$ref"] = new
        if isinstance(child, dict | list):
            replace_references(child, old, new)


def reorder(root: Root, number: int) -> None:
    """Turn around the order of everything that has none."""
    root["paths"] = dict(reversed(root["paths"].items()))
    root["components"]["schemas"] = dict(reversed(schemas(root).items()))
    for schema in schemas(root).values():
        schema["properties"] = dict(reversed(schema["properties"].items()))


CHANGES: tuple[Change, ...] = (
    add_operation, remove_operation, change_ids_and_tags, add_schema, change_content,
    rename_schema, reorder,
)  # fmt: skip
FIRST: Root = {
    "openapi": "3.1.0",
    "info": {"title": "Pets", "version": "1.0"},
    "paths": {},
    "components": {
        "schemas": {
            "Pet": {"type": "object", "properties": {"kind": KINDS[1], "is": {"type": "integer"}}}
        }
    },
}
add_operation(FIRST, 0)


def named(root: Root, lock: NameLock) -> Normalized:
    """Normalize a document, as it is after a few changes."""
    place = Place(file="pets.yaml", line=1, column=1, pointer="")
    document = Document(name="pets.yaml", root=deepcopy(root), sha256="", locate=lambda _: place)
    return normalize(document, lock)


def kept(names: Mapping[str, str], places: Mapping[str, str]) -> dict[str, str]:
    """The names of what is at a place still, for which the order of a list says nothing."""
    return {key: name for key, name in names.items() if key in places and not IN_A_LIST.search(key)}


def check(before: NameLock, after: NameLock) -> None:
    """Tell what holds for the names of a document and of the next one."""
    present = {*after.operations.values(), *after.schemas.values()}
    assert kept(before.operations, after.operations) == kept(after.operations, before.operations)
    assert kept(before.schemas, after.schemas) == kept(after.schemas, before.schemas)
    assert {*before.operations.values(), *before.schemas.values()} <= present | set(
        after.former_names
    )
    assert not present & set(after.former_names)
    assert len({*after.operations.values()}) == len(after.operations)


@settings(derandomize=True, max_examples=100, deadline=None, database=None)
@given(st.lists(st.tuples(st.sampled_from(CHANGES), st.integers(0, 40)), min_size=3, max_size=12))
def test_any_sequence(steps: list[tuple[Change, int]]) -> None:
    """What is still there keeps its name, no name comes to mean something else, none is lost."""
    root = deepcopy(FIRST)
    lock = named(root, NameLock()).lock
    for change, number in steps:
        change(root, number)
        after = named(root, lock).lock
        check(lock, after)
        assert named(root, after).lock == after
        lock = after


@settings(derandomize=True, max_examples=30, deadline=None, database=None)
@given(
    st.lists(st.tuples(st.sampled_from(CHANGES), st.integers(0, 40)), max_size=5),
    st.integers(0, 40),
)
def test_renamed_schema(steps: list[tuple[Change, int]], number: int) -> None:
    """A component that is called otherwise has its former name, too, and its parts keep theirs."""
    root = deepcopy(FIRST)
    for change, step in steps:
        change(root, step)
    before = named(root, NameLock()).lock
    old = pick(schemas(root), number)
    content = before.contents[f"#/components/schemas/{old}"]
    schemas(root)["Another"] = schemas(root).pop(old)
    replace_references(root, f"#/components/schemas/{old}", "#/components/schemas/Another")
    after = named(root, before).lock

    check(before, after)
    successor = after.former_names[before.schemas[f"#/components/schemas/{old}"]]
    assert after.contents[successor] == content
    assert successor in after.schemas
