"""The overlay of fixes is right whatever a document's names are made of."""

from __future__ import annotations

import json
from pathlib import Path

from generator.fixes import fix_overlay
from generator.fixes.paths import json_path
from generator.load import Document, load, read
from generator.names.lock import NameLock
from generator.normalize import normalize
from generator.overlay import apply_overlay

NAMES = [
    *('a"b', "it's", "back\\slash", "new\nline", "tab\t", "é", "\U0001f600", "{{x}}", "%s", "../x"),
    *("*", "$", "@", "~/~1", "", "0", "\u202e", "\u2028", "\x7f", "\x85", "\\u0041", "''", "null"),
    *(" lead", "# c", "- x", "a: b", "[0]", "true"),
]


def broken(folder: Path, names: list[str]) -> Document:
    """Load a document in which a schema of each name, and a property in it, need repairs."""
    schemas = {
        name: {
            "type": "object",
            "required": ["a", "a"],
            "properties": {name: {"type": "int", "enum": []}},
        }
        for name in names
    }
    root = {
        "openapi": "3.1.0",
        "info": {"title": "\"'\n: {", "version": 1},
        "paths": {},
        "components": {"schemas": schemas},
    }
    (folder / "openapi.json").write_text(json.dumps(root), encoding="utf-8")
    return load(folder / "openapi.json")


def test_any_name_can_be_a_target(tmp_path: Path) -> None:
    """Quotes, escapes, line ends and invisible characters in names leave an overlay that applies."""
    document = broken(tmp_path, NAMES)
    (tmp_path / "fixes.yaml").write_text(fix_overlay(document).text, encoding="utf-8")
    mended = apply_overlay(document, read(tmp_path / "fixes.yaml"))
    found = normalize(mended, NameLock()).diagnostics
    assert [str(one) for one in found if one.kind == "repair"] == []


def test_name_that_libraries_cannot_read_is_left(tmp_path: Path) -> None:
    """A name with a control character, which JSONPath can only escape, is left to do by hand."""
    fixes = fix_overlay(broken(tmp_path, ["\x00nul"]))
    assert {one.rule for one in fixes.left} == {"duplicate-required", "unknown-type", "empty-enum"}
    assert [action["target"] for action in fixes.actions] == ["$.info"]


def test_target_reads_well() -> None:
    """A target is written with dots where it can be, and with quotes where it must."""
    assert json_path(["paths", "/a", "get", "it's", 0]) == "$.paths['/a'].get['it\\'s'][0]"
