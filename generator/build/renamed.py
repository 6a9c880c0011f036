"""Operations under their former names, beside the present ones."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.names.lock import is_call, operation_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.ir.client import Operation
    from generator.names.lock import NameLock

    Placed = tuple[tuple[str, ...], Operation]


def renamed_operations(built: Iterable[Placed], lock: NameLock) -> Iterator[Placed]:
    """Yield an operation for each former name of one that is there."""
    present = {operation_key(one.method, one.path): (path, one) for path, one in built}
    for call, key in sorted(lock.former_names.items()):
        if is_call(call) and key in present:
            path, operation = present[key]
            *resource, method = call.split(".")
            yield tuple(resource), replace(
                operation,
                python_name=method,
                deprecated=True,
                renamed_to=".".join((*path, operation.python_name)),
                same_as=operation.python_name if tuple(resource) == path else None,
            )
