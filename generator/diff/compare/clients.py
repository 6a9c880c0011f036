"""The client as a whole: its names, what the package exports, base URL and credentials."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.diff.changes import Change
from generator.diff.read.settings import told_settings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.diff.comparison import Comparison


def client_changes(both: Comparison) -> Iterator[Change]:
    """Yield what is different about the client itself."""
    for old, new in zip(both.old.clients, both.new.clients, strict=True):
        if old.name != new.name:
            yield Change(
                kind="client-renamed",
                severity="breaking",
                place=old.name,
                sentence=f"The client's class is `{new.name}` now.",
                old=old.name,
                new=new.name,
            )
    yield from _exports(both)
    yield from _views(both)
    yield from _settings(both)
    yield from _credentials(both)


def _exports(both: Comparison) -> Iterator[Change]:
    classes = {client.name for side in (both.old, both.new) for client in side.clients}
    old, new = both.old.exports - classes, both.new.exports - classes
    yield from _names(old, new, kind="export", owner="The package")


def _views(both: Comparison) -> Iterator[Change]:
    why = ": nothing is left that it is for"
    yield from _names(both.old.views, both.new.views, kind="view", owner="The client", why=why)


def _names(
    old: frozenset[str], new: frozenset[str], *, kind: str, owner: str, why: str = ""
) -> Iterator[Change]:
    """Yield which names are gone, and `why`, and which are new."""
    for name in sorted(old - new):
        yield Change(
            kind=f"{kind}-removed",
            severity="breaking",
            place=name,
            sentence=f"{owner} has no `{name}` any more{why}.",
        )
    for name in sorted(new - old):
        yield Change(
            kind=f"{kind}-added",
            severity="compatible",
            place=name,
            sentence=f"{owner} has `{name}` now.",
        )


def _settings(both: Comparison) -> Iterator[Change]:
    old, new = told_settings(both.old.settings), told_settings(both.new.settings)
    client = both.old.clients[0].name
    for name in sorted({*old, *new}):
        if old.get(name) != new.get(name):
            yield Change(
                kind=f"{name.replace('_', '-')}-changed",
                severity="warning",
                place=client,
                sentence=f"The client's {name.replace('_', ' ')} is {new.get(name)}, not {old.get(name)}.",
                old=old.get(name),
                new=new.get(name),
            )


def _credentials(both: Comparison) -> Iterator[Change]:
    client = both.old.clients[0].name
    for name, old in both.old.credentials.items():
        new = both.new.credentials.get(name, old)
        place = f"{client}({name})"
        if new.environment != old.environment:
            yield Change(
                kind="auth-environment-changed",
                severity="breaking",
                place=place,
                sentence=f"Left out, `{name}` is taken from {new.environment}, not from {old.environment}.",
                old=old.environment,
                new=new.environment,
            )
        if new.sent != old.sent:
            yield Change(
                kind="auth-changed",
                severity="warning",
                place=place,
                sentence=f"`{name}` travels as {new.sent}, not as {old.sent}.",
                old=old.sent,
                new=new.sent,
            )
