"""The public names given so far, so that a later document cannot change them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_NUMBER = re.compile(r"\d{1,9}")


@dataclass(frozen=True, kw_only=True, slots=True)
class NameLock:
    """Names by what they were given to.

    `operations` maps `POST /reporting/insight/{id}/run` to `insight.run`, `schemas` maps
    `#/components/schemas/InsightRunDTO` to `InsightRunDTO`. `contents` has a digest of what stands
    at such a key, by which it is known again at another place.
    """

    operations: Mapping[str, str] = field(default_factory=dict)
    schemas: Mapping[str, str] = field(default_factory=dict)
    former: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Names that were given before, with the key of what has another one now or is gone.

    They are grouped by the major version of the document in which they ended.
    """

    contents: Mapping[str, str] = field(default_factory=dict)

    def schema_name(self, pointer: str) -> str | None:
        """Give the class name locked for the schema at a JSON pointer."""
        return self.schemas.get(schema_key(pointer))

    def operation_name(self, method: str, path: str) -> str | None:
        """Give the call locked for an operation: `insight.run`."""
        return self.operations.get(operation_key(method, path))

    @property
    def former_names(self) -> dict[str, str]:
        """Give every former name with the key that it belongs to."""
        return {name: key for names in self.former.values() for name, key in names.items()}

    def owners(self) -> dict[str, set[str]]:
        """Give every locked name, without regard to case, with the keys that may have it."""
        found: dict[str, set[str]] = {}
        named = [(name, key) for key, name in (*self.operations.items(), *self.schemas.items())]
        for name, key in (*named, *self.former_names.items()):
            found.setdefault(name.casefold(), set()).add(key)
        return found


def operation_key(method: str, path: str) -> str:
    """Name an operation as the lock does."""
    return f"{method.upper()} {path}"


def schema_key(pointer: str) -> str:
    """Name the schema at a JSON pointer as the lock does."""
    return f"#{pointer}"


def is_call(name: str) -> bool:
    """Tell whether a locked name is an operation's and not a schema's."""
    return "." in name


def major_version(version: object) -> int:
    """Read the first number of a document's version; 0 where there is none."""
    found = _NUMBER.search(str(version))
    return int(found[0]) if found else 0
