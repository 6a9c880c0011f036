"""Tables of TOML, read strictly: what is not understood is an error that names file, table and key."""

from __future__ import annotations

import difflib
import itertools
import os
import tomllib
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from generator.diagnostics import UsageError
from generator.load.bundle.access import is_remote
from generator.select.entries import read_entry

if TYPE_CHECKING:
    from collections.abc import Iterator

NOTHING_DONE = "nothing was generated"


def read_toml(file: Path, consequence: str = NOTHING_DONE) -> dict[str, Any]:
    """Read a file; a missing one is empty. Raises UsageError where it is no TOML."""
    try:
        return tomllib.loads(file.read_bytes().decode())
    except FileNotFoundError:
        return {}
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        fail(file, f"not valid TOML: {error}", consequence)
    except OSError as error:
        fail(file, f"unreadable ({error.strerror})", consequence)


def fail(file: Path, problem: str, consequence: str = NOTHING_DONE) -> NoReturn:
    """Refuse a file: it, what is wrong, and what follows."""
    raise UsageError(f"{file.as_posix()}  {problem}; {consequence}")


@dataclass(frozen=True, kw_only=True, slots=True)
class Table:
    """A table of the file, read key by key with the types that are expected."""

    file: Path
    folder: Path
    names: tuple[str, ...]
    values: dict[str, Any]
    consequence: str = NOTHING_DONE

    def fail(self, problem: str, consequence: str | None = None) -> NoReturn:
        """Refuse the table."""
        table = f"[{'.'.join(self.names)}] " if self.names else ""
        fail(self.file, table + problem, consequence or self.consequence)

    def check_keys(self, known: tuple[str, ...]) -> None:
        """Refuse unknown keys, and name the nearest known one."""
        for key in itertools.filterfalse(known.__contains__, self.values):
            nearest = difflib.get_close_matches(key, known, n=1, cutoff=0)[0]
            self.fail(f"has the unknown key {key!r}; the nearest known one is {nearest!r}")

    def flag(self, key: str) -> bool:
        """Read true or false; what is missing is false."""
        value = self.values.get(key, False)
        if not isinstance(value, bool):
            self.fail(f"{key} must be true or false")
        return value

    def text(self, key: str) -> str | None:
        """Read a text, if there is one."""
        value = self.values.get(key)
        if value is not None and not isinstance(value, str):
            self.fail(f"{key} must be a text")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """Read a list of texts, empty if there is none."""
        value = self.values.get(key, [])
        if not (isinstance(value, list) and all(isinstance(item, str) for item in value)):
            self.fail(f"{key} must be a list of texts")
        return tuple(value)

    def entries(self, key: str) -> tuple[str, ...]:
        """Read a list of operations to select."""
        for text in self.texts(key):
            try:
                read_entry(text)
            except UsageError as error:
                self.fail(f"{key}: {error}")
        return self.texts(key)

    def places(self, key: str) -> tuple[str, ...]:
        """Read folders, which count from the project's, and URLs."""
        return tuple(
            item if is_remote(item) else (self.folder / item).as_posix() for item in self.texts(key)
        )

    def path(self, key: str) -> Path | None:
        """Read a path, which counts from the project's folder and may not leave it."""
        value = self.text(key)
        if value is None:
            return None
        path = Path(os.path.normpath(value))
        if path.parts[:1] == ("..",):
            self.fail(
                f"{key} = {value!r} leaves the project", "write an absolute path if it is meant"
            )
        return self.folder / path

    def number(self, key: str) -> int:
        """Read a whole number; what is missing is 0."""
        value = self.values.get(key, 0)
        if isinstance(value, bool) or not isinstance(value, int):
            self.fail(f"{key} must be a whole number")
        return value

    def section(self, key: str) -> Table | None:
        """Read the one table of a key, if there is one."""
        value = self.values.get(key)
        if value is None:
            return None
        if not isinstance(value, dict):
            self.fail(f"{key} must be a table")
        return replace(self, names=(*self.names, key), values=value)

    def sections(self, key: str) -> Iterator[Table]:
        """Yield the tables within a table."""
        value = self.values.get(key, {})
        if not isinstance(value, dict):
            self.fail(f"{key} must be a table of tables")
        for name, section in value.items():
            names = (*self.names, key, name)
            if not isinstance(section, dict):
                self.fail(f"{'.'.join(names)} must be a table")
            yield replace(self, names=names, values=section)
