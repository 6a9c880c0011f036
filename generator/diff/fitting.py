"""Which types fit where others were expected, as type checkers see it.

A name that both surfaces have is the same type, whatever is in it: a change of what is in it is told
where it happens. `Any` fits only itself: what was known and no longer is, is lost to readers.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.diff.types import ANY, NONE, NOT_GIVEN, Named, Value

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.diff.types import Member, Type

_EVERYTHING = frozenset({ANY, Named("object")})
_WIDER = {
    "bool": frozenset({"int", "float"}),
    "int": frozenset({"float"}),
    "datetime": frozenset({"date"}),
    "list": frozenset({"Sequence", "SequenceNotStr"}),
    "dict": frozenset({"Mapping"}),
}
_COVARIANT = frozenset(
    {
        "Mapping",
        "Sequence",
        "SequenceNotStr",
        "Iterable",
        "Iterator",
        "AsyncIterator",
        "RawResponse",
    }
)


@dataclass(frozen=True, slots=True)
class Aliases:
    """What the names of aliases stand for, on the side of what is given and of what is expected."""

    given: Mapping[str, Type]
    expected: Mapping[str, Type]

    def turned(self) -> Aliases:
        """Exchange the sides."""
        return Aliases(self.expected, self.given)


Assumed = frozenset[tuple["Member", "Type"]]


def fits(given: Type, expected: Type, aliases: Aliases, assumed: Assumed = frozenset()) -> bool:
    """Tell whether every value of one type may stand where the other is expected."""
    return all(_fits(member, expected, aliases, assumed) for member in given)


def accepts(new: Type, old: Type, aliases: Aliases) -> bool:
    """Tell whether an argument or a field takes all that it took; `given` are the old aliases."""
    return fits(old - {NOT_GIVEN}, new, aliases)


def reads_as(new: Type, old: Type, aliases: Aliases) -> bool:
    """Tell whether code that reads the old type can read the new one; `given` are the new aliases."""
    if old == {NONE}:
        return True
    return (ANY in new) == (ANY in old) and fits(new, old, aliases)


def _fits(member: Member, expected: Type, aliases: Aliases, assumed: Assumed) -> bool:
    if any(_is_within(member, other, aliases, assumed) for other in expected):
        return True
    wider = _opened(expected, aliases.expected)
    if wider != expected:
        return _fits(member, wider, aliases, assumed)
    target = aliases.given.get(member.name) if isinstance(member, Named) else None
    if target is None:
        return False
    # An alias within itself fits if all else about it does.
    pair = (member, expected)
    return pair in assumed or fits(target, expected, aliases, assumed | {pair})


def _opened(type_: Type, aliases: Mapping[str, Type]) -> Type:
    """Replace aliases by what they stand for, and those among that, too."""
    found: set[Member] = set()
    waiting = list(type_)
    while waiting:
        member = waiting.pop()
        if member not in found:
            found.add(member)
            waiting += aliases.get(member.name, ()) if isinstance(member, Named) else ()
    return frozenset(found)


def _is_within(given: Member, expected: Member, aliases: Aliases, assumed: Assumed) -> bool:
    match given, expected:
        case _ if given == expected or expected in _EVERYTHING:
            return True
        case Value(text), Named(name):
            return type(ast.literal_eval(text)).__name__ == name
        case Named(name, ones), Named(wanted, others):
            is_wider = wanted in _WIDER.get(name, ())
            if len(ones) != len(others) or not (name == wanted or is_wider):
                return False
            covariant = wanted in _COVARIANT
            return all(
                _argument_fits(one, other, aliases, assumed, covariant=covariant)
                for one, other in zip(ones, others, strict=True)
            )
        case _:
            return False


def _argument_fits(
    one: Type, other: Type, aliases: Aliases, assumed: Assumed, *, covariant: bool
) -> bool:
    """Tell whether type arguments agree: a list is read and written, so they must be alike."""
    there = fits(one, other, aliases, assumed)
    return there and (covariant or fits(other, one, aliases.turned(), frozenset()))
