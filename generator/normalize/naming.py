"""Final component names: the document's own first, then those of what stands inline."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from generator.names.components import component_names
from generator.names.identifiers import class_name, pascal_case
from generator.names.operations import OperationNames, name_operations
from generator.normalize.discriminators import narrow_members
from generator.normalize.hoist import Hoister
from generator.normalize.part_names import PartName
from generator.normalize.positions import Position, change_schemas, schemas_in

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.normalize.components import Components
    from generator.normalize.document import Schema
    from generator.normalize.locked_parts import LockedParts
    from generator.normalize.operations import Paths
    from generator.normalize.positions import Change
    from generator.normalize.recorder import Recorder


@dataclass(frozen=True, kw_only=True, slots=True)
class Named:
    """Operations and webhooks with final names, and the hoister that has all components."""

    hoister: Hoister
    names: OperationNames
    paths: Paths
    webhooks: Paths


def name_everything(
    components: Components,
    paths: Paths,
    webhooks: Paths,
    locked: LockedParts,
    recorder: Recorder,
) -> Named:
    """Name components, operations, and what stands inline in both."""
    inline = [*schemas_in(paths), *schemas_in(webhooks)]
    hoister = claim_components(components, inline, locked, recorder)
    names = name_operations(paths, locked.lock)
    return Named(
        hoister=hoister,
        names=names,
        paths=hoist_operations(paths, hoister, names),
        webhooks=hoist_webhooks(webhooks, hoister),
    )


def claim_components(
    components: Components, inline: Iterable[Schema], locked: LockedParts, recorder: Recorder
) -> Hoister:
    """Give the document's components their names; one that differs from its key is reported.

    `inline` are the schemas of operations, whose unions tell of components, too.
    """
    lock = locked.lock
    flat = narrow_members(components.all_flat(), inline)
    names = component_names({key: components.sources[key] for key in flat}, lock)
    _report_twins(flat, components, recorder)
    hoister = Hoister(locked, names, recorder)
    for key, name in names.items():
        if name != (lock.schema_name(components.sources[key]) or class_name(key)):
            _report(key, name, components.sources[key], recorder)
        hoister.claim(name, components.sources[key])
    for key, schema in flat.items():
        hoister.fill(names[key], schema)
    return hoister


def _report_twins(keys: Iterable[str], components: Components, recorder: Recorder) -> None:
    """Report component names that differ only in case: files of some systems could not."""
    seen: dict[str, str] = {}
    for key in keys:
        twin = seen.setdefault(key.casefold(), key)
        if twin != key:
            recorder.repair(
                components.sources[key],
                "names-differ-in-case",
                f"the name differs from {twin} only in case",
                "one of them gets another class name",
            )


def _report(key: str, name: str, pointer: str, recorder: Recorder) -> None:
    problem = f"the class name of {key} is taken"
    recorder.note(pointer, "component-name", problem, f"called {name}")


def hoist_operations(paths: Paths, hoister: Hoister, names: OperationNames) -> Paths:
    """Name what stands inline in operations."""
    place = _placing(hoister)
    return {
        path: {
            method: change_schemas(one, names.of(method, path).class_prefix, place)
            for method, one in methods.items()
        }
        for path, methods in paths.items()
    }


def hoist_webhooks(webhooks: Paths, hoister: Hoister) -> Paths:
    """Name the payloads of webhooks."""
    place = _placing(hoister)
    return {
        name: {
            method: change_schemas(one, pascal_case(name), place, is_webhook=True)
            for method, one in methods.items()
        }
        for name, methods in webhooks.items()
    }


def _placing(hoister: Hoister) -> Change:
    def place(schema: Any, position: Position) -> Schema:
        placed = hoister.named if position.is_body else hoister.place
        placed = hoister.answer if position.is_answer else placed
        return placed(schema, PartName(position.name), position.pointer)

    return place
