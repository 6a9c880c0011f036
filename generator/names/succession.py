"""What became of what had a name: the lock of an earlier document, read for the present one.

What is still at its place keeps its name, and so do the parts of what moved as a whole. What is
known again by its content alone is called after its new place, and the old name is a former one.
Where several want a name, it stays with what did not change.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.names.lock import NameLock, is_call
from generator.pointers import join

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    Names = Mapping[str, str]

_PLACEHOLDER = re.compile(r"\{[^{}]*\}")
_COMPONENT = re.compile(r"#/components/schemas/[^/]*")
_INDEX = re.compile(r"(?<=/)\d+(?=/|$)")


@dataclass(frozen=True, kw_only=True, slots=True)
class Found:
    """What a document has, by the keys of the lock."""

    operations: frozenset[str]
    schemas: frozenset[str]
    contents: Names
    earlier: Mapping[str, str | None]
    """Members of unions with their places in the earlier document, where they had another or none."""

    references: Names
    """Places that refer to a component, with its key."""

    major: int


@dataclass(frozen=True, slots=True)
class _Heirs:
    """The keys of an earlier document with those of the present one.

    `keeping` has what goes on under its name, `renamed` what is called otherwise.
    """

    keeping: Names
    renamed: Names

    @property
    def moves(self) -> dict[str, str]:
        both = {**self.renamed, **self.keeping}
        return {old: new for old, new in both.items() if old != new}


def followed(lock: NameLock, found: Found) -> NameLock:
    """Give the names that hold for a document, and those that are former ones by now."""
    before = _with_returned(lock, found)
    operations = _operations(before, found)
    schemas = _schemas(before, found, dict(_moved_places(operations.moves)))
    kept = NameLock(
        operations={new: before.operations[old] for old, new in operations.keeping.items()},
        schemas=_undisputed(schemas.keeping, before, found),
        contents=found.contents,
    )
    return replace(kept, former=_former(before, kept, operations, schemas, found.major))


def _with_returned(lock: NameLock, found: Found) -> NameLock:
    """Give back their names to what was gone and is there again."""
    operations, schemas = dict(lock.operations), dict(lock.schemas)
    for name, key in sorted(lock.former_names.items()):
        if is_call(name) and key in found.operations:
            operations.setdefault(key, name)
        elif key in found.schemas:
            schemas.setdefault(key, name)
    return replace(lock, operations=operations, schemas=schemas)


def _operations(before: NameLock, found: Found) -> _Heirs:
    """Find operations again: by method and path, whatever its placeholders are called, by content."""
    keeping = {key: key for key in before.operations if key in found.operations}
    new = sorted(found.operations.difference(keeping), reverse=True)
    forms = {_PLACEHOLDER.sub("{}", key): key for key in new}
    for old in sorted(set(before.operations).difference(keeping)):
        key = forms.pop(_PLACEHOLDER.sub("{}", old), None)
        if key is not None:
            keeping[old] = key
    gone = _by_content(set(before.operations).difference(keeping), before.contents)
    rest = _by_content(found.operations.difference(keeping.values()), found.contents)
    # Only where there is no choice: to call another operation is worse than to call none.
    renamed = {
        old[0]: rest[content][0]
        for content, old in gone.items()
        if len(old) == len(rest.get(content, ())) == 1
    }
    moved = _moved(
        set(before.operations).difference(keeping, renamed),
        found.operations.difference(keeping.values(), renamed.values()),
    )
    return _Heirs(keeping, {**renamed, **moved})


def _moved(gone: AbstractSet[str], new: AbstractSet[str]) -> dict[str, str]:
    """Find operations whose path has only gained or lost its beginning, as `/api` before all else."""
    pairs = [(old, key) for old in sorted(gone) for key in sorted(new) if _ends_alike(old, key)]
    olds, news = (Counter(pair[side] for pair in pairs) for side in (0, 1))
    return {old: key for old, key in pairs if olds[old] == news[key] == 1}


def _ends_alike(old: str, new: str) -> bool:
    """Tell whether one of two keys is the other's end; a single segment tells nothing."""
    (method, _, path), (other, _, longer) = (
        _PLACEHOLDER.sub("{}", key).partition(" ") for key in sorted((old, new), key=len)
    )
    says_something = len([part for part in path.split("/") if part not in ("", "{}")]) > 1
    return method == other and says_something and longer.endswith(path)


def _schemas(before: NameLock, found: Found, moves: dict[str, str]) -> _Heirs:
    """Find schemas again: at their places, with the whole that they are parts of, by content."""
    keeping = _at_their_places(before, found)
    taken = set(keeping.values())
    same = _by_content(found.schemas, found.contents)
    renamed: dict[str, str] = {}
    for old in sorted(set(before.schemas).difference(keeping), key=_depth):
        part = _with_its_whole(old, moves)
        is_part = part in found.schemas and part not in taken
        alike = same.get(before.contents.get(old, ""), [])
        heir = part if is_part else _likest(old, alike, taken) or found.references.get(old)
        if heir is not None:
            (keeping if is_part else renamed)[old] = moves[old] = heir
            taken.add(heir)
    return _Heirs(keeping, renamed)


