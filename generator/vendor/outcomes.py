"""What becomes of each file of a vendored client when a new version comes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from generator.render.manifest import KEPT
from generator.vendor.merge import merge

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Kind = Literal[
    "written", "removed", "kept", "deleted", "merged", "conflict", "restored", "edited and gone"
]


@dataclass(frozen=True, kw_only=True, slots=True)
class Outcome:
    """What a file becomes; None as content means that it is not there.

    `written`, `removed`: nobody had edited it; `kept`, `deleted`: what was done here, and the new
    version does not touch; `merged`: both edits; `conflict`: both edits, with marks; `restored`:
    deleted here, changed there; `edited and gone`: changed here, removed there, which needs somebody's
    word.
    """

    path: str
    kind: Kind
    content: bytes | None


def outcomes(
    base: Mapping[str, bytes], ours: Mapping[str, bytes], theirs: Mapping[str, bytes]
) -> Iterator[Outcome]:
    """Yield what becomes of each file that is not already as it should be."""
    for path in sorted({*base, *theirs}):
        found = _outcome(path, base.get(path), ours.get(path), theirs.get(path))
        if found:
            yield found


def _outcome(
    path: str, base: bytes | None, ours: bytes | None, theirs: bytes | None
) -> Outcome | None:
    """Decide as git does: what only one side changed is taken, what both changed is merged."""
    if ours == theirs:
        return None
    if ours == base:
        return Outcome(path=path, kind="removed" if theirs is None else "written", content=theirs)
    if theirs == base:
        return Outcome(path=path, kind="deleted" if ours is None else "kept", content=ours)
    if ours is None:
        return Outcome(path=path, kind="restored", content=theirs)
    if theirs is None:
        return Outcome(path=path, kind="edited and gone", content=ours)
    merged = merge(base or b"", ours, theirs, union=path in KEPT)
    return Outcome(
        path=path, kind="conflict" if merged.conflicts else "merged", content=merged.text
    )
