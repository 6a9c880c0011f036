"""`names.json`: the lock as a file that people read, merge and may edit."""

from __future__ import annotations

import json
import re
import unicodedata
from keyword import iskeyword
from typing import TYPE_CHECKING, Any

from generator.characters import escaped_json
from generator.diagnostics import ClientwrightError
from generator.names.identifiers import member_name, usable_class
from generator.names.lock import NameLock, is_call
from generator.names.reserved import CLIENT_NAMES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

VERSION = 1
_OPERATION = re.compile(r"[A-Z]+ .*", re.DOTALL)
_SCHEMA = re.compile(r"#/.*", re.DOTALL)
_MAJOR = re.compile(r"\d{1,9}")


def read_lock(path: Path, *, name: str) -> NameLock:
    """Read the names given so far; a missing file has none.

    Raises ClientwrightError where the file is not such a file.
    """
    try:
        content = json.loads(path.read_text(encoding="utf-8"), object_pairs_hook=_Object)
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
    except RecursionError as error:
        raise _unusable(name, "nested too deeply") from error
    return _from_json(content, name)


def lock_text(lock: NameLock) -> str:
    """Write the lock as the text of its file, in an order of its own."""
    content = {
        "names": VERSION,
        "operations": dict(sorted(lock.operations.items())),
        "schemas": dict(sorted(lock.schemas.items())),
        "former": {
            major: dict(sorted(lock.former[major].items()))
            for major in sorted(lock.former, key=int)
        },
        "contents": dict(sorted(lock.contents.items())),
    }
    said = {key: value for key, value in content.items() if value or key in _ALWAYS}
    return escaped_json(json.dumps(said, indent=2, ensure_ascii=False)) + "\n"


_ALWAYS = ("operations", "schemas")
_SECTIONS = ("operations", "schemas", "former", "contents")


class _Object(dict[str, Any]):
    """A JSON object that remembers which keys stood twice, as after a careless merge."""

    def __init__(self, pairs: Iterable[tuple[str, Any]]) -> None:
        super().__init__()
        self.repeated: list[str] = []
        for key, value in pairs:
            if key in self:
                self.repeated.append(key)
            self[key] = value


def _from_json(content: Any, name: str) -> NameLock:
    match content:
        case {"names": 1, **parts} if set(parts) <= set(_SECTIONS):
            return _sections(content, name)
        case {"names": 1, **parts}:
            unknown = min(map(str, set(parts) - set(_SECTIONS)))
            raise _unusable(f"{name}  /{unknown}", "an unknown key")
        case {"names": version}:
            raise _unusable(f"{name}  /names", f"version {version!r} is not {VERSION}")
        case _:
            raise _unusable(name, '`"names": 1` is missing')


def _sections(content: _Object, name: str) -> NameLock:
    _object(content, f"{name}  ")
    where = {section: f"{name}  /{section}" for section in _SECTIONS}
    given = {section: content.get(section, _Object(())) for section in _SECTIONS}
    groups = _object(given["former"], where["former"])
    return NameLock(
        operations=_names(given["operations"], where["operations"], _OPERATION, _call_problem),
        schemas=_names(given["schemas"], where["schemas"], _SCHEMA, _class_problem),
        former={
            _matching(major, _MAJOR, where["former"]): _former(group, f"{where['former']}/{major}")
            for major, group in groups.items()
        },
        contents=_texts(given["contents"], where["contents"]),
    )


def _names(
    names: Any, where: str, keys: re.Pattern[str], problem: Callable[[str], str]
) -> dict[str, str]:
    """Check names by key."""
    for key, name in _texts(names, where).items():
        _matching(key, keys, where)
        if said := problem(name):
            raise _unusable(f"{where}/{key}", f"{name!r} {said}")
    return dict(names)


def _former(names: Any, where: str) -> dict[str, str]:
    """Check keys by former name."""
    for name, key in _texts(names, where).items():
        problem, keys = (_call_problem, _OPERATION) if is_call(name) else (_class_problem, _SCHEMA)
        if said := problem(name):
            raise _unusable(f"{where}/{name}", said)
        _matching(key, keys, f"{where}/{name}")
    return dict(names)


def _texts(given: Any, where: str) -> dict[str, str]:
    for key, value in _object(given, where).items():
        if not isinstance(value, str):
            raise _unusable(f"{where}/{key}", "not a string")
    return dict(given)


def _object(given: Any, where: str) -> dict[str, Any]:
    if not isinstance(given, _Object):
        raise _unusable(where, "not an object")
    if given.repeated:
        raise _unusable(f"{where}/{given.repeated[0]}", "stands twice")
    return given


def _matching(key: str, pattern: re.Pattern[str], where: str) -> str:
    if not pattern.fullmatch(key):
        raise _unusable(f"{where}/{key}", "not a key of this part")
    return key


def _call_problem(name: str) -> str:
    """Say why operations cannot be called so: they need a resource and a method."""
    *resource, _ = parts = name.split(".")
    if not resource:
        return "names no resource"
    if not all(map(_is_public, parts)):
        return "is no name in Python"
    taken = [part for part in parts if member_name(part) != part]
    taken += [part for part in resource[:1] if part in CLIENT_NAMES]
    return f"would hide {taken[0]}" if taken else ""


def _class_problem(name: str) -> str:
    """Say why no class can be called so: its name is also that of its module's file."""
    if not _is_public(name):
        return "is no name in Python"
    return "" if usable_class(name) == name else "means something else in generated modules"


def _is_public(part: str) -> bool:
    is_plain = unicodedata.normalize("NFKC", part) == part and not part.startswith("_")
    return is_plain and part.isidentifier() and not iskeyword(part)


def _unusable(where: str, problem: str) -> ClientwrightError:
    return ClientwrightError(f"{where}  {problem}; the name lock cannot be read, nothing generated")
