"""From a document as its vendor wrote it to the one spelling that the later stages know.

The passes run in the order of `normalize`; each takes plain data and gives new plain data.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.names.lock import NameLock
from generator.names.succession import followed
from generator.normalize.components import Components
from generator.normalize.directions import without_one_way_demands
from generator.normalize.document import Normalized
from generator.normalize.fields import name_fields
from generator.normalize.head import head
from generator.normalize.locked_parts import LockedParts
from generator.normalize.locking import found_in, lock_of
from generator.normalize.naming import name_everything
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

__all__ = ["Normalized", "normalize"]


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
    webhooks = clean_operations(operations(root, links, recorder, "webhooks"), recorder)
    webhooks = flatten_operations(webhooks, components)
    if lock != NameLock():
        parts = LockedParts(lock, settled=False)
        first = name_everything(components, paths, webhooks, parts, Recorder(document.locate))
        lock = followed(lock, found_in(first, root))
    parts = LockedParts(lock, settled=True)
    named = name_everything(components, paths, webhooks, parts, recorder)
    hoister, paths, webhooks = named.hoister, named.paths, named.webhooks
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
        places=hoister.places,
        names=named.names,
        lock=lock_of(named, lock),
        diagnostics=recorder.diagnostics,
        document=document,
    )
