"""One document out of many files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.load.bundle.naming import component_name, identity
from generator.load.bundle.targets import Target
from generator.load.places import Origin
from generator.load.shapes import SECTIONS
from generator.load.source import fail_file
from generator.pointers import join

if TYPE_CHECKING:
    from generator.load.bundle.library import Library
    from generator.load.bundle.regions import Path, Region, Site
    from generator.load.bundle.survey import Survey
    from generator.load.bundle.targets import Use

MOST_NODES = 2_000_000
Chain = tuple["Use", ...]


class Assembly:
    """Puts regions in the places of references; `origins` tells where each was written."""

    def __init__(self, library: Library, survey: Survey) -> None:
        self.origins: dict[str, Origin] = {}
        self._library = library
        self._survey = survey
        self._pointers = {**_component_pointers(library, survey), **survey.homes}
        self._nodes = 0

    def document(self) -> dict[str, Any]:
        """Put the whole document together."""
        start = Target(file=self._library.entry, pointer="", node=self._library.entry.root)
        root: dict[str, Any] = self._place(start.used_as("document"), "", ())
        for use, pointer in self._pointers.items():
            if pointer not in self.origins and use not in self._survey.homes:
                _, section, name = pointer[1:].split("/")
                components = root.setdefault("components", {})
                components.setdefault(section, {})[name] = self._place(use, pointer, ())
        return root

    def _place(self, use: Use, pointer: str, chain: Chain) -> Any:
        """Copy a region to a pointer of the joined document, references resolved."""
        region = self._survey.regions[use]
        self._count(region)
        self.origins[pointer] = Origin(region.target.file.locate, region.target.pointer)
        top = [_clone(region.target.node)]
        for site in region.sites:
            holder, key = _holder(top, site.path)
            if holder is None:
                continue
            if site.key == "$ref":
                holder[key] = self._resolved(region, site, holder[key], pointer, (*chain, use))
            else:
                holder[key][site.key] = self._text(site)
        return top[0]

    def _text(self, site: Site) -> str:
        if site.use is None:
            return str(site.to)
        return f"#{self._pointers[site.use]}"

    def _resolved(
        self, region: Region, site: Site, node: dict[str, Any], pointer: str, chain: Chain
    ) -> Any:
        """Give a reference's node as it stands in the joined document."""
        use, here = site.use, join(pointer, *site.path)
        if use is None or self._pointers.get(use, here) != here:
            return {**node, "$ref": self._text(site)}
        if use in chain:
            return {**node, "$ref": f"{self._library.shown(use[0])}#{use[1]}"}
        value = self._place(use, here, chain)
        beside = {key: child for key, child in node.items() if key != "$ref"}
        if not isinstance(value, dict):
            return value
        above = region.target
        for key in beside:
            origin = join(above.pointer, *site.path, key)
            self.origins[join(here, key)] = Origin(above.file.locate, origin)
        return {**value, **beside}

    def _count(self, region: Region) -> None:
        self._nodes += region.size
        if self._nodes > MOST_NODES:
            fail_file(
                self._library.entry.name, f"its files, joined, have more than {MOST_NODES:,} nodes"
            )


def _component_pointers(library: Library, survey: Survey) -> dict[Use, str]:
    """Choose which regions become components, and under which names."""
    taken = {section: set(map(identity, names)) for section, names in survey.names.items()}
    pointers: dict[Use, str] = {}
    for use in survey.regions:
        location, pointer, shape = use
        is_shared = shape == "schema" or (shape in SECTIONS and survey.uses[use] > 1)
        if not is_shared or shape == "path item" or use in survey.homes:
            continue
        section = SECTIONS[shape]
        used = taken.setdefault(section, set())
        name = component_name(library.relative(location), pointer, section, used)
        used.add(identity(name))
        pointers[use] = join("/components", section, name)
    return pointers


def _holder(top: list[Any], path: Path) -> tuple[Any, Any]:
    """Find the container of a node that is to be replaced; None where it is no longer there."""
    holder: Any = top
    key: Any = 0
    for part in path:
        holder, key = holder[key], part
        if not isinstance(holder, dict | list) or (isinstance(holder, dict) and key not in holder):
            return None, key
    return holder, key


def _clone(node: Any) -> Any:
    match node:
        case dict():
            return {key: _clone(child) for key, child in node.items()}
        case list():
            return [_clone(child) for child in node]
    return node
