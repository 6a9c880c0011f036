"""Each folder is a rule: a document that breaks it, what becomes of it, and how it would be mended."""

from __future__ import annotations

import ast
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import generator.normalize as package
from generator.diagnostics import Diagnostic
from generator.fixes import fix_overlay
from generator.load import Document, load, read
from generator.names.lock import NameLock
from generator.normalize import Normalized, normalize
from generator.normalize.document import POINTER
from generator.normalize.rules import NOTES, REPAIRS, Rule
from generator.overlay import apply_overlay
from generator.runs import RunResult
from tests.repairs.page import repairs_page
from tests.support.expected import TESTS, check_json, check_text, feature_folders

AREA = TESTS / "repairs"
RULES = {rule.name: rule for rules in REPAIRS.values() for rule in rules}
FIXED = sorted(rule.name for rule in RULES.values() if rule.by_hand is None)
BY_HAND = sorted(rule.name for rule in RULES.values() if rule.by_hand)


def document(rule: str) -> Document:
    """Load the document of a rule's folder."""
    return load(AREA / rule / "document.yaml", name=f"{rule}/document.yaml")


def repaired(rule: str) -> Normalized:
    """Normalize the document of a rule's folder."""
    return normalize(document(rule), NameLock())


def mended(rule: str) -> Normalized:
    """Normalize the document of a rule's folder after the overlay that mends it."""
    overlay = read(AREA / rule / "fix.yaml", name=f"{rule}/fix.yaml")
    return normalize(apply_overlay(document(rule), overlay), NameLock())


def rules_of(diagnostics: tuple[Diagnostic, ...]) -> set[str | None]:
    """Name the rules of what was repaired."""
    return {found.rule for found in diagnostics if found.kind == "repair"}


def without_pointers(node: Any) -> Any:
    """Give a normal form without the places of its source, which a mended document has elsewhere."""
    match node:
        case dict():
            return {key: without_pointers(node[key]) for key in node if key != POINTER}
        case list():
            return [without_pointers(item) for item in node]
        case _:
            return node


def named_rules(method: str) -> set[str]:
    """Name the rules that the passes call a method of the recorder with."""
    calls = [
        node
        for path in Path(str(package.__file__)).parent.glob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
        if node.func.attr == method and len(node.args) > 1
    ]
    return {
        constant.value
        for call in calls
        for constant in ast.walk(call.args[1])
        if isinstance(constant, ast.Constant) and isinstance(constant.value, str)
    }


@pytest.mark.parametrize("rule", sorted(RULES))
def test_document_is_repaired(rule: str) -> None:
    """A broken document becomes the committed normal form, and each repair is said with its line."""
    result = repaired(rule)
    check_json(
        {
            "diagnostics": [str(found) for found in result.diagnostics],
            **{key: value for key, value in result.root.items() if value},
        },
        AREA / rule / "expected.json",
    )
    assert rule in rules_of(result.diagnostics)


@pytest.mark.parametrize("rule", sorted(RULES))
def test_strict_run_fails(rule: str) -> None:
    """Each repair alone fails a strict run."""
    found = [one for one in repaired(rule).diagnostics if one.rule == rule]
    result = RunResult(
        client="shop",
        operations=1,
        skipped=(),
        schemas=1,
        models=1,
        diagnostics=tuple(found),
        seconds={},
        paged={},
    )
    assert result.fails_strictly
    assert not replace(result, diagnostics=()).fails_strictly


@pytest.mark.parametrize("rule", FIXED)
def test_overlay_is_the_committed_one(rule: str) -> None:
    """The repairs of a document are written as an overlay, each action with its reason."""
    check_text(fix_overlay(document(rule)).text, AREA / rule / "fix.yaml")


@pytest.mark.parametrize("rule", FIXED)
def test_overlay_makes_repairs_unnecessary(rule: str) -> None:
    """After the overlay nothing is left to repair, and the normal form is the same."""
    after = mended(rule)
    assert rules_of(after.diagnostics) == set()
    assert without_pointers(after.root) == without_pointers(repaired(rule).root)


@pytest.mark.parametrize("rule", BY_HAND)
def test_what_no_overlay_can_say_is_left(rule: str) -> None:
    """A repair that no overlay can express is left for a person."""
    fixes = fix_overlay(document(rule))
    assert fixes.actions == ()
    assert {found.rule for found in fixes.left} == {rule}


def test_each_rule_has_a_folder() -> None:
    """Each rule of the table has a document, and each document a rule."""
    assert feature_folders("repairs") == sorted(RULES)


@pytest.mark.parametrize(("method", "table"), [("repair", RULES.values()), ("note", NOTES)])
def test_table_lists_what_the_passes_record(method: str, table: tuple[Rule, ...]) -> None:
    """The table lists exactly the repairs and notes that there are."""
    assert named_rules(method) == {rule.name for rule in table}


def test_page_is_made_from_the_table() -> None:
    """`docs/repairs.md` says what the table says."""
    check_text(repairs_page(), TESTS.parent / "docs" / "repairs.md")
