"""What of a document the name lock keeps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.names.lock import NameLock, major_version, schema_key
from generator.names.succession import Found, without_names
from generator.normalize.contents import operation_contents, schema_contents
from generator.normalize.document import mapping_at

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.normalize.hoist import Hoister
    from generator.normalize.naming import Named


def found_in(named: Named, root: Mapping[str, Any]) -> Found:
    """Describe a document whose parts were named without regard to what moved."""
    hoister = named.hoister
    return Found(
        operations=frozenset(named.names.by_operation),
        schemas=frozenset(map(schema_key, hoister.places)),
        contents=_contents(named),
        earlier=dict(_earlier(hoister)),
        references={
            schema_key(pointer): schema_key(hoister.sources[name])
            for pointer, name in hoister.references().items()
        },
        major=major_version(mapping_at(root, "info").get("version")),
    )


def _earlier(hoister: Hoister) -> Iterator[tuple[str, str | None]]:
    """Give the places that members of unions had when names were given, where they had another."""
    for pointer in hoister.places:
        earlier = hoister.locked.earlier(pointer)
        if earlier != pointer:
            yield schema_key(pointer), None if earlier is None else schema_key(earlier)


def lock_of(named: Named, lock: NameLock) -> NameLock:
    """Give the names to keep, when all are given."""
    operations = {key: name.call for key, name in named.names.by_operation.items()}
    schemas = {schema_key(pointer): name for pointer, name in named.hoister.places.items()}
    return NameLock(
        operations=operations,
        schemas=schemas,
        former=without_names(lock.former, (*operations.values(), *schemas.values())),
        contents=_contents(named),
    )


def _contents(named: Named) -> dict[str, str]:
    components = named.hoister.components
    digests = schema_contents(components)
    schemas = {
        schema_key(pointer): digests[name]
        for pointer, name in named.hoister.places.items()
        if name in digests
    }
    return {**operation_contents(named.paths, components), **schemas}
