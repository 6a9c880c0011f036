"""Resource and method names for the operations of a document."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING, Any

from generator.names.identifiers import member_name, pascal_case
from generator.names.lock import is_call, operation_key
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
        """Give the name for a turn; when all others are taken, the first with a number.

        Where something else has the name of the resource, that is spelled in one word.
        """
        if turn < len(self.wishes):
            return self.wishes[turn]
        first = self.wishes[0]
        number, is_flat = divmod(turn - len(self.wishes), 2)
        if not is_flat:
            return OperationName(first.resource, f"{first.method}_{number + 2}")
        suffix = f"_{number + 1}" if number else ""
        return OperationName(("_".join(first.resource),), f"{first.method}{suffix}")


def name_operations(paths: Paths, lock: NameLock) -> OperationNames:
    """Name all operations, given by path and method in the normal form; locked names stay."""
    found = {
        (method, path): operation
        for path, methods in paths.items()
        for method, operation in methods.items()
    }
    locked = _locked(found, lock)
    given = _resolve(_requests(found, skipped=locked), locked, lock)
    names = {operation_key(*where): given[operation_key(*where)] for where in found}
    numbered = (key for key, name in names.items() if re.search(r"_\d+$", name.method))
    return OperationNames(by_operation=names, numbered=tuple(numbered))


def _locked(operations: Iterable[tuple[str, str]], lock: NameLock) -> dict[str, OperationName]:
    """Give the locked names; of several that cannot stand side by side, the first by its key."""
    names: dict[str, OperationName] = {}
    taken = _Taken({})
    for key in sorted(operation_key(*where) for where in operations):
        call = lock.operations.get(key)
        if call and taken.has_room(call, key):
            names[key] = _name(call)
            taken.add(call)
    return names


def _name(call: str) -> OperationName:
    *resource, method = call.split(".")
    return OperationName(tuple(resource), method)


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


class _Taken:
    """The calls that are given or kept for another operation, and the resources that they need."""

    def __init__(self, kept: Mapping[str, str]) -> None:
        self._kept = kept
        self._calls: set[str] = set()
        self._resources = {prefix for call in kept for prefix in _prefixes(call)}

    def add(self, call: str) -> None:
        """Give a call away."""
        self._calls.add(call)
        self._resources.update(_prefixes(call))

    def expect(self, resource: tuple[str, ...]) -> None:
        """Keep the name of a resource, unless it is that of a call."""
        prefixes = _prefixes(".".join((*resource, "")))
        if self._calls.isdisjoint(prefixes) and not any(map(self._kept.get, prefixes)):
            self._resources.update(prefixes)

    def has_room(self, call: str, key: str) -> bool:
        """Tell whether an operation can be called so."""
        if call in self._calls or call in self._resources or self._kept.get(call, key) != key:
            return False
        return not any(part in self._calls or part in self._kept for part in _prefixes(call))


def _prefixes(call: str) -> list[str]:
    """Give the resources that lead to a call."""
    parts = call.split(".")
    return [".".join(parts[:size]) for size in range(1, len(parts))]


def _resolve(
    requests: Sequence[_Request], locked: Mapping[str, OperationName], lock: NameLock
) -> dict[str, OperationName]:
    """Give each operation the best name that is free; all first wishes go before any second."""
    names = dict(locked)
    taken = _Taken({name: key for name, key in lock.former_names.items() if is_call(name)})
    for name in locked.values():
        taken.add(name.call)
    for request in requests:
        taken.expect(request.wishes[0].resource)
    waiting = sorted(requests, key=lambda request: request.rank)
    for turn in count():
        if not waiting:
            break
        left = []
        for request in waiting:
            wish = request.wish(turn)
            if taken.has_room(wish.call, request.key):
                names[request.key] = wish
                taken.add(wish.call)
            else:
                left.append(request)
        waiting = left
    return names
