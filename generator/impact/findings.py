"""Changes beside the uses that they touch."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.impact.modules import read_repository
from generator.impact.statements import Walker
from generator.impact.uses import Called, Line, Read, Unclear, Use
from generator.impact.world import Consumer

if TYPE_CHECKING:
    import ast
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from generator.diff.changes import Change
    from generator.diff.surface import Surface
    from generator.impact.modules import Module, Names

_NEEDED = frozenset({"argument-added", "argument-required", "field-added"})
"""What touches those who do not give something."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Finding:
    """A line that a change touches, or may touch: `doubt` says why that is not decided."""

    line: Line
    change: Change
    doubt: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Findings:
    """What a repository has to do with changes."""

    touched: tuple[Finding, ...]
    undecided: tuple[Finding, ...]
    unreadable: tuple[tuple[str, str], ...]
    files: int
    copies: tuple[str, ...]


def findings(root: Path, usual: Names, old: Surface, changes: Iterable[Change]) -> Findings:
    """Read a repository and find what changes touch in it."""
    repository = read_repository(root, old.clients[0].name, usual)
    uses = list(_uses(repository.modules, Consumer(repository, old)))
    found = [one for change in changes for line, use in uses for one in _touch(change, use, line)]
    every = sorted(set(found), key=lambda one: (one.line, one.change.place, one.change.kind))
    sure = {(one.line, one.change) for one in every if one.doubt is None}
    return Findings(
        touched=tuple(one for one in every if one.doubt is None),
        undecided=tuple(one for one in every if one.doubt and (one.line, one.change) not in sure),
        unreadable=repository.unreadable,
        files=len(repository.modules),
        copies=tuple("/".join(names) for names in repository.copies),
    )


def _uses(modules: Iterable[Module], world: Consumer) -> Iterator[tuple[Line, Use]]:
    for module in modules:
        found = _uses_in(module, world)
        # A file without the client may still be handed one: there whole paths count, not single words.
        knows = any(not isinstance(use, Unclear) for _, use in found)
        yield from (
            (line, use)
            for line, use in found
            if knows or not isinstance(use, Unclear) or use.names[1:]
        )


def _uses_in(module: Module, world: Consumer) -> list[tuple[Line, Use]]:
    found: dict[tuple[Line, Use], None] = {}

    def emit(use: Use, node: ast.AST) -> None:
        found[Line(file=module.file, number=getattr(node, "lineno", 1)), use] = None

    Walker(world, module, emit, deep=True).run(module.tree.body, world.scope(module).copy())
    return list(found)


def _touch(change: Change, use: Use, line: Line) -> Iterator[Finding]:
    """Give what a change does to a use, which may be nothing."""
    call, _, argument = change.place.removesuffix(")").partition("(")
    match use:
        case Unclear():
            if doubt := _doubt(use, call):
                yield Finding(line=line, change=change, doubt=doubt)
        case Called() if argument or _is_field(change, use):
            yield from _given(change, use, call, argument or call.rpartition(".")[2], line)
        case _ if use.place == call and not argument:
            yield Finding(line=line, change=change)
        case Called() | Read() if call.removeprefix("models.") in use.types and call.startswith(
            "models."
        ):
            yield Finding(line=line, change=change)
        case _:
            return


def _is_field(change: Change, use: Called) -> bool:
    """Tell whether a change is about a field of the class that is constructed."""
    return change.kind.startswith("field-") and change.place.rpartition(".")[0] == use.place


def _given(change: Change, use: Called, call: str, argument: str, line: Line) -> Iterator[Finding]:
    """Touch calls that give an argument, or those that lack it where it is needed now."""
    owner = call.rpartition(".")[0] if change.kind.startswith("field-") else call
    if use.place != owner:
        return
    is_given = argument in use.given
    if use.is_open and not is_given:
        doubt = f"`{argument}` may be among the arguments that are passed on"
        yield Finding(line=line, change=change, doubt=doubt)
    elif is_given != (change.kind in _NEEDED):
        yield Finding(line=line, change=change)


def _doubt(use: Unclear, place: str) -> str:
    """Say why an attribute of something unknown may be what a change is about."""
    names = tuple(place.split("."))
    if use.names[-1] == "*":
        prefix = use.names[:-1]
        is_below = names[: len(prefix)] == prefix and names[0] != "models"
        return "the name is computed" if is_below else ""
    wanted = names[2:] if names[0] == "models" else names
    is_alike = bool(wanted) and use.names[-len(wanted) :] == wanted
    return f"what `{use.subject}` is cannot be told" if is_alike else ""
