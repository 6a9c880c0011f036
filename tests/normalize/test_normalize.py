"""Each folder holds a document and what it must become."""

from __future__ import annotations

import json

import pytest

from generator.diagnostics import Place
from generator.load import load
from generator.names.lock import NameLock
from generator.normalize import Normalized, normalize
from generator.normalize.head import head
from generator.normalize.recorder import Recorder
from tests.support.expected import TESTS, check_json, feature_folders

AREA = TESTS / "normalize"


def normalized(folder: str) -> Normalized:
    """Normalize the document of a folder."""
    document = load(AREA / folder / "document.yaml", name=f"{folder}/document.yaml")
    return normalize(document, NameLock())


@pytest.mark.parametrize("folder", feature_folders("normalize"))
def test_document_becomes_the_committed_normal_form(folder: str) -> None:
    """A document becomes its normal form, with a diagnostic for each repair."""
    result = normalized(folder)
    check_json(
        {
            "paths": result.root["paths"],
            "components": result.root["components"],
            "sources": dict(result.sources),
            "diagnostics": [str(found) for found in result.diagnostics],
        },
        AREA / folder / "expected.json",
    )


def test_old_and_new_spelling_of_null_give_the_same() -> None:
    """The same schemas spelled in 3.0 and in 3.1 have one normal form."""
    assert (
        normalized("null_in_3.0").root["components"] == normalized("null_in_3.1").root["components"]
    )


@pytest.mark.parametrize("folder", feature_folders("normalize"))
def test_source_document_is_left_alone(folder: str) -> None:
    """Normalizing changes nothing in the document it reads."""
    document = load(AREA / folder / "document.yaml")
    before = json.dumps(document.root)
    normalize(document, NameLock())
    assert json.dumps(document.root) == before


def test_relative_server_of_3_2() -> None:
    """A server's relative URL is one below the document's own."""
    servers = normalized("version_3.2").root["servers"]
    assert [server["url"] for server in servers] == [
        "https://example.com/v1",
        "https://example.org/v1",
    ]


def test_server_below_a_broken_url() -> None:
    """A document whose own URL is none keeps the server's URL as it is."""
    root = {"$self": "http://[broken", "info": {}, "servers": [{"url": "/v1"}]}
    recorder = Recorder(lambda _: Place(file="api.yaml", line=1, column=1, pointer=""))

    assert head(root, recorder)["servers"] == [{"url": "/v1"}]
