"""From a document as its vendor wrote it to the one spelling that the later stages know.

The passes run in the order of `normalize`; each takes plain data and gives new plain data.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.names.lock import NameLock
from generator.names.operations import name_operations
from generator.normalize.components import Components
from generator.normalize.directions import without_one_way_demands
from generator.normalize.document import Normalized
from generator.normalize.fields import name_fields
from generator.normalize.head import head
from generator.normalize.naming import claim_components, hoist_operations, hoist_webhooks
from generator.normalize.openness import open_values, reachable, references
from generator.normalize.operation_ids import with_operation_ids
from generator.normalize.operations import References, operations
from generator.normalize.passes import (
    answered_components,
    asked_components,
    clean_operations,
    flatten_operations,
    report_operation_examples,
    secure_operations,
)
from generator.normalize.recorder import Recorder

if TYPE_CHECKING:
    from generator.load.document import Document

__all__ = ["Normalized", "locked_names", "normalize"]


def normalize(document: Document, lock: NameLock) -> Normalized:
    """Repair, simplify and name everything; what could not be kept is in the diagnostics."""
    root, recorder = document.root, Recorder(document.locate)
    links = References(root, recorder)
    paths = with_operation_ids(operations(root, links, recorder), recorder)
    components = Components(root, recorder)
    report_operation_examples(paths, components, recorder)
    paths = clean_operations(paths, recorder)
    paths, schemes = secure_operations(paths, root, links, recorder)
    paths = flatten_operations(paths, components)
    webhooks = flatten_operations(operations(root, links, recorder, "webhooks"), components)
    hoister = claim_components(components, lock, recorder)
    names = name_operations(paths, lock)
    paths = hoist_operations(paths, hoister, names)
    webhooks = hoist_webhooks(webhooks, hoister)
    received = reachable(hoister.components, answered_components(paths) | references(webhooks))
    sent = reachable(hoister.components, asked_components(paths))
    relaxed = without_one_way_demands(hoister.components, sent, received)
    opened = open_values(relaxed, received)
    return Normalized(
        root={
            **head(root, recorder),
            "paths": paths,
            "webhooks": webhooks,
            "components": {"schemas": name_fields(opened), "securitySchemes": schemes},
        },
        sources=hoister.sources,
        names=names,
        diagnostics=recorder.diagnostics,
        document=document,
    )


def locked_names(normalized: Normalized, lock: NameLock) -> NameLock:
    """Give the names to keep: those given now, and those of what an earlier document had."""
    operations = {key: name.call for key, name in normalized.names.by_operation.items()}
    schemas = {f"#{pointer}": name for name, pointer in normalized.sources.items()}
    return NameLock(
        operations={**lock.operations, **operations}, schemas={**lock.schemas, **schemas}
    )
