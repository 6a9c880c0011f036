"""A document over several files is joined to one, in which every node knows its file."""

from __future__ import annotations

import hashlib
import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from generator.diagnostics import ClientwrightError
from generator.load import Document, load, read
from generator.load.bundle import assembly, library
from generator.load.files import read_bytes
from generator.load.shapes import METHODS
from generator.pointers import join
from tests.support.expected import SHARED, check_json, check_text

HERE = Path(__file__).parent
DOCUMENTS, ERRORS = HERE / "documents", HERE / "errors"
DIGITALOCEAN = SHARED / "corpus/digitalocean/specification/DigitalOcean-public.v2.yaml"
URL = "https://pets.example/parts/pet.yml"


def cases(folder: Path) -> list[str]:
    """Name the cases of a folder."""
    return sorted(case.name for case in folder.iterdir())


def joined(case: str) -> Document:
    """Load the document of a case."""
    return load(DOCUMENTS / case / "openapi.yaml", name="openapi.yaml")


def children_of(node: Any) -> dict[Any, Any]:
    """Give a node's children by key or index."""
    match node:
        case dict():
            return node
        case list():
            return dict(enumerate(node))
    return {}


def pointers_in(node: Any, pointer: str = "") -> Iterator[str]:
    """Point at every node."""
    yield pointer
    for key, child in children_of(node).items():
        yield from pointers_in(child, join(pointer, key))


def strange_references(node: Any) -> list[str]:
    """List the references that do not lead to a component."""
    below = [text for child in children_of(node).values() for text in strange_references(child)]
    match node:
        case {"$ref": str(text)} if not text.startswith("#/components/"):
            return [text, *below]
    return below


def operations_in(document: Document) -> list[str]:
    """List the methods of all paths."""
    return [key for item in document.root["paths"].values() for key in item if key in METHODS]


def write(folder: Path, **texts: str) -> Path:
    """Write YAML files; give the path of the one that is called openapi."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        (folder / f"{name}.yml").write_text(text, encoding="utf-8")
    return folder / "openapi.yml"


def document_with(reference: str) -> str:
    """Write a document that refers to one path item."""
    head = "openapi: 3.1.0\ninfo: {title: Pets, version: '1'}\n"
    return f"{head}paths: {{/pets: {{$ref: '{reference}'}}}}\n"


@pytest.mark.parametrize("case", cases(DOCUMENTS))
def test_joined_document(case: str) -> None:
    """The joined document is a plain one, whose references stay inside it."""
    check_json(joined(case).root, DOCUMENTS / case / "expected.json")


@pytest.mark.parametrize("case", cases(DOCUMENTS))
def test_places(case: str) -> None:
    """Every node of the joined document is found in the file where it was written."""
    document = joined(case)
    places = map(document.locate, pointers_in(document.root))

    check_text("".join(f"{place}\n" for place in places), DOCUMENTS / case / "places.txt")


@pytest.mark.parametrize("case", cases(ERRORS))
def test_refused(case: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What may not or cannot be read ends the run with place, problem and what helps."""
    monkeypatch.chdir(ERRORS)
    with pytest.raises(ClientwrightError) as refused:
        load(Path(case, "openapi.yaml"))

    check_text(f"{refused.value}\n", ERRORS / case / "expected.txt")


def test_nodes_that_are_not_there() -> None:
    """A pointer that does not exist gives the place of its nearest ancestor, in its file."""
    document = joined("schemas")

    assert str(document.locate("/components/schemas/Pet/properties/owner/none")) == (
        "models/pet.yml:3:3  /components/schemas/Pet/properties/owner"
    )
    assert str(document.locate("/components/headers")) == "openapi.yaml:1:1"


def test_folder_allowed_by_name(tmp_path: Path) -> None:
    """A folder that is allowed by name may be referred to, and what lies in it."""
    write(tmp_path / "common" / "paths", pets="get: {responses: {'204': {description: Done.}}}\n")
    path = write(tmp_path / "api", openapi=document_with("../common/paths/pets.yml"))
    document = load(path, name="openapi.yml", allow=((tmp_path / "common").as_posix(),))

    assert document.root["paths"]["/pets"] == {
        "get": {"responses": {"204": {"description": "Done."}}}
    }
    assert document.locate("/paths/~1pets/get").file == "../common/paths/pets.yml"


def test_symbolic_link_out_of_the_folder(tmp_path: Path) -> None:
    """A symbolic link does not lead out of the folder."""
    write(tmp_path, secret="get: {}\n")
    path = write(tmp_path / "api", openapi=document_with("pets.yml"))
    (tmp_path / "api" / "pets.yml").symlink_to(tmp_path / "secret.yml")

    with pytest.raises(ClientwrightError, match="leaves the document's folder"):
        load(path)


