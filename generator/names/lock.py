"""`names.json`: the public names given so far, so that a later document cannot change them."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from keyword import iskeyword
from typing import TYPE_CHECKING, Any

from generator.characters import escaped_json
from generator.diagnostics import ClientwrightError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

VERSION = 1
_KEYS = ("operations", "schemas")


@dataclass(frozen=True, kw_only=True, slots=True)
class NameLock:
    """Names by what they were given to.

    `operations` maps `POST /reporting/insight/{id}/run` to `insight.run`,
    `schemas` maps `#/components/schemas/InsightRunDTO` to `InsightRunDTO`.
    """

    operations: Mapping[str, str] = field(default_factory=dict)
    schemas: Mapping[str, str] = field(default_factory=dict)

    def schema_name(self, pointer: str) -> str | None:
        """Give the class name locked for the schema at a JSON pointer."""
        return self.schemas.get(f"#{pointer}")

    def operation_name(self, method: str, path: str) -> str | None:
        """Give the call locked for an operation: `insight.run`."""
        return self.operations.get(operation_key(method, path))


def operation_key(method: str, path: str) -> str:
    """Name an operation as the lock does."""
    return f"{method.upper()} {path}"


def read_lock(path: Path, *, name: str) -> NameLock:
    """Read the names given so far; a missing file has none.

    Raises ClientwrightError where the file is not such a file.
    """
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return NameLock()
    except OSError as error:
        raise _unusable(name, f"unreadable ({error.strerror})") from error
    except json.JSONDecodeError as error:
        raise _unusable(
            f"{name}:{error.lineno}:{error.colno}", f"not JSON ({error.msg})"
        ) from error
    except UnicodeDecodeError as error:
        raise _unusable(name, "not UTF-8") from error
    return _from_json(content, name)


def lock_text(lock: NameLock) -> str:
    """Write the lock as the text of its file, in an order of its own."""
    content = {
        "names": VERSION,
        "operations": dict(sorted(lock.operations.items())),
        "schemas": dict(sorted(lock.schemas.items())),
    }
    return escaped_json(json.dumps(content, indent=2, ensure_ascii=False)) + "\n"


def _from_json(content: Any, name: str) -> NameLock:
    match content:
        case {"names": 1, **parts} if set(parts) <= set(_KEYS):
            names = {key: _strings(parts.get(key, {}), f"{name}  /{key}") for key in _KEYS}
            return NameLock(operations=names["operations"], schemas=names["schemas"])
        case {"names": 1, **parts}:
            unknown = min(map(str, set(parts) - set(_KEYS)))
            raise _unusable(f"{name}  /{unknown}", "an unknown key")
        case {"names": version}:
            raise _unusable(f"{name}  /names", f"version {version!r} is not {VERSION}")
        case _:
            raise _unusable(name, '`"names": 1` is missing')


def _strings(names: Any, where: str) -> dict[str, str]:
    if not isinstance(names, dict):
        raise _unusable(where, "not an object")
    for key, name in names.items():
        if not isinstance(name, str):
            raise _unusable(f"{where}/{key}", "not a string")
        if not all(part.isidentifier() and not iskeyword(part) for part in name.split(".")):
            raise _unusable(f"{where}/{key}", f"{name!r} is no name in Python")
    return names


def _unusable(where: str, problem: str) -> ClientwrightError:
    return ClientwrightError(f"{where}  {problem}; the name lock cannot be read, nothing generated")
