"""Clients of earlier versions of the generator are read as those of this one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.diff.read.modules import read_module
from generator.diff.read.wires import read_wires

if TYPE_CHECKING:
    from collections.abc import Mapping

PATH = "_operations/pets.py"
OPERATION = """
LIST: Operation[None] = Operation(
    name="pets.list", method="GET", path="/pets", parameters=({parameter},), security=()
)
"""


def told(parameter: str) -> str:
    """Say how a parameter travels, as changes tell it."""
    source = OPERATION.format(parameter=parameter)
    wires = read_wires({PATH: read_module(PATH, source)})
    return wires["pets.list"].parameters["ids"].text


@pytest.mark.parametrize(
    ("earlier", "now"),
    [
        ('Query("ids", write=write_styled)', 'Query("ids", write=Styled())'),
        (
            'Query("ids", style="form", explode=False, write=write_styled)',
            'Query("ids", write=Styled(explode=False))',
        ),
        (
            'Query("ids", style="deepObject", explode=True, write=write_styled)',
            'Query("ids", write=Styled("deepObject"))',
        ),
        (
            'Path("ids", style="label", explode=False, write=write_styled)',
            'Path("ids", write=Styled("label", explode=False))',
        ),
        (
            'Header("ids", write=write_styled)',
            'Header("ids", write=Styled("simple", explode=False))',
        ),
        (
            'Path("ids", content_type="application/json", write=write_styled)',
            'Path("ids", write=Styled("simple", content_type="application/json"))',
        ),
    ],
)
def test_a_style_is_no_change_for_where_it_is_said(earlier: str, now: str) -> None:
    """A parameter that an earlier client writes in the same way has not changed."""
    assert told(earlier) == told(now)


LIST = """
LIST: PagedOperation[Pet, Pets] = PagedOperation(
    name="pets.list", method="GET", path="/pets", security=(), {pages}
)
"""


def rest(pages: str) -> Mapping[str, str]:
    """Read how a list goes on."""
    wires = read_wires({PATH: read_module(PATH, LIST.format(pages=pages))})
    return wires["pets.list"].rest


def test_a_list_is_no_change_for_where_it_is_said_how_it_goes_on() -> None:
    """A list that an earlier client reads in the same way has not changed."""
    earlier = rest('pages=Cursor(items="data", argument="after", next="last")')

    assert earlier == rest('items="data", turn=Cursor(argument="after", next="last")')
    assert earlier != rest('items="data", turn=Cursor(argument="after", next="next")')


def test_another_style_is_a_change() -> None:
    """A parameter that is written otherwise has changed."""
    assert told('Query("ids", write=Styled(explode=False))') != told('Query("ids", write=Styled())')
