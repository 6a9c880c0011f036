"""Texts in docstrings stay readable."""

from __future__ import annotations

from generator.render.docstrings import Entry, Section, docstring
from generator.render.prose import wrapped


def test_paragraphs_are_wrapped_and_code_is_not() -> None:
    """Paragraphs and list items are wrapped, code and tables keep their lines."""
    text = (
        "One\ntwo three\n\n1. four five six seven\n   eight nine\n\n```\na  =  1\n\nb\n```\n| x |"
    )
    assert wrapped(text, 23) == [
        "One two three",
        "",
        "1. four five six seven",
        "   eight nine",
        "",
        "```",
        "a  =  1",
        "",
        "b",
        "```",
        "| x |",
    ]


def test_long_words_stay_whole() -> None:
    """An address longer than a line is not broken."""
    address = "https://pets.example/" + "a" * 60
    assert wrapped(f"See {address} for more", 40) == ["See", address, "for more"]


def test_short_docstring_stands_on_one_line() -> None:
    """A summary that fits stands beside its quotes, and ends like a sentence."""
    assert docstring("List pets", indent=8) == '"""List pets."""'


def test_docstring_with_sections() -> None:
    """A docstring has its summary, then paragraphs, then sections with hanging entries."""
    sections = [
        Section(title="Args", entries=[Entry(name="id", text="The pet.\n\n- one\n- two")]),
        Section(title="Returns", text="The pet."),
    ]
    assert docstring("Get a pet!", "More\nwords.", sections, indent=4).split("\n") == [
        '"""Get a pet!',
        "",
        "    More words.",
        "",
        "    Args:",
        "        id: The pet.",
        "            - one",
        "            - two",
        "",
        "    Returns:",
        "        The pet.",
        '    """',
    ]


def test_text_cannot_close_a_docstring() -> None:
    """Quotes and backslashes of the text are escaped where they would end the literal."""
    assert docstring('"quoted" """ \\', indent=0) == '"""\\"quoted" \\"\\"\\" \\\\."""'
