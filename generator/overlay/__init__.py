"""Overlay: corrections of a document, each with its reason (OpenAPI Overlay 1.0 and 1.1)."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from generator.overlay.actions import Copy, Remove, Update, read_actions
from generator.overlay.apply import copy, remove, update
from generator.overlay.tree import locate_in, plant

if TYPE_CHECKING:
    from generator.load import Document

__all__ = ["apply_overlay"]


def apply_overlay(document: Document, overlay: Document) -> Document:
    """Carry out an overlay's actions in their order; the document given is left as it is."""
    root = plant(document)
    for action in read_actions(overlay):
        match action:
            case Update():
                update(root, action)
            case Copy():
                copy(root, action)
            case Remove():
                remove(root, action)
    return replace(
        document,
        root=root.value,
        locate=partial(locate_in, root.origin),
        overlay_sha256=overlay.sha256,
    )
