"""Select: only some operations of a document, with what they need.

`include` and `exclude` are lists of entries: `tag:insights`, `path:/v1/*`, `operation:list_*`.
Without `include` every operation is in; what `exclude` matches is out. A webhook counts as an
operation whose path is its name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.diagnostics import ClientwrightError
from generator.select.entries import read_entry
from generator.select.operations import operations_of
from generator.select.prune import prune

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.load import Document
    from generator.select.entries import Entry, Operation

__all__ = ["select"]

NOTHING_DONE = "nothing is generated"


def select(document: Document, include: Iterable[str], exclude: Iterable[str]) -> Document:
    """Keep the operations that are asked for, and all that they need; nothing else stays.

    Raises ClientwrightError for an entry that matches nothing, and where nothing is left.
    """
    wanted, unwanted = (list(map(read_entry, entries)) for entries in (include, exclude))
    if not wanted and not unwanted:
        return document
    every = list(operations_of(document.root))
    _check_matches(document, "include", wanted, every)
    _check_matches(document, "exclude", unwanted, every)
    chosen = [one for one in every if not wanted or any(entry.matches(one) for entry in wanted)]
    chosen = [one for one in chosen if not any(entry.matches(one) for entry in unwanted)]
    if not chosen:
        problem = "`include` and `exclude` leave no operation"
        raise ClientwrightError(f"{document.name}  {problem}; {NOTHING_DONE}")
    return prune(document, every, chosen)


def _check_matches(
    document: Document, key: str, entries: list[Entry], every: list[Operation]
) -> None:
    for entry in entries:
        if not any(map(entry.matches, every)):
            problem = f"{key} '{entry}' matches nothing{entry.nearest(every)}"
            raise ClientwrightError(f"{document.name}  {problem}; {NOTHING_DONE}")
