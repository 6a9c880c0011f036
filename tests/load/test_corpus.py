"""Real documents are read as other readers read them."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.load import load
from tests.support.expected import SHARED

CORPUS = SHARED / "corpus"
ENTRY_POINTS = sorted(CORPUS.glob("*/openapi.*"))
pytestmark = pytest.mark.skipif(not ENTRY_POINTS, reason=f"the corpus is not at {CORPUS}")


class ReferenceLoader(yaml.CSafeLoader):
    """PyYAML with the scalars of JSON, and with texts as keys."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012

    def construct_mapping(
        self, node: yaml.MappingNode, deep: bool = False  # noqa: FBT001, FBT002 (PyYAML's own)
    ) -> dict[Any, Any]:
        """Take keys as they are written."""
        self.flatten_mapping(node)
        return {key.value: self.construct_object(child, deep=True) for key, child in node.value}


for tag, pattern, starts in (
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("bool", r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    ("int", r"-?(0|[1-9][0-9]*)", list("-0123456789")),
    ("float", r"-?(0|[1-9][0-9]*)(\.[0-9]*)?([eE][-+]?[0-9]+)?", list("-0123456789")),
    ("merge", r"<<", ["<"]),
):
    ReferenceLoader.add_implicit_resolver(
        f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), starts
    )


def name_of(path: Path) -> str:
    """Name a document of the corpus by its folder."""
    return path.relative_to(CORPUS).parts[0]


def read_by_others(path: Path) -> Any:
    """Read a document without our own code."""
    data = path.read_bytes()
    return json.loads(data) if data.startswith(b"{") else ReferenceLoader(data).get_single_data()


def last_pointer(node: Any) -> str:
    """Point at the very last node of a document."""
    match node:
        case dict() if node:
            key, child = list(node.items())[-1]
            return f"/{key.replace('~', '~0').replace('/', '~1')}{last_pointer(child)}"
        case [*_, last]:
            return f"/{len(node) - 1}{last_pointer(last)}"
    return ""


@pytest.mark.parametrize("path", ENTRY_POINTS, ids=name_of)
def test_data_is_what_others_read(path: Path) -> None:
    """A real document's data is that of the standard library's JSON or of PyYAML."""
    assert load(path).root == read_by_others(path)


@pytest.mark.parametrize("path", ENTRY_POINTS, ids=name_of)
def test_last_node_has_its_own_place(path: Path) -> None:
    """A real document's last node is found, and at the end of the file."""
    document = load(path)
    place = document.locate(last_pointer(document.root))
    lines = path.read_text(encoding="utf-8").rstrip().splitlines()

    assert place.pointer == last_pointer(document.root)
    assert place.line > len(lines) * 0.9
