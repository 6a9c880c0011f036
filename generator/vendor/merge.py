"""Merge two sets of edits of one text, line by line, as `git merge-file` does."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import takewhile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

Lines = list[bytes]
_OPEN, _MIDDLE, _CLOSE = b"<<<<<<< edited here\n", b"=======\n", b">>>>>>> new version\n"


@dataclass(frozen=True, kw_only=True, slots=True)
class Merged:
    """A merged text, and how many conflicts are marked in it."""

    text: bytes
    conflicts: int


@dataclass(frozen=True, slots=True)
class _Chunk:
    """Lines of all three texts, between lines that all three share."""

    base: Lines
    ours: Lines
    theirs: Lines


def merge(base: bytes, ours: bytes, theirs: bytes, *, union: bool = False) -> Merged:
    """Return both edits of the base; where they touch, both are kept between conflict marks.

    With `union` both are kept without marks, theirs first: for lists of entries, newest on top.
    """
    lines: Lines = []
    conflicts = 0
    for chunk in _chunks(*(text.splitlines(keepends=True) for text in (base, ours, theirs))):
        agreed = _agreed(chunk)
        if agreed is not None:
            lines += agreed
        elif union:
            lines += [*map(_ended, chunk.theirs), *chunk.ours]
        else:
            lines += _marked(chunk)
            conflicts += 1
    return Merged(text=b"".join(lines), conflicts=conflicts)


def has_marks(text: bytes) -> bool:
    """Tell whether a conflict waits in a text for somebody to resolve it."""
    lines = text.splitlines(keepends=True)
    return _OPEN in lines or _CLOSE in lines


def _chunks(base: Lines, ours: Lines, theirs: Lines) -> Iterator[_Chunk]:
    """Yield the texts in pieces: what all three share, and what lies between."""
    at = our = their = 0
    for start, in_ours, in_theirs, size in _shared(base, ours, theirs):
        yield _Chunk(base[at:start], ours[our:in_ours], theirs[their:in_theirs])
        kept = base[start : start + size]
        yield _Chunk(kept, kept, kept)
        at, our, their = start + size, in_ours + size, in_theirs + size
    yield _Chunk(base[at:], ours[our:], theirs[their:])


def _shared(base: Lines, ours: Lines, theirs: Lines) -> Iterator[tuple[int, int, int, int]]:
    """Yield where all three texts have the same lines: three positions and a length."""
    in_ours, in_theirs = _positions(base, ours), _positions(base, theirs)
    start = 0
    while start < len(base):
        size = 0
        our, their = in_ours.get(start, 0), in_theirs.get(start, 0)
        while (
            in_ours.get(start + size) == our + size and in_theirs.get(start + size) == their + size
        ):
            size += 1
        if size:
            yield start, our, their, size
        start += size or 1


def _positions(base: Lines, other: Lines) -> dict[int, int]:
    """Return for lines of the base which line of the other text they became."""
    head = len([*takewhile(lambda pair: pair[0] == pair[1], zip(base, other, strict=False))])
    rest, moved = base[head:], other[head:]
    blocks = SequenceMatcher(None, rest, moved, autojunk=False).get_matching_blocks()
    return {line: line for line in range(head)} | {
        head + block.a + step: head + block.b + step
        for block in blocks
        for step in range(block.size)
    }


def _agreed(chunk: _Chunk) -> Lines | None:
    """Return the lines that one side alone changed, or both alike."""
    if chunk.ours in (chunk.base, chunk.theirs):
        return chunk.theirs
    return chunk.ours if chunk.theirs == chunk.base else None


def _marked(chunk: _Chunk) -> Iterator[bytes]:
    """Yield a conflict; lines with which both sides begin or end are none."""
    ours, theirs = chunk.ours, chunk.theirs
    head = _common(ours, theirs)
    tail = _common(ours[head:][::-1], theirs[head:][::-1])
    yield from ours[:head]
    yield _OPEN
    yield from map(_ended, ours[head : len(ours) - tail])
    yield _MIDDLE
    yield from map(_ended, theirs[head : len(theirs) - tail])
    yield _CLOSE
    yield from ours[len(ours) - tail :]


def _common(one: Lines, other: Lines) -> int:
    pairs = zip(one, other, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _ended(line: bytes) -> bytes:
    return line if line.endswith(b"\n") else line + b"\n"
