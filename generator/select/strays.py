"""Nodes that are referred to inside of operations which were not chosen."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from generator.load.bundle.naming import identity
from generator.load.shapes import SECTIONS, shape_at
from generator.pointers import join, split

if TYPE_CHECKING:
    from collections.abc import Mapping

STRUCTURE = re.compile(
    r"paths|webhooks|responses|requestBody|parameters|content|schema|properties|items|allOf|anyOf|"
    r"oneOf|additionalProperties|application/.*|default|\d+"
)
FORBIDDEN = re.compile(r"[^\w.-]+")


def adopt(root: dict[str, Any], strays: Mapping[str, Any], moved: dict[str, str]) -> dict[str, Any]:
    """Make strays, by their pointers, components of a document; `moved` takes where they were."""
    components = {section: dict(held) for section, held in root["components"].items()}
    references: dict[str, str] = {}
    for pointer, node in strays.items():
        section = SECTIONS.get(shape_at(pointer))
        if section is not None:
            held = components.setdefault(section, {})
            name = _name(pointer, set(map(identity, held)))
            held[name] = node
            home = join("/components", section, name)
            references[f"#{pointer}"] = f"#{home}"
            moved[home] = pointer
    adopted = {**root, "components": components}
    return dict(_redirected(adopted, references)) if references else root


def _name(pointer: str, taken: set[str]) -> str:
    """Name a stray as it would be named where it stands."""
    words = [key for key in split(pointer) if not STRUCTURE.fullmatch(key)]
    name = FORBIDDEN.sub("_", "_".join(words)).strip("_.-") or "part"
    while identity(name) in taken:
        name += "_part"
    return name


def _redirected(node: Any, references: Mapping[str, str]) -> Any:
    match node:
        case {"$ref": str(reference)} if reference in references:
            return {**node, "$ref": references[reference]}
        case dict():
            return {key: _redirected(child, references) for key, child in node.items()}
        case list():
            return [_redirected(child, references) for child in node]
    return node
