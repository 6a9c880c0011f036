"""Changes that somebody looked at and accepts: listed with their reasons, and not counted."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from generator.diagnostics import ClientwrightError, UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from generator.diff.changes import Change

NAME = "accepted.toml"
_KEYS = {"kind", "place", "reason"}


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """One accepted change: its kind and place as they are told, and why it does not matter."""

    kind: str
    place: str
    reason: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Accepted:
    """An accepted change with its reason."""

    change: Change
    reason: str


def read_accepted(path: Path) -> tuple[Entry, ...]:
    """Read a file of accepted changes; UsageError where it is not one."""
    name = path.as_posix()
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise UsageError(f"{name}  unreadable ({error.strerror}); nothing compared") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{name}  not valid TOML: {error}; nothing compared") from error
    entries = content.pop("accepted", [])
    if content or not isinstance(entries, list):
        raise UsageError(f"{name}  may hold [[accepted]] tables only; nothing compared")
    return tuple(_entry(name, number, entry) for number, entry in enumerate(entries, 1))


def _entry(name: str, number: int, entry: Any) -> Entry:
    match entry:
        case {"kind": str(kind), "place": str(place), "reason": str(reason)} if reason.strip():
            if entry.keys() == _KEYS:
                return Entry(kind=kind, place=place, reason=reason)
    raise UsageError(
        f"{name}  entry {number} must have the texts kind, place and reason, and nothing else;"
        " nothing compared"
    )


def split(
    changes: Sequence[Change], entries: Sequence[Entry], name: str
) -> tuple[tuple[Change, ...], tuple[Accepted, ...]]:
    """Part the changes into those that count and those that are accepted.

    Raises ClientwrightError for an entry that accepts nothing: it would hide something one day.
    """
    reasons = {(entry.kind, entry.place): entry.reason for entry in entries}
    found = {(change.kind, change.place) for change in changes}
    unused = [f"{kind} {place}" for kind, place in reasons if (kind, place) not in found]
    if unused:
        listed = "".join(f"\n  {entry}" for entry in unused)
        raise ClientwrightError(f"{name}  has entries for changes that are not there:{listed}")
    return (
        tuple(one for one in changes if (one.kind, one.place) not in reasons),
        tuple(
            Accepted(change=one, reason=reasons[one.kind, one.place])
            for one in changes
            if (one.kind, one.place) in reasons
        ),
    )
