"""All that a document refers to, in all of its files, and which of it are components by name."""

from __future__ import annotations

from collections import Counter, deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.load.bundle.regions import Path, Refusal, Region, read_region
from generator.load.bundle.targets import Target, Use
from generator.load.shapes import DATA, SECTIONS, Shape
from generator.pointers import join

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.load.bundle.library import Library

COMPONENTS = ("components",)
SECTION_DEPTH, COMPONENT_DEPTH = 2, 3
SHAPES = {section: shape for shape, section in SECTIONS.items()}


@dataclass(frozen=True, kw_only=True, slots=True)
class Survey:
    """Every region that is used, in the order of discovery."""

    regions: dict[Use, Region] = field(default_factory=dict)
    uses: Counter[Use] = field(default_factory=Counter)
    """How often each is referred to."""

    homes: dict[Use, str] = field(default_factory=dict)
    """Pointers of the components that the document itself makes of other files."""

    names: dict[str, list[str]] = field(default_factory=dict)
    """By section, the components that the document itself has."""

    @property
    def refusals(self) -> Iterator[Refusal]:
        """List the references to what may not be read."""
        return (refusal for region in self.regions.values() for refusal in region.refusals)


def survey(library: Library) -> Survey:
    """Follow every reference from the document on, each target once."""
    found = Survey()
    start = Target(file=library.entry, pointer="", node=library.entry.root)
    waiting: deque[tuple[Target, Shape, Path | None]] = deque([(start, "document", ())])
    while waiting:
        target, shape, home = waiting.popleft()
        use = target.used_as(shape)
        if use not in found.regions:
            region = found.regions[use] = read_region(library, target, shape)
            found.uses.update(filter(None, (site.use for site in region.sites)))
            if home is not None:
                _settle(found, region, home)
            waiting.extend(_ahead(region, home))
    return found


def _ahead(region: Region, home: Path | None) -> Iterator[tuple[Target, Shape, Path | None]]:
    """List what a region refers to, and where it goes if that is the components or a section."""
    for site in region.sites:
        if isinstance(site.to, Target):
            here = () if home is None else (*home, *site.path)
            holds_components = here[:1] == COMPONENTS and len(here) <= SECTION_DEPTH
            yield site.to, site.shape, here if holds_components else None


def _settle(found: Survey, region: Region, home: Path) -> None:
    """Remember which of the document's own components stand in other files."""
    for section, keys, pointer in _sections(region.target, home):
        shape = SHAPES.get(section, DATA)
        found.names.setdefault(section, []).extend(keys)
        for key in keys:
            use = (region.target.file.location, join(pointer, key), shape)
            found.homes.setdefault(use, join("/components", section, key))
    for site in region.sites:
        here = (*home, *site.path)
        is_component = here[:1] == COMPONENTS and len(here) == COMPONENT_DEPTH
        if site.use and site.alone and is_component:
            found.homes.setdefault(site.use, join("", *here))


def _sections(target: Target, home: Path) -> Iterator[tuple[str, list[str], str]]:
    """List the sections of the components that a region holds: name, keys and pointer."""
    node, pointer = target.node, target.pointer
    if not home and isinstance(node, dict):
        node, pointer, home = node.get("components"), join(pointer, "components"), COMPONENTS
    if not isinstance(node, dict):
        return
    sections = {str(home[1]): node} if len(home) == SECTION_DEPTH else node
    for section, held in sections.items():
        if isinstance(held, dict):
            where = pointer if held is node else join(pointer, section)
            yield section, [key for key in held if key != "$ref"], where
