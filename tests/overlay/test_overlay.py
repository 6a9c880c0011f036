"""Overlays change documents as the Overlay Specification says, or say with their line why not."""

from __future__ import annotations

import copy
from pathlib import Path

import pytest

from generator.diagnostics import ClientwrightError
from generator.load import Document, load, read
from generator.overlay import apply_overlay
from tests.support.expected import SHARED, check_json, check_text

HERE = Path(__file__).parent
REPOSITORY = HERE.parents[1]
CASES = HERE / "cases"
ERRORS = HERE / "errors"
COMPLIANT_SETS = SHARED / "conformance" / "overlay-compliant-sets"
VAPI = SHARED / "corpus" / "vapi"


@pytest.fixture(name="document")
def load_document() -> Document:
    """Load the small document that the overlays of this folder change."""
    return load(HERE / "document.yaml", name="document.yaml")


def overlay_of(folder: Path) -> Document:
    """Read a folder's overlay."""
    return read(folder / "overlay.yaml", name="overlay.yaml")


@pytest.mark.parametrize("case", sorted(folder.name for folder in CASES.iterdir()))
def test_changed_document(case: str, document: Document) -> None:
    """An overlay makes of the document what is committed."""
    changed = apply_overlay(document, overlay_of(CASES / case))

    check_json(changed.root, CASES / case / "expected.json")


@pytest.mark.parametrize("case", sorted(folder.name for folder in ERRORS.iterdir()))
def test_message(case: str, document: Document) -> None:
    """An overlay that cannot be applied is refused with its own line."""
    with pytest.raises(ClientwrightError) as refused:
        apply_overlay(document, overlay_of(ERRORS / case))

    check_text(f"{refused.value}\n", ERRORS / case / "expected.txt")


@pytest.mark.skipif(not COMPLIANT_SETS.exists(), reason=f"there is no {COMPLIANT_SETS}")
@pytest.mark.parametrize("folder", sorted(COMPLIANT_SETS.glob("*/")), ids=lambda path: path.name)
def test_compliant_set(folder: Path) -> None:
    """The specification's own examples come out as they must."""
    changed = apply_overlay(load(folder / "openapi.yaml"), read(folder / "overlay.yaml"))

    assert changed.root == load(folder / "output.yaml").root


@pytest.mark.skipif(not VAPI.exists(), reason=f"there is no {VAPI}")
def test_published_overlay() -> None:
    """The overlay that Vapi publishes applies to Vapi's document."""
    overlay = read(VAPI / "openapi-parameter-descriptions-overlay.yml")
    changed = apply_overlay(load(VAPI / "openapi.json"), overlay)
    (identifier,) = changed.root["paths"]["/assistant/{id}"]["get"]["parameters"]

    assert identifier["description"] == "The unique identifier of the assistant."


def test_document_is_left_as_it_is(document: Document) -> None:
    """The document that is given is not changed."""
    before = copy.deepcopy(document.root)
    apply_overlay(document, overlay_of(CASES / "remove"))

    assert document.root == before


def test_identity_is_kept(document: Document) -> None:
    """A changed document has the name and the digest of what it was made from."""
    changed = apply_overlay(document, overlay_of(CASES / "remove"))

    assert (changed.name, changed.sha256) == (document.name, document.sha256)


@pytest.mark.parametrize(
    ("case", "pointer", "expected"),
    [
        ("update_merges_mappings", "/info/title", "overlay.yaml:8:9  /info/title"),
        ("update_merges_mappings", "/info/license/name", "overlay.yaml:9:19  /info/license/name"),
        ("update_merges_mappings", "/info/version", "document.yaml:4:3  /info/version"),
        ("update_merges_mappings", "/info", "document.yaml:2:1  /info"),
        ("update_merges_mappings", "/nowhere/else", "document.yaml:1:1"),
        ("update_appends_to_lists", "/tags/0/name", "document.yaml:6:5  /tags/0/name"),
        ("update_appends_to_lists", "/tags/1/name", "overlay.yaml:6:14  /tags/1/name"),
        ("update_appends_to_lists", "/servers/2", "overlay.yaml:11:9  /servers/2"),
        ("update_appends_to_lists", "/tags/2", "overlay.yaml:16:11  /tags/2"),
        ("update_sees_earlier_actions", "/paths/~1plans", "overlay.yaml:7:7  /paths/~1plans"),
        (
            "update_sees_earlier_actions",
            "/paths/~1plans/summary",
            "overlay.yaml:11:7  /paths/~1plans/summary",
        ),
        ("remove", "/paths/~1users/get/tags/0", "document.yaml:13:14  /paths/~1users/get/tags/0"),
        ("remove", "/servers", "document.yaml:1:1"),
        (
            "move",
            "/paths/~1people/get/operationId",
            "document.yaml:12:7  /paths/~1people/get/operationId",
        ),
        ("move", "/paths/~1people/get/nothing", "document.yaml:11:5  /paths/~1people/get"),
    ],
)
def test_place(case: str, pointer: str, expected: str, document: Document) -> None:
    """A node stands where it was written, in the document or in the overlay."""
    changed = apply_overlay(document, overlay_of(CASES / case))

    assert str(changed.locate(pointer)) == expected


def test_place_after_a_removed_item(document: Document) -> None:
    """What stood behind a removed item of a list keeps its place."""
    overlay = overlay_of(HERE / "first_item_removed")
    changed = apply_overlay(document, overlay)
    pointer = "/paths/~1users/get/parameters/0/name"

    assert str(changed.locate(pointer)) == f"document.yaml:18:11  {pointer}"


def test_repeated_nodes_are_changed_one_by_one() -> None:
    """A node that YAML repeats by an alias is changed only where the target says."""
    folder = HERE / "aliases"
    changed = apply_overlay(load(folder / "document.yaml"), overlay_of(folder))

    assert changed.root["x-one"] == {"a": 1, "b": 2}
    assert changed.root["x-two"] == {"a": 1}


@pytest.mark.parametrize("client", ["vapi", "langsmith"])
def test_own_overlays_apply(client: str) -> None:
    """The overlays of this repository apply to the vendors' documents, each action with a reason."""
    folder = REPOSITORY / "specs" / client
    overlay = read(folder / "overlay.yaml")
    apply_overlay(load(folder / "openapi.yaml"), overlay)

    assert all(action["description"] for action in overlay.root["actions"])


def test_vapi_is_corrected() -> None:
    """Vapi's times are strings, as their descriptions say."""
    folder = REPOSITORY / "specs" / "vapi"
    changed = apply_overlay(load(folder / "openapi.yaml"), read(folder / "overlay.yaml"))
    schemas = changed.root["components"]["schemas"]
    times = [schemas[f"InsightTimeRangeWithStep{end}"] for end in ("Start", "End")]

    assert [time["type"] for time in times] == ["string", "string"]
    assert not any("properties" in time for time in times)


def test_langsmith_is_corrected() -> None:
    """LangSmith has its host, and needs an API key, or a bearer token with a tenant."""
    folder = REPOSITORY / "specs" / "langsmith"
    changed = apply_overlay(load(folder / "openapi.yaml"), read(folder / "overlay.yaml"))
    (path,) = changed.root["paths"].values()

    assert changed.root["servers"] == [{"url": "https://api.smith.langchain.com"}]
    assert path["post"]["security"] == [{"API Key": []}, {"Bearer Auth": [], "Tenant ID": []}]
