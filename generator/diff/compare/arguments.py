"""Arguments of one way to call a method."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.diff.changes import Change

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.diff.comparison import Comparison
    from generator.diff.surface import Argument, Signature


def argument_changes(
    call: str, old: Signature, new: Signature, both: Comparison
) -> Iterator[Change]:
    """Yield what is different about each argument."""
    before = {argument.name: argument for argument in old.arguments}
    after = {argument.name: argument for argument in new.arguments}
    successors = _successors(call, before, after, both)
    for name, argument in before.items():
        if name in after:
            yield from _argument(call, argument, after[name], both)
        else:
            yield _removed(call, argument, successors.get(name))
    for name, argument in after.items():
        if name not in before and name not in successors.values():
            yield _added(call, argument)


def position_changes(call: str, old: Signature, new: Signature) -> Iterator[Change]:
    """Yield what breaks calls that give arguments by their position."""
    before = [argument.name for argument in old.arguments if argument.is_positional]
    after = [argument.name for argument in new.arguments if argument.is_positional]
    kept = {argument.name for argument in new.arguments}
    for name in before:
        if name in kept and name not in after:
            yield Change(
                kind="argument-keyword-only",
                severity="breaking",
                place=f"{call}({name})",
                sentence=f"`{name}` can be given by its name only.",
            )
    common = [name for name in before if name in after]
    if after[: len(common)] != common:
        yield Change(
            kind="argument-order-changed",
            severity="breaking",
            place=call,
            sentence="Arguments given by position stand in another order.",
            old=", ".join(before),
            new=", ".join(after),
        )


def _successors(
    call: str,
    before: Mapping[str, Argument],
    after: Mapping[str, Argument],
    both: Comparison,
) -> dict[str, str]:
    """Find arguments that are the same parameter on the wire under another name."""
    old, new = both.old.wires.get(call), both.new.wires.get(call)
    if old is None or new is None:
        return {}
    names = {(one.location, one.wire_name): name for name, one in new.parameters.items()}
    found = {
        name: names.get((one.location, one.wire_name), "") for name, one in old.parameters.items()
    }
    return {
        name: successor
        for name, successor in found.items()
        if name in before and name not in after and successor in after and successor not in before
    }


def _removed(call: str, argument: Argument, successor: str | None) -> Change:
    place = f"{call}({argument.name})"
    if successor:
        return Change(
            kind="argument-renamed",
            severity="breaking",
            place=place,
            sentence=f"`{argument.name}` is `{successor}` now.",
            old=argument.name,
            new=successor,
        )
    return Change(
        kind="argument-removed",
        severity="breaking",
        place=place,
        sentence=f"`{argument.name}` is gone.",
        old=argument.annotation,
    )


def _added(call: str, argument: Argument) -> Change:
    required = argument.is_required
    return Change(
        kind="argument-added",
        severity="breaking" if required else "compatible",
        place=f"{call}({argument.name})",
        sentence=f"`{argument.name}` is new{' and must be given' if required else ''}.",
        new=argument.annotation,
    )


def _argument(call: str, old: Argument, new: Argument, both: Comparison) -> Iterator[Change]:
    place = f"{call}({old.name})"
    if old.is_required != new.is_required:
        yield Change(
            kind="argument-required" if new.is_required else "argument-optional",
            severity="breaking" if new.is_required else "compatible",
            place=place,
            sentence=f"`{old.name}` {'must be given' if new.is_required else 'may be left out'} now.",
        )
    if _plain(old.annotation) != _plain(new.annotation):
        accepts = both.accepts(_plain(old.annotation), new.annotation)
        yield Change(
            kind="argument-type-changed",
            severity="compatible" if accepts else "breaking",
            place=place,
            sentence=f"`{old.name}` takes `{_plain(new.annotation)}`, not `{_plain(old.annotation)}`.",
            old=old.annotation,
            new=new.annotation,
        )
    yield from _documented(place, old, new)


def _documented(place: str, old: Argument, new: Argument) -> Iterator[Change]:
    if old.default != new.default:
        yield Change(
            kind="default-changed",
            severity="warning",
            place=place,
            sentence=f"Left out, `{old.name}` means {_told(new.default)} to the server.",
            old=old.default,
            new=new.default,
        )
    if new.is_deprecated and not old.is_deprecated:
        yield Change(
            kind="argument-deprecated",
            severity="warning",
            place=place,
            sentence=f"`{old.name}` is deprecated now.",
        )


def _told(default: str | None) -> str:
    return "nothing that is documented" if default is None else f"`{default}`"


def _plain(annotation: str) -> str:
    """Leave out what stands for an argument that is left out."""
    return " | ".join(part for part in annotation.split(" | ") if part != "NotGiven")
