"""The consumer's Python files, which of them are copies of the client, and what imports name."""

from __future__ import annotations

import ast
import json
import os
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from generator.render.manifest import NAME

if TYPE_CHECKING:
    from collections.abc import Iterator

_SKIPPED = frozenset({"__pycache__", "build", "dist", "node_modules", "site-packages", "venv"})

Names = tuple[str, ...]


@dataclass(frozen=True, eq=False, slots=True)
class Module:
    """A file of the consumer; `names` is its dotted name from the repository's root."""

    file: str
    names: Names
    tree: ast.Module
    is_package: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Repository:
    """What there is to read, and what could not be read."""

    modules: tuple[Module, ...]
    copies: tuple[Names, ...]
    """Folders that hold the client, as the names that lead to them."""
    unreadable: tuple[tuple[str, str], ...] = ()

    def own(self, names: Names) -> Module | None:
        """Give the consumer's module of an absolute import, from whichever folder is on the path."""
        for module in self.modules:
            if names and module.names[-len(names) :] == names:
                return module
        return None

    def inside_client(self, names: Names) -> Names | None:
        """Give the module within the client that an absolute import names; None for another's."""
        for copy in self.copies:
            for size in range(len(names), 0, -1):
                if copy[-size:] == names[:size]:
                    return names[size:]
        return None


def read_repository(root: Path, client: str, usual: Names) -> Repository:
    """Read a repository; `client` is the class that its copies of the client have.

    Where it holds no copy, the client is imported under its usual name.
    """
    files: list[Path] = []
    copies: list[Names] = []
    for folder, folders, found in os.walk(root):
        here = Path(folder)
        if NAME in found and _is_copy(here / NAME, client):
            copies.append(here.relative_to(root).parts)
            folders.clear()
            continue
        folders[:] = sorted(
            name for name in folders if name not in _SKIPPED and not name.startswith(".")
        )
        files += [here / name for name in sorted(found) if name.endswith(".py")]
    read = [_read(path, root) for path in files]
    return Repository(
        modules=tuple(one for one in read if isinstance(one, Module)),
        copies=tuple(copies) or (usual,),
        unreadable=tuple(one for one in read if not isinstance(one, Module)),
    )


def _is_copy(manifest: Path, client: str) -> bool:
    try:
        content = json.loads(manifest.read_bytes())
        return bool(content["client"]["sync"] == client)
    except (OSError, ValueError, KeyError, TypeError):
        return False


def _read(path: Path, root: Path) -> Module | tuple[str, str]:
    relative = path.relative_to(root)
    name = relative.as_posix()
    try:
        tree = ast.parse(path.read_bytes(), filename=name)
    except SyntaxError as error:
        return f"{name}:{error.lineno or 1}", f"not Python ({error.msg})"
    except (OSError, ValueError, RecursionError, MemoryError) as error:
        return name, f"unreadable ({error})"
    is_package = path.name == "__init__.py"
    parts = relative.parent.parts if is_package else PurePosixPath(name).with_suffix("").parts
    return Module(name, parts, tree, is_package)


def source_of(module: Module, node: ast.ImportFrom) -> Names:
    """Give the names of the module that is imported from."""
    said = tuple(node.module.split(".")) if node.module else ()
    if not node.level:
        return said
    up = node.level - int(module.is_package)
    return (*module.names[: len(module.names) - up], *said)


def bound_imports(node: ast.Import) -> Iterator[tuple[str, Names]]:
    """Yield what `import a.b` binds, with the module that it is."""
    for alias in node.names:
        parts = tuple(alias.name.split("."))
        yield (alias.asname, parts) if alias.asname else (parts[0], parts[:1])
