"""Aliases: values of enums, members of unions, and what else a name may stand for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.diff.changes import Change
from generator.diff.types import Named, Value, read_type, renamed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.diff.comparison import Comparison
    from generator.diff.surface import Alias
    from generator.diff.types import Member, Type


def alias_changes(name: str, old: Alias, new: Alias, both: Comparison) -> Iterator[Change]:
    """Yield what is different about what a name stands for."""
    before = renamed(read_type(old.annotation), both.new.former)
    after = read_type(new.annotation)
    if before == after:
        return
    gives = name not in both.read or both.reads_as(old.annotation, new.annotation)
    takes = both.accepts(old.annotation, new.annotation)
    if len(before) == len(after) == 1:
        yield Change(
            kind="alias-type-changed",
            severity="compatible" if gives and takes else "breaking",
            place=f"models.{name}",
            sentence=f"`{name}` is `{new.annotation}`, not `{old.annotation}`.",
            old=old.annotation,
            new=new.annotation,
        )
        return
    yield from _added(name, after - before, gives=gives)
    yield from _removed(name, before - after, takes=takes)


def _added(name: str, members: Type, *, gives: bool) -> Iterator[Change]:
    for kind, texts in _by_kind(members):
        yield Change(
            kind=f"{kind}-added",
            severity="compatible" if gives else "breaking",
            place=f"models.{name}",
            sentence=f"`{name}` may be {_listed(texts)}, too.",
            new=" | ".join(texts),
        )


def _removed(name: str, members: Type, *, takes: bool) -> Iterator[Change]:
    for kind, texts in _by_kind(members):
        yield Change(
            kind=f"{kind}-removed",
            severity="warning" if takes else "breaking",
            place=f"models.{name}",
            sentence=f"`{name}` is never {_listed(texts)} any more.",
            old=" | ".join(texts),
        )


def _by_kind(members: Type) -> Iterator[tuple[str, list[str]]]:
    values = sorted(member.text for member in members if isinstance(member, Value))
    others = sorted(spelled(member) for member in members if isinstance(member, Named))
    if values:
        yield "enum-value", values
    if others:
        yield "union-member", others


def spelled(member: Member) -> str:
    """Write a member of a type as Python does."""
    match member:
        case Value(text):
            return text
        case Named(name, ()):
            return name
        case Named(name, arguments):
            inner = (" | ".join(sorted(map(spelled, argument))) for argument in arguments)
            return f"{name}[{', '.join(inner)}]"


def _listed(texts: list[str]) -> str:
    return ", ".join(f"`{text}`" for text in texts)
