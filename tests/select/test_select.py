"""Some operations of a document, and all that they need; nothing else stays."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.diagnostics import ClientwrightError, UsageError
from generator.load import load
from generator.names.lock import NameLock
from generator.normalize import normalize
from generator.select import select
from tests.support.expected import SHARED, check_json, feature_folders

DOCUMENTS = Path(__file__).parent / "documents"
SHOP = Path(__file__).parent / "shop.yaml"
DIGITALOCEAN = SHARED / "corpus/digitalocean/specification/DigitalOcean-public.v2.yaml"
LEFT_OUT = "nothing is generated"


@pytest.mark.parametrize("case", feature_folders("select/documents"))
def test_selected_document(case: str) -> None:
    """What is selected stays with all it refers to: schemas, parameters, schemes, tags."""
    folder = DOCUMENTS / case
    entries = json.loads((folder / "entries.json").read_text())
    document = select(
        load(folder / "document.yaml"), entries.get("include", ()), entries.get("exclude", ())
    )

    check_json(document.root, folder / "expected.json")


def test_everything_unless_told() -> None:
    """Without entries the document is left as it is."""
    document = load(SHOP)

    assert select(document, (), ()) is document


@pytest.mark.parametrize(
    ("include", "exclude", "message"),
    [
        ("tag:cat", "", "include 'tag:cat' matches nothing; the nearest is 'tag:cats'"),
        (
            "path:/dogs/*",
            "",
            "include 'path:/dogs/*' matches nothing; the nearest is 'path:/v2/dogs'",
        ),
        (
            "",
            "operation:List_*",
            "exclude 'operation:List_*' matches nothing; the nearest is 'operation:list_dogs'",
        ),
        ("tag:cats", "path:/cats", "`include` and `exclude` leave no operation"),
    ],
)
def test_entry_without_effect(include: str, exclude: str, message: str) -> None:
    """An entry that matches nothing is an error that names it, and what comes nearest."""
    with pytest.raises(ClientwrightError) as refused:
        select(load(SHOP, name="shop.yaml"), [include] * bool(include), [exclude] * bool(exclude))

    assert str(refused.value) == f"shop.yaml  {message}; {LEFT_OUT}"


@pytest.mark.parametrize("entry", ["cats", "tags:cats", "tag:", ":cats", "/v2/*"])
def test_misspelled_entry(entry: str) -> None:
    """An entry without one of the three kinds is refused with how entries are spelled."""
    with pytest.raises(UsageError, match=r"write tag:NAME, path:PATTERN or operation:PATTERN"):
        select(load(SHOP), [entry], ())


def test_places_stay() -> None:
    """What moves by selecting is still found where it was written."""
    tagged = select(load(SHOP, name="shop.yaml"), ["tag:dogs"], ())
    folder = DOCUMENTS / "references_into_operations"
    strayed = select(load(folder / "document.yaml", name="d.yaml"), ["operation:list_cats"], ())
    folder = DOCUMENTS / "path_item_references"
    followed = select(load(folder / "document.yaml", name="d.yaml"), ["tag:cats"], ())

    assert str(tagged.locate("/tags/0/name")) == "shop.yaml:5:6  /tags/0/name"
    assert (
        str(tagged.locate("/components/schemas/Dog")) == "shop.yaml:46:5  /components/schemas/Dog"
    )
    assert strayed.locate("/components/schemas/dogs_get/properties").line == 20
    assert followed.locate("/paths/~1cats/additionalOperations/COPY").line == 15


def test_what_is_left_out_is_not_repaired() -> None:
    """Selecting comes before repairs: what is wrong elsewhere is not reported."""
    document = load(SHOP)
    document.root["paths"]["/v2/dogs/{id}"]["delete"].pop("responses")

    assert normalize(document, NameLock()).diagnostics
    assert not normalize(select(document, ["tag:cats"], ()), NameLock()).diagnostics


@pytest.mark.skipif(not DIGITALOCEAN.exists(), reason=f"no document at {DIGITALOCEAN}")
def test_digitalocean() -> None:
    """Of 897 schemas, those stay that one tag's operations need."""
    document = select(load(DIGITALOCEAN), ["tag:SSH Keys"], ())

    assert list(document.root["paths"]) == [
        "/v2/account/keys",
        "/v2/account/keys/{ssh_key_identifier}",
    ]
    assert list(document.root["components"]["schemas"])[:4] == [
        "SshKeys",
        "SshKeyName",
        "Error",
        "Pagination",
    ]
    assert len(document.root["components"]["schemas"]) == 15
