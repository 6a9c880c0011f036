"""What stands for an argument that was left out, and the types of arguments."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, Literal, Protocol, SupportsIndex, TypeVar, final, overload

ItemT_co = TypeVar("ItemT_co", covariant=True)


@final
class NotGiven:
    """The type of `NOT_GIVEN`."""

    __slots__ = ()

    def __bool__(self) -> Literal[False]:
        return False

    def __repr__(self) -> str:
        return "NOT_GIVEN"

    def __reduce__(self) -> str:
        return "NOT_GIVEN"


NOT_GIVEN: Final = NotGiven()
"""An argument left out: it is not sent, where `None` is sent as null."""


class SequenceNotStr(Protocol[ItemT_co]):
    """A list, a tuple or the like; a `str` is no sequence of strings here."""

    @overload
    def __getitem__(self, index: SupportsIndex, /) -> ItemT_co: ...
    @overload
    def __getitem__(self, index: slice, /) -> Sequence[ItemT_co]: ...
    def __contains__(self, value: object, /) -> bool: ...
    def __len__(self) -> int: ...
    def __iter__(self) -> Iterator[ItemT_co]: ...
    def __reversed__(self) -> Iterator[ItemT_co]: ...
