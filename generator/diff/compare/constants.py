"""Classes that name the values of enums."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.diff.changes import Change

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.diff.surface import Constants


def constant_changes(class_: str, old: Constants, new: Constants) -> Iterator[Change]:
    """Yield what is different about the names of values."""
    for name, value in old.values.items():
        now = new.values.get(name)
        if now != value:
            yield Change(
                kind="constant-changed" if now else "constant-removed",
                severity="breaking",
                place=f"models.{class_}.{name}",
                sentence=f"`{name}` is {f'`{now}`, not `{value}`' if now else 'gone'}.",
                old=value,
                new=now,
            )
    for name, value in new.values.items():
        if name not in old.values:
            yield Change(
                kind="constant-added",
                severity="compatible",
                place=f"models.{class_}.{name}",
                sentence=f"`{name}` is new.",
                new=value,
            )
