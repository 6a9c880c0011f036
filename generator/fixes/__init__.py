"""Fixes: the repairs of a document as an OpenAPI Overlay 1.0 that its vendor could apply."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import yaml

from generator.characters import INVISIBLE
from generator.fixes.actions import carry_out
from generator.fixes.choice import independent
from generator.names.lock import NameLock
from generator.normalize import normalize

if TYPE_CHECKING:
    from generator.diagnostics import Diagnostic
    from generator.fixes.actions import Action
    from generator.load import Document

__all__ = ["FixOverlay", "fix_overlay"]

MOST_ROUNDS = 20


@dataclass(frozen=True, kw_only=True, slots=True)
class FixOverlay:
    """An overlay document, without actions where no repair can be expressed; and what is left."""

    actions: tuple[Action, ...]
    text: str
    left: tuple[Diagnostic, ...]
    """Repairs of the document after the overlay."""


def fix_overlay(document: Document) -> FixOverlay:
    """Write the repairs of a document as an overlay; it is made in rounds, until none is left to fix.

    A fix may uncover another one, or stand in the way of another, which then waits for its round.
    """
    actions: list[Action] = []
    seen: set[tuple[str, str, str | None]] = set()
    left = _repairs(document)
    for _ in range(MOST_ROUNDS):
        fresh = [found for found in independent(left, document.root) if _key(found) not in seen]
        if not fresh:
            break
        seen.update(map(_key, fresh))
        root, made = carry_out(fresh, document.root)
        actions += made
        document = replace(document, root=root)
        left = _repairs(document)
    return FixOverlay(actions=tuple(actions), text=_text(document.root, actions), left=left)


def _repairs(document: Document) -> tuple[Diagnostic, ...]:
    found = normalize(document, NameLock()).diagnostics
    return tuple(diagnostic for diagnostic in found if diagnostic.kind == "repair")


def _key(repair: Diagnostic) -> tuple[str, str, str | None]:
    return str(repair.place), repair.problem, repair.rule


def _text(root: dict[str, Any], actions: list[Action]) -> str:
    title = root["info"]["title"] if isinstance(root.get("info"), dict) else "API"
    overlay = {
        "overlay": "1.0.0",
        "info": {"title": f"Corrections of {title}", "version": "1.0.0"},
        "actions": actions,
    }
    return yaml.dump(overlay, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=100)


class _Dumper(yaml.SafeDumper):
    """Writes what stands twice twice: an anchor says nothing to a reader."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002 - the signature is PyYAML's
        return True


def _text_of(dumper: _Dumper, text: str) -> yaml.Node:
    """Write text in quotes and with escapes where a reader of YAML may see a line end or nothing."""
    style = '"' if INVISIBLE.search(text.replace("\n", "")) else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _text_of)
