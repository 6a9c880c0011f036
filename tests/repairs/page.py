"""The text of `docs/repairs.md`."""

from __future__ import annotations

from generator.normalize.rules import NOTES, REPAIRS, Rule

HEAD = """\
# Repairs

What `clientwright` finds wrong in a document and goes on with all the same. Each repair is reported
with its rule, file, line, JSON pointer and what was done; `--strict` fails on any of them.

    clientwright validate openapi.yaml --fix-overlay corrections.yaml

writes the repairs as an OpenAPI Overlay 1.0, each action with its reason: keep it beside the
document, or send it to the vendor. With the overlay applied, the client is the same and nothing is
left to repair, but for the rules that say *by hand*.

This page is made from the table in `generator/normalize/rules.py`; each rule has a folder of its
name in `tests/repairs`.
"""
NOTES_HEAD = """
## Notes

What is allowed in a document and has no form in Python. `--strict` does not mind.

"""


def repairs_page() -> str:
    """Write the page from the tables."""
    areas = "".join(f"\n## {area}\n\n{_list(rules)}" for area, rules in REPAIRS.items())
    return HEAD + areas + NOTES_HEAD + _list(NOTES)


def _list(rules: tuple[Rule, ...]) -> str:
    return "".join(map(_line, rules))


def _line(rule: Rule) -> str:
    by_hand = f" *By hand:* {rule.by_hand}" if rule.by_hand else ""
    return f"- **`{rule.name}`** {rule.sentence}{by_hand}\n"