def _depth(key: str) -> tuple[int, str]:
    return key.count("/"), key


def _likest(old: str, alike: Sequence[str], taken: Collection[str]) -> str | None:
    """Choose what was not there before, and of that what is called most like the old one.

    A component may also have become one with another that was there: vendors tidy up.
    """
    free = [key for key in alike if key not in taken]
    others = alike if _COMPONENT.fullmatch(old) else []
    return max(free or others, key=lambda key: _likeness(old, key), default=None)


def _at_their_places(before: NameLock, found: Found) -> dict[str, str]:
    """Find schemas again where they were; within lists, which may be in another order, by content."""
    there = sorted(found.schemas.intersection(before.schemas))
    keeping = {key: key for key in there if before.contents.get(key) == found.contents.get(key)}
    free = sorted(found.schemas.difference(keeping), reverse=True)
    listed = {_in_any_order(key, found.contents): key for key in free if _INDEX.search(key)}
    for old in sorted(set(before.schemas).difference(keeping)):
        new = listed.pop(_in_any_order(old, before.contents), None)
        if new is not None:
            keeping[old] = new
    changed = [*found.earlier.items(), *((key, key) for key in there if key not in found.earlier)]
    taken = set(keeping.values())
    for new, earlier in changed:
        if earlier and earlier in before.schemas.keys() - keeping and new not in taken:
            keeping[earlier] = new
            taken.add(new)
    return keeping


def _in_any_order(key: str, contents: Names) -> tuple[str, str]:
    return _INDEX.sub("*", key), contents.get(key, key)


def _moved_places(operations: Names) -> Iterator[tuple[str, str]]:
    """Give the places of operations that moved, and of what their paths hold."""
    for old, new in operations.items():
        yield _place(old), _place(new)
        yield _place(old).rpartition("/")[0], _place(new).rpartition("/")[0]


def _place(operation: str) -> str:
    method, _, path = operation.partition(" ")
    return f"#{join('/paths', path, method.lower())}"


def _with_its_whole(old: str, moves: Names) -> str:
    """Give where a part is if it moved with the nearest whole that moved."""
    tokens = old.split("/")
    for size in range(len(tokens) - 1, 0, -1):
        whole = "/".join(tokens[:size])
        if whole in moves:
            return "/".join([moves[whole], *tokens[size:]])
    return old


def _likeness(one: str, other: str) -> tuple[bool, int, str]:
    """Measure how alike two keys are."""
    alike = _same_start(one, other) + _same_start(one[::-1], other[::-1])
    return one.count("/") == other.count("/"), alike, other


def _same_start(one: str, other: str) -> int:
    pairs = enumerate(zip(one, other, strict=False))
    different = (index for index, (letter, opposite) in pairs if letter != opposite)
    return next(different, min(len(one), len(other)))


def _undisputed(keeping: Names, before: NameLock, found: Found) -> dict[str, str]:
    """Give names by key; of several keys that shared a name and now differ, one content keeps it."""
    groups: dict[str, dict[str, list[str]]] = {}
    for old, new in sorted(keeping.items(), key=lambda pair: _change(pair, before, found)):
        contents = groups.setdefault(before.schemas[old], {})
        contents.setdefault(found.contents.get(new, ""), []).append(new)
    return {key: name for name, contents in groups.items() for key in next(iter(contents.values()))}


def _change(move: tuple[str, str], before: NameLock, found: Found) -> tuple[bool, str]:
    old, new = move
    return before.contents.get(old) != found.contents.get(new), new


def _former(
    before: NameLock, kept: NameLock, operations: _Heirs, schemas: _Heirs, major: int
) -> dict[str, dict[str, str]]:
    """Give the names that nothing has any more, by the major version in which they ended."""
    heirs = {**operations.moves, **schemas.moves}
    former = {
        group: {name: heirs.get(key, key) for name, key in names.items()}
        for group, names in before.former.items()
        if int(group) >= major
    }
    named = [(name, key) for key, name in (*before.operations.items(), *before.schemas.items())]
    ended = dict(sorted((name, heirs.get(key, key)) for name, key in named))
    former[str(major)] = {**ended, **former.get(str(major), {})}
    used = {*kept.operations.values(), *kept.schemas.values()}
    return without_names(former, used)


def without_names(
    former: Mapping[str, Mapping[str, str]], used: Iterable[str]
) -> dict[str, dict[str, str]]:
    """Leave out the names that something has, and versions without any."""
    taken = set(used)
    left = {
        group: {name: key for name, key in names.items() if name not in taken}
        for group, names in former.items()
    }
    return {group: names for group, names in left.items() if names}


def _by_content(keys: Iterable[str], contents: Names) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for key in sorted(keys):
        if key in contents:
            found.setdefault(contents[key], []).append(key)
    return found
