"""Configuration: `clientwright.toml`, or `[tool.clientwright]` in `pyproject.toml`."""

from __future__ import annotations

import itertools
import keyword
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.corrections import read_correction
from generator.tables import Table, fail, read_toml

if TYPE_CHECKING:
    from generator.corrections import Correction

OWN_FILE = "clientwright.toml"
SHARED_FILE = "pyproject.toml"
SHARED_TABLE = ("tool", "clientwright")
KEYS = ("clients", "output", "specs")
CLIENT_KEYS = (
    *("allow", "exclude", "include", "lift", "operations", "output", "overlay", "spec", "title"),
)


@dataclass(frozen=True, kw_only=True, slots=True)
class ClientConfig:
    """One client: what it is made from, and where it goes."""

    name: str
    title: str | None
    """As in `PostHog`, which gives `PostHogClient`; None leaves it to the document."""

    spec: Path
    overlay: Path | None
    names: Path
    lift: tuple[str, ...]
    """Parameters that are the client's arguments instead of each operation's."""

    output: Path
    allow: tuple[str, ...] = ()
    """Folders and URLs beside the document's own folder that may be read for its references."""

    include: tuple[str, ...] = ()
    """Operations to generate, all unless some are named: `tag:insights`, `path:/v1/*`."""

    exclude: tuple[str, ...] = ()
    """Operations to leave out."""

    operations: tuple[Correction, ...] = ()
    """What the document lacks about single operations, or has wrong."""

    @property
    def apart_names(self) -> Path | None:
        """The name lock, unless it is one of the output's files."""
        return None if self.names.parent == self.output else self.names

    def own_names(self, names: bytes) -> dict[str, bytes]:
        """Give the name lock as a file of the output, where there is no other place for it."""
        return {} if self.apart_names else {self.names.name: names}

    @property
    def memory(self) -> Path:
        """What the formatter remembers of the last run; it may be deleted at any time."""
        return Path(".cache", "clientwright", f"{self.name}.json")


@dataclass(frozen=True, kw_only=True, slots=True)
class Config:
    """A project's clients, in the order of the file."""

    file: Path
    specs: Path
    clients: tuple[ClientConfig, ...]


def read_config(folder: Path = Path()) -> Config:
    """Read the configuration of the project in a folder; no other folder is searched.

    Raises UsageError where there is none, and for whatever in it is not understood.
    """
    table = _find_table(folder)
    table.check_keys(KEYS)
    specs = table.path("specs") or folder / "specs"
    output = table.path("output") or folder / "generated"
    clients = tuple(_read_client(section, specs, output) for section in table.sections("clients"))
    if not clients:
        table.fail("no client is configured", f"add [{'.'.join((*table.names, 'clients.NAME'))}]")
    _check_outputs(table, clients)
    return Config(file=table.file, specs=specs, clients=clients)


def _read_client(table: Table, specs: Path, output: Path) -> ClientConfig:
    name = table.names[-1]
    if not name.isidentifier() or keyword.iskeyword(name):
        table.fail(f"has the name {name!r}, which no Python package can have")
    table.check_keys(CLIENT_KEYS)
    usual_overlay = specs / name / "overlay.yaml"
    return ClientConfig(
        name=name,
        title=table.text("title"),
        spec=table.path("spec") or specs / name / "openapi.yaml",
        overlay=table.path("overlay") or (usual_overlay if usual_overlay.exists() else None),
        names=specs / name / "names.json",
        lift=table.texts("lift"),
        output=table.path("output") or output / name,
        allow=table.places("allow"),
        include=table.entries("include"),
        exclude=table.entries("exclude"),
        operations=tuple(map(read_correction, table.sections("operations"))),
    )


def _check_outputs(table: Table, clients: tuple[ClientConfig, ...]) -> None:
    for one, other in itertools.permutations(clients, 2):
        if one.output == other.output or one.output in other.output.parents:
            problem = f"writes {one.name} and {other.name} into one folder, {one.output.as_posix()}"
            table.fail(problem, "each would remove the other's files")


def _find_table(folder: Path) -> Table:
    own, shared = folder / OWN_FILE, folder / SHARED_FILE
    shared_table = _shared_table(shared)
    if own.exists() and shared_table:
        fail(own, f"a second configuration beside {SHARED_FILE}", "keep one of them")
    if own.exists():
        return Table(file=own, folder=folder, names=(), values=read_toml(own))
    if not shared_table:
        fail(
            shared,
            "no configuration in this folder",
            "add [tool.clientwright.clients.NAME], or say --spec FILE --output DIR",
        )
    return Table(file=shared, folder=folder, names=SHARED_TABLE, values=shared_table)


def _shared_table(file: Path) -> dict[str, Any]:
    table = read_toml(file)
    for name in SHARED_TABLE:
        table = table.get(name, {})
        if not isinstance(table, dict):
            fail(file, f"{name} must be a table")
    return table
