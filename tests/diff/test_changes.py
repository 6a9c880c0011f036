"""Changes are read in an order of their own."""

from __future__ import annotations

from generator.diff.changes import Change, Severity, in_order


def _change(place: str, severity: Severity, sentence: str = "") -> Change:
    return Change(kind="argument-added", severity=severity, place=place, sentence=sentence)


def test_breaking_first() -> None:
    """Breaking changes come first, then warnings, each by place."""
    changes = (
        _change("b", "compatible"),
        _change("b", "breaking"),
        _change("c", "warning"),
        _change("a", "breaking"),
    )
    ordered = in_order(changes)
    assert [(change.severity, change.place) for change in ordered] == [
        ("breaking", "a"),
        ("breaking", "b"),
        ("warning", "c"),
    ]


def test_once() -> None:
    """What the synchronous and the asynchronous client share is told once."""
    assert in_order((_change("a", "breaking"), _change("a", "breaking"))) == (
        _change("a", "breaking"),
    )