def test_address_allowed_by_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A URL that is allowed by name is fetched once, and what it refers to counts from there."""
    asked: list[str] = []
    pages = {
        URL: b"get: {$ref: 'get.yml#/one'}\nput: {$ref: '#/get'}",
        "https://pets.example/parts/get.yml": b"one: {responses: {}}",
    }

    def fetch(url: str) -> bytes:
        asked.append(url)
        return pages[url]

    monkeypatch.setattr(library, "fetch", fetch)
    path = write(tmp_path, openapi=document_with(URL))
    document = load(path, allow=("https://pets.example/parts/",))

    assert document.root["paths"] == {"/pets": {"get": {"responses": {}}, "put": {"responses": {}}}}
    assert asked == list(pages)
    assert document.locate("/paths/~1pets/put").file == "https://pets.example/parts/get.yml"


@pytest.mark.parametrize(
    "allowed",
    [
        "https://pets.exam",
        "https://pets.example/part",
        "http://pets.example/",
        "https://pets.example:1/",
    ],
)
def test_allowed_is_not_a_prefix_of_letters(allowed: str, tmp_path: Path) -> None:
    """Allowing one host or folder allows no other whose name begins like it."""
    path = write(tmp_path, openapi=document_with(URL))

    with pytest.raises(ClientwrightError, match="is on the network"):
        load(path, allow=(allowed,))


def test_each_file_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file is read once, however many references lead to it."""
    reads: Counter[str] = Counter()

    def counted(path: Path, name: str) -> bytes:
        reads.update([name])
        return read_bytes(path, name)

    monkeypatch.setattr(library, "read_bytes", counted)
    joined("shared")

    assert reads == Counter(
        ["parameters.yml", "headers.yml", "error.yml"]
        + [f"responses/{name}.yml" for name in ("cats", "dogs", "not_found")]
    )


def test_digest_covers_every_file(tmp_path: Path) -> None:
    """A change in any of the files changes the digest; the folder they are in does not."""
    one, two = (Path(shutil.copytree(DOCUMENTS / "shared", tmp_path / name)) for name in "12")
    digest = load(one / "openapi.yaml").sha256

    assert load(two / "openapi.yaml").sha256 == digest
    (two / "error.yml").write_text("type: string\n")
    assert load(two / "openapi.yaml").sha256 != digest


def test_single_file_stays_as_it_is(tmp_path: Path) -> None:
    """A document that refers to nothing outside is the data of its file, and has its digest."""
    text = document_with("#/x-item").replace("paths", "x-note: a $ref, just said\npaths")
    path = write(tmp_path, openapi=text)
    document = load(path)

    assert document.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert document.root["paths"] == {"/pets": {"$ref": "#/x-item"}}


@pytest.mark.parametrize(
    "reference", ["\\0", "%00", "%ff", "http://[", "a" * 5000, "?", "#//", "", "x:y"]
)
def test_hostile_reference(reference: str, tmp_path: Path) -> None:
    """What no file can be called leads nowhere, and is left as it is."""
    path = tmp_path / "openapi.json"
    text = '{"openapi": "3.1.0", "paths": {"/pets": {"get": {"$ref": "%s"}}}}'
    path.write_text(text % reference.replace("\\0", "\\u0000"))

    assert load(path).root == read(path).root


def test_growth_is_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files that repeat each other again and again end the run before memory does."""
    monkeypatch.setattr(assembly, "MOST_NODES", 1000)
    twice = "x-a: [{{$ref: f{0}.yml}}, {{$ref: f{0}.yml}}]\n"
    path = write(
        tmp_path,
        openapi=document_with("f0.yml"),
        **{f"f{number}": twice.format(number + 1) for number in range(20)},
    )

    with pytest.raises(ClientwrightError, match="have more than 1,000 nodes"):
        load(path)


def test_same_from_everywhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """The joined document does not depend on the working folder."""
    document = joined("names")
    monkeypatch.chdir(DOCUMENTS / "names")
    again = load(Path("openapi.yaml"))

    assert (again.root, again.sha256) == (document.root, document.sha256)


@pytest.mark.skipif(not DIGITALOCEAN.exists(), reason=f"no document at {DIGITALOCEAN}")
def test_digitalocean() -> None:
    """DigitalOcean's 1,488 files and more become one document of 659 operations."""
    document = load(DIGITALOCEAN)
    components = document.root["components"]

    assert strange_references(document.root) == []
    assert len(operations_in(document)) == 659
    assert len(components["schemas"]) == 897
    assert len(components["responses"]) == 73
    assert len(components["parameters"]) == 87
    assert document.root["tags"][0]["description"].startswith("The DigitalOcean API")
