"""The decoder itself: the table of OpenAPI 3.1.1, "Style Examples", read backwards."""

from __future__ import annotations

from typing import Any

import pytest

from tests.corpus.decoding import (
    UnreadableError,
    raw_pairs,
    read_header,
    read_pairs,
    read_text,
)

ARRAY = ["blue", "black"]
OBJECT = {"R": "100", "G": "200"}


@pytest.mark.parametrize(
    ("raw", "value", "style", "explode"),
    [
        ("blue%2Fgreen", "blue/green", "simple", False),
        ("blue,black", ARRAY, "simple", False),
        ("R,100,G,200", OBJECT, "simple", False),
        ("R=100,G=200", OBJECT, "simple", True),
        (".blue", "blue", "label", False),
        (".blue,black", ARRAY, "label", False),
        (".blue.black", ARRAY, "label", True),
        (".R=100.G=200", OBJECT, "label", True),
        (";color=blue", "blue", "matrix", False),
        (";color=blue,black", ARRAY, "matrix", False),
        (";color=blue;color=black", ARRAY, "matrix", True),
        (";color=R,100,G,200", OBJECT, "matrix", False),
        (";R=100;G=200", OBJECT, "matrix", True),
    ],
)
def test_a_path_is_read(raw: str, value: Any, style: str, *, explode: bool) -> None:
    """Each style of a path parameter is read as the specification's table writes it."""
    assert read_text(raw, value, style=style, explode=explode, name="color") == value


@pytest.mark.parametrize(
    ("raw", "value", "style", "explode"),
    [
        ("color=blue+green", "blue green", "form", True),
        ("color=blue,black", ARRAY, "form", False),
        ("color=blue&color=black", ARRAY, "form", True),
        ("color=R,100,G,200", OBJECT, "form", False),
        ("R=100&G=200", OBJECT, "form", True),
        ("color=blue%20black", ARRAY, "spaceDelimited", False),
        ("color=blue%7Cblack", ARRAY, "pipeDelimited", False),
        ("color=R%7C100%7CG%7C200", OBJECT, "pipeDelimited", False),
        ("color%5BR%5D=100&color%5BG%5D=200", OBJECT, "deepObject", True),
        ("color[R][]=1&color[R][]=2", {"R": ["1", "2"]}, "deepObject", True),
        ("color[0][R]=1&color[1][R]=2", [{"R": "1"}, {"R": "2"}], "deepObject", True),
    ],
)
def test_a_query_is_read(raw: str, value: Any, style: str, *, explode: bool) -> None:
    """Each style of a query parameter is read, and nothing is left."""
    pairs = raw_pairs(raw)
    read = read_pairs(pairs, value, style=style, explode=explode, name="color")
    assert (read, pairs) == (value, [])


def test_a_header_is_read_as_it_stands() -> None:
    """Headers are not escaped."""
    assert read_header("a%20b,c", ["", ""], explode=False) == ["a%20b", "c"]


@pytest.mark.parametrize("raw", ["", "colour=blue", "color=blue&color=red"])
def test_a_parameter_that_does_not_stand_there_once_is_unreadable(raw: str) -> None:
    """A missing, a misspelled and a repeated parameter are all noticed."""
    with pytest.raises(UnreadableError):
        read_pairs(raw_pairs(raw), "", style="form", explode=True, name="color")
