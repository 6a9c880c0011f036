"""Documents are read as OpenAPI means them, and every node knows its place."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from generator.load import load, read
from tests.support.expected import check_json

DOCUMENTS = Path(__file__).parent / "documents"
MINIMAL = 'openapi: 3.1.0\ninfo: {title: "Ä", version: "1"}\n'


def document_in(folder: Path) -> Path:
    """Find a folder's document, whatever its kind."""
    return next(folder.glob("openapi.*"))


@pytest.mark.parametrize("case", sorted(folder.name for folder in DOCUMENTS.iterdir()))
def test_document_is_read(case: str) -> None:
    """A document, in YAML, JSON or on a page, is the data that it means."""
    folder = DOCUMENTS / case

    check_json(load(document_in(folder)).root, folder / "expected.json")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_encodings(encoding: str, tmp_path: Path) -> None:
    """UTF-8 needs no byte order mark; UTF-16 and UTF-32 are told by theirs."""
    path = tmp_path / "openapi.yaml"
    path.write_bytes(MINIMAL.encode(encoding))

    assert load(path).root["info"]["title"] == "Ä"


def test_name_and_digest(tmp_path: Path) -> None:
    """A document has the name that it is called by and the digest of its bytes."""
    path = tmp_path / "openapi.yaml"
    path.write_text(MINIMAL, encoding="utf-8")
    document = load(path, name="specs/acme/openapi.yaml")

    assert document.name == "specs/acme/openapi.yaml"
    assert document.locate("").location == "specs/acme/openapi.yaml:1:1"
    assert document.sha256 == hashlib.sha256(MINIMAL.encode()).hexdigest()


def test_digest_of_a_page_is_that_of_its_document() -> None:
    """A page's digest is the one that its document has once it is imported."""
    page = load(DOCUMENTS / "page_with_yaml" / "openapi.md")

    assert page.sha256 == hashlib.sha256(b"openapi: 3.1.0\npaths: {}\n\n").hexdigest()


@pytest.mark.parametrize(
    ("case", "pointer", "expected"),
    [
        ("scalars", "", "1:1  "),
        ("scalars", "/info/version", "4:3  /info/version"),
        ("scalars", "/x-scalars/words/2", "6:20  /x-scalars/words/2"),
        ("scalars", "/x-scalars/words/99/more", "6:3  /x-scalars/words"),
        ("scalars", "/x-scalars/words/2/more", "6:20  /x-scalars/words/2"),
        ("scalars", "/nowhere/else", "1:1  "),
        ("anchors_and_merges", "/x-one/a", "6:3  /x-one/a"),
        ("anchors_and_merges", "/x-one/b", "11:3  /x-one/b"),
        ("anchors_and_merges", "/x-alias/1/b", "7:3  /x-alias/1/b"),
        ("anchors_and_merges", "/x-alias", "18:1  /x-alias"),
        ("json", "/x-pair", "3:3  /x-pair"),
        ("json", "/x-half-\N{REPLACEMENT CHARACTER}", "5:3  /x-half-\N{REPLACEMENT CHARACTER}"),
        ("page_with_yaml", "/paths", "9:1  /paths"),
        ("page_with_json", "/openapi", "5:3  /openapi"),
    ],
)
def test_place(case: str, pointer: str, expected: str) -> None:
    """A node stands where its key does; what does not exist has its nearest ancestor's place."""
    path = document_in(DOCUMENTS / case)
    place = load(path, name="file").locate(pointer)

    assert f"{place.location}  {place.pointer}" == f"file:{expected}"


def test_pointer_is_escaped(tmp_path: Path) -> None:
    """Keys with slashes and tildes are found by their escaped pointers."""
    path = tmp_path / "openapi.yaml"
    path.write_text("openapi: 3.1.0\npaths:\n  /a~b/{c}: {}\n", encoding="utf-8")

    assert load(path).locate("/paths/~1a~0b~1{c}").line == 3


def test_other_documents_can_be_read() -> None:
    """An overlay is read like a document, without being taken for one."""
    overlay = Path(__file__).parent / "errors" / "an_overlay" / "openapi.yaml"

    assert read(overlay).root == {"overlay": "1.0.0", "actions": []}


def test_depth_that_is_allowed(tmp_path: Path) -> None:
    """A hundred levels are read."""
    path = tmp_path / "openapi.json"
    nested = "[" * 99 + "]" * 99
    path.write_text(f'{{"openapi": "3.1.0", "x": {nested}}}', encoding="utf-8")

    assert load(path).root["x"] == json.loads(nested)
