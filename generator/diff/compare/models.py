"""Models: classes with their fields, and aliases with what they stand for.

Every class can be constructed, so what a constructor takes counts for all; what a field gives counts
for models that callers read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.diff.changes import Change
from generator.diff.compare.aliases import alias_changes
from generator.diff.compare.constants import constant_changes
from generator.diff.surface import Alias, Constants, Model

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.diff.comparison import Comparison
    from generator.diff.surface import Definition, Field


def model_changes(both: Comparison) -> Iterator[Change]:
    """Yield what is different about models."""
    for name, old in both.old.models.items():
        present = both.new.former.get(name)
        new = both.new.models.get(present or name)
        if present:
            yield _former(name, present)
        match old, new:
            case _, None:
                yield _removed(name, both)
            case Model(), Model():
                yield from _field_changes(name, old.fields, new.fields, both)
            case Alias(), Alias():
                yield from alias_changes(name, old, new, both)
            case Constants(), Constants():
                yield from constant_changes(name, old, new)
            case _:
                yield _another_kind(name, old, new)
    for name in both.new.models:
        if name not in both.old.models and name not in both.new.former.values():
            yield Change(
                kind="model-added",
                severity="compatible",
                place=f"models.{name}",
                sentence=f"`{name}` is new.",
            )


def _removed(name: str, both: Comparison) -> Change:
    pointer = both.old.pointers.get(name)
    successor = next(
        (other for other, place in both.new.pointers.items() if place == pointer), None
    )
    return Change(
        kind="model-renamed" if successor else "model-removed",
        severity="breaking",
        place=f"models.{name}",
        sentence=f"`{name}` is `{successor}` now." if successor else f"`{name}` is gone.",
        old=name,
        new=successor,
    )


def _former(name: str, present: str) -> Change:
    return Change(
        kind="model-deprecated",
        severity="warning",
        place=f"models.{name}",
        sentence=f"`{name}` is `{present}` now; the former name goes on working, with a warning.",
        old=name,
        new=present,
    )


def _another_kind(name: str, old: Definition, new: Definition | None) -> Change:
    return Change(
        kind="model-kind-changed",
        severity="breaking",
        place=f"models.{name}",
        sentence=f"`{name}` is {_kind(new)} now, not {_kind(old)}.",
        old=_spelled(old),
        new=_spelled(new),
    )


def _kind(model: Definition | None) -> str:
    match model:
        case Model():
            return "a class with fields"
        case Constants():
            return "a class of constants"
        case _:
            return "a name for another type"


def _spelled(model: Definition | None) -> str:
    return model.annotation if isinstance(model, Alias) else "class"


def _field_changes(
    model: str, old: Mapping[str, Field], new: Mapping[str, Field], both: Comparison
) -> Iterator[Change]:
    successors = {field.wire_name: name for name, field in new.items() if name not in old}
    renamed = {
        name: successors[field.wire_name]
        for name, field in old.items()
        if name not in new and field.wire_name in successors
    }
    for name, field in old.items():
        if name in new:
            yield from _field(model, field, new[name], both)
        else:
            yield _gone(model, field, renamed.get(name))
    for name, field in new.items():
        if name not in old and name not in renamed.values():
            yield _added(model, field)


def _gone(model: str, field: Field, successor: str | None) -> Change:
    return Change(
        kind="field-renamed" if successor else "field-removed",
        severity="breaking",
        place=f"models.{model}.{field.name}",
        sentence=f"`{field.name}` is {f'`{successor}` now' if successor else 'gone'}.",
        old=field.name if successor else field.annotation,
        new=successor,
    )


def _added(model: str, field: Field) -> Change:
    required = field.is_required
    addition = f", and code that constructs `{model}` must give it" if required else ""
    return Change(
        kind="field-added",
        severity="breaking" if required else "compatible",
        place=f"models.{model}.{field.name}",
        sentence=f"`{field.name}` is new{addition}.",
        new=field.annotation,
    )


def _field(model: str, old: Field, new: Field, both: Comparison) -> Iterator[Change]:
    place = f"models.{model}.{old.name}"
    takes = both.accepts(old.annotation, new.annotation) and (
        old.is_required or not new.is_required
    )
    gives = model not in both.read or both.reads_as(old.annotation, new.annotation)
    if (old.annotation, old.is_required) != (new.annotation, new.is_required):
        yield Change(
            kind=_kind_of(old, new),
            severity="compatible" if takes and gives else "breaking",
            place=place,
            sentence=_sentence(model, old, new, takes=takes, gives=gives),
            old=_declared(old),
            new=_declared(new),
        )
    if old.wire_name != new.wire_name:
        yield Change(
            kind="field-wire-name-changed",
            severity="warning",
            place=place,
            sentence=f"`{old.name}` travels as {new.wire_name!r}, not {old.wire_name!r}.",
            old=old.wire_name,
            new=new.wire_name,
        )
    yield from _documented(place, old, new)


def _kind_of(old: Field, new: Field) -> str:
    if old.is_required == new.is_required:
        return "field-type-changed"
    return "field-required" if new.is_required else "field-optional"


def _sentence(model: str, old: Field, new: Field, *, takes: bool, gives: bool) -> str:
    broken = [
        *([] if gives else ["reads it"]),
        *([] if takes else [f"constructs `{model}`"]),
    ]
    consequence = f": code that {' or '.join(broken)} breaks" if broken else ""
    match _kind_of(old, new):
        case "field-required":
            return f"`{old.name}` is always there now{consequence}."
        case "field-optional":
            return f"`{old.name}` may be left out now{consequence}."
        case _:
            return f"`{old.name}` is `{new.annotation}`, not `{old.annotation}`{consequence}."


def _declared(field: Field) -> str:
    return field.annotation if field.is_required else f"{field.annotation} = None"


def _documented(place: str, old: Field, new: Field) -> Iterator[Change]:
    if old.default != new.default:
        now = "nothing that is documented" if new.default is None else f"`{new.default}`"
        yield Change(
            kind="default-changed",
            severity="warning",
            place=place,
            sentence=f"Left out, `{old.name}` means {now} to the server.",
            old=old.default,
            new=new.default,
        )
    if new.is_deprecated and not old.is_deprecated:
        yield Change(
            kind="field-deprecated",
            severity="warning",
            place=place,
            sentence=f"`{old.name}` is deprecated now.",
        )
