"""Resource and method names for the operations of a document."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING, Any

from generator.names.identifiers import member_name, pascal_case
from generator.names.lock import operation_key
from generator.names.operation_ids import is_path_in_disguise
from generator.names.paths import path_tree
from generator.names.wishes import wishes

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from generator.names.lock import NameLock

    Paths = Mapping[str, Mapping[str, Mapping[str, Any]]]


@dataclass(frozen=True, slots=True)
class OperationName:
    """`insights.sharing.list` as resource ("insights", "sharing") and method `list`."""

    resource: tuple[str, ...]
    method: str

    @property
    def call(self) -> str:
        """Give the attributes that lead from the client to the method."""
        return ".".join((*self.resource, self.method))

    @property
    def class_prefix(self) -> str:
        """Give what the names of the operation's own bodies start with."""
        return "".join(pascal_case(part) for part in (*self.resource, self.method))


@dataclass(frozen=True, kw_only=True, slots=True)
class OperationNames:
    """The names by operation (`POST /items`), and which operations only a number tells apart."""

    by_operation: Mapping[str, OperationName]
    numbered: tuple[str, ...]

    def of(self, method: str, path: str) -> OperationName:
        """Give the name of an operation."""
        return self.by_operation[operation_key(method, path)]


@dataclass(frozen=True, kw_only=True, slots=True)
class _Request:
    """An operation that needs a name, with those it would like, best first."""

    key: str
    wishes: tuple[OperationName, ...]
    rank: tuple[int, ...]
    """Who goes first where several wish the same."""

    def wish(self, turn: int) -> OperationName:
        """Give the name for a turn; when all others are taken, the first with a number."""
        if turn < len(self.wishes):
            return self.wishes[turn]
        first = self.wishes[0]
        return OperationName(first.resource, f"{first.method}_{turn - len(self.wishes) + 2}")


def name_operations(paths: Paths, lock: NameLock) -> OperationNames:
    """Name all operations, given by path and method in the normal form; locked names stay."""
    found = {
        (method, path): operation
        for path, methods in paths.items()
        for method, operation in methods.items()
    }
    locked = _locked(found, lock)
    given = _resolve(_requests(found, skipped=locked), locked)
    names = {operation_key(*where): given[operation_key(*where)] for where in found}
    numbered = (key for key, name in names.items() if re.search(r"_\d+$", name.method))
    return OperationNames(by_operation=names, numbered=tuple(numbered))


def _locked(operations: Iterable[tuple[str, str]], lock: NameLock) -> dict[str, OperationName]:
    names: dict[str, OperationName] = {}
    for method, path in operations:
        *resource, last = (lock.operation_name(method, path) or "").split(".")
        name = OperationName(tuple(resource), last)
        if resource and name not in names.values():
            names[operation_key(method, path)] = name
    return names


def _requests(
    operations: Mapping[tuple[str, str], Mapping[str, Any]], *, skipped: Iterable[str]
) -> list[_Request]:
    tree = path_tree(operations)
    silent = _silent_ids(operations)
    return [
        _Request(
            key=operation_key(method, path),
            wishes=tuple(
                OperationName((*found.resource, *map(member_name, below)), member_name(name))
                for below, name in found.names
            ),
            rank=(*found.rank, index),
        )
        for index, ((method, path), operation) in enumerate(operations.items())
        if operation_key(method, path) not in skipped
        for is_silent in [operation["operationId"] in silent]
        for found in [wishes(method, path, operation, tree, is_silent=is_silent)]
    ]


def _silent_ids(operations: Mapping[tuple[str, str], Mapping[str, Any]]) -> set[str]:
    """Give the operation ids that say no more than method and path.

    Where few do, as with `getUser` for `/user`, they are names that people chose.
    """
    ids = {where: operation["operationId"] for where, operation in operations.items()}
    made = {name for (method, path), name in ids.items() if name == f"{method} {path}"}
    declared = {where: name for where, name in ids.items() if name not in made}
    repeating = {
        name for (method, path), name in declared.items() if is_path_in_disguise(name, method, path)
    }
    return made | repeating if 2 * len(repeating) > len(declared) else made


def _resolve(
    requests: Sequence[_Request], locked: Mapping[str, OperationName]
) -> dict[str, OperationName]:
    """Give each operation the best name that is free; all first wishes go before any second."""
    names = dict(locked)
    wanted = [*locked.values(), *(request.wishes[0] for request in requests)]
    resources = {
        ".".join(name.resource[:size]) for name in wanted for size in range(len(name.resource) + 1)
    }
    taken = {name.call for name in locked.values()} | resources
    waiting = sorted(requests, key=lambda request: request.rank)
    for turn in count():
        if not waiting:
            break
        left = []
        for request in waiting:
            wish = request.wish(turn)
            if wish.call in taken:
                left.append(request)
            else:
                names[request.key] = wish
                taken.add(wish.call)
        waiting = left
    return names
