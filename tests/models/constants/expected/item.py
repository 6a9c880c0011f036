from __future__ import annotations

from typing import Final, Literal

from typing_extensions import TypeAliasType

from .._runtime.models import Model

ChannelChoice = TypeAliasType("ChannelChoice", Literal[1, 3, 4] | int)


class ChannelChoiceValues:
    """The values of ChannelChoice by name."""

    DM: Final = 1
    """A direct message."""
    GUILD_TEXT: Final = 3
    GUILD_VOICE: Final = 4


Channel = TypeAliasType("Channel", ChannelChoice | None)


class Item(Model):
    reaction: Reaction | None = None
    status: Status | None = None
    channel: Channel | None = None
    plain: ItemPlain | None = None
    numbers: ItemNumbers | None = None
    taken: ReactionValues | None = None
    untold: Untold | None = None


ItemNumbers = TypeAliasType("ItemNumbers", Literal[1, 2] | int)


ItemPlain = TypeAliasType("ItemPlain", Literal["a", "b"] | str)


Reaction = TypeAliasType(
    "Reaction", Literal["+1", "-1", "100%", "", "None", "a b", "a-b", "日本", "#", "404"] | str
)


class ReactionValuesValues:
    """The values of Reaction by name."""

    PLUS_1: Final = "+1"
    MINUS_1: Final = "-1"
    VALUE_100_PERCENT: Final = "100%"
    EMPTY: Final = ""
    NONE: Final = "None"
    A_B: Final = "a b"
    A_B_VALUE: Final = "a-b"
    日本: Final = "日本"
    HASH: Final = "#"
    VALUE_404: Final = "404"


class ReactionValues(Model):
    a: str | None = None


Status = TypeAliasType("Status", Literal[0, 1] | int)
"""How urgent it is."""


class StatusValues:
    """The values of Status by name."""

    URGENT: Final = 0
    """Now.

    Or \"\"\"sooner\"\"\".
    """
    LOW: Final = 1


Untold = TypeAliasType("Untold", Literal["a", "b", "c"] | str)
