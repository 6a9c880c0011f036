"""Names of constants."""

from __future__ import annotations

import pytest

from generator.names.constants import constant_names, constants_class, speaks_for_itself


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("+1", "PLUS_1"),
        ("-1", "MINUS_1"),
        ("*", "STAR"),
        (">=", "GREATER_OR_EQUAL"),
        ("!=", "NOT_EQUAL"),
        ("404", "VALUE_404"),
        ("", "EMPTY"),
        ("class", "CLASS"),
        ("zh-TW", "ZH_TW"),
        ("/docs", "DOCS"),
        ("-link", "MINUS_LINK"),
        ("日本", "日本"),
        ("\x00", "U0"),
    ],
)
def test_constant(text: str, name: str) -> None:
    """A constant is an identifier in capitals, whatever the value is."""
    assert constant_names([text], owner="Reaction") == [name]


def test_equal_names() -> None:
    """Values that would be called the same are told apart."""
    assert constant_names(["a b", "a-b", "A_B"], owner="X") == ["A_B", "A_B_VALUE", "A_B_VALUE_2"]


@pytest.mark.parametrize("owner", ["Status", "DataPlaneStatus"])
def test_repeated_owner(owner: str) -> None:
    """What repeats the enum's name is left out."""
    assert constant_names(["StatusOpen", "StatusClosed"], owner=owner) == ["OPEN", "CLOSED"]


def test_shared_beginning() -> None:
    """What values share otherwise is kept."""
    names = ["GUILD_TEXT", "GUILD_VOICE"]

    assert constant_names(names, owner="ChannelType") == names


def test_class() -> None:
    """The class of constants has a name that no component has."""
    assert constants_class("order_state", {"orderstatevalues"}) == "OrderStateValuesValues"


@pytest.mark.parametrize(
    ("text", "is_plain"),
    [("open", True), ("404", True), ("16:9", True), ("", True), ("+1", False), (">", False)],
)
def test_plain_values(text: str, *, is_plain: bool) -> None:
    """Words and numbers need no name, symbols do."""
    assert speaks_for_itself(text) == is_plain
