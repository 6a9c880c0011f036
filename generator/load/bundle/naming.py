"""Names of components that have none: from their file, or from the last key of the reference."""

from __future__ import annotations

import re
from itertools import accumulate
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from generator.pointers import split

if TYPE_CHECKING:
    from collections.abc import Iterator

WITHIN = re.compile(
    r"properties|patternProperties|items|prefixItems|allOf|anyOf|oneOf|additionalProperties|"
    r"content|schema|headers|not|\d+"
)
"""Keys of an object's inside, where the object's own name tells more than the last key."""

CONTAINERS = re.compile(
    r"components|schemas|definitions|\$defs|parameters|responses|requestBodies|index|properties|"
    r"allOf|anyOf|oneOf|content|\d+"
)
"""Keys and files that name nothing."""

SILENT = re.compile(rf"{CONTAINERS.pattern}|\.\.?|models?|paths|resources|shared|common")
"""Keys and folders that tell nothing of what is in them."""

SCHEMA_KEY = re.compile(r"(?:/components/schemas|/definitions|/\$defs)/[^/]+$")
SEPARATORS = re.compile(r"[\W_]+")
FORBIDDEN = re.compile(r"[^\w.-]+")


def component_name(path: str, pointer: str, section: str, taken: set[str]) -> str:
    """Choose a name that is not taken, as short as can be; what is taken is as `identity` says.

    Schemas are going to be classes and get a class's name, unless they have one in their file.
    """
    name = ""
    own = split(pointer)[-1:] if SCHEMA_KEY.search(pointer) else []
    for parts in _candidates(path, pointer):
        is_class = section == "schemas" and parts != own
        name = _joined(parts) if not is_class else _as_class(_joined(parts))
        if identity(name) not in taken:
            return name
    number = 2
    while identity(f"{name}_{number}") in taken:
        number += 1
    return f"{name}_{number}"


def identity(name: str) -> str:
    """Reduce a name to what tells its class from others."""
    return SEPARATORS.sub("", name).lower()


def _joined(parts: list[str]) -> str:
    return FORBIDDEN.sub("_", "_".join(parts)).strip("_.-") or "part"


def _as_class(name: str) -> str:
    """Write `droplet_action` as `DropletAction`; the capitals that there are stay."""
    words = filter(None, SEPARATORS.split(name))
    return "".join(word[0].upper() + word[1:] for word in words)


def _candidates(path: str, pointer: str) -> Iterator[list[str]]:
    own, above = _parts(path, pointer)
    speaking = [part for part in above if not SILENT.fullmatch(part)]
    yield from accumulate(reversed(speaking), lambda names, name: [name, *names], initial=own)


def _parts(path: str, pointer: str) -> tuple[list[str], list[str]]:
    """Split file and pointer into the object's own name and what stands above it."""
    file, keys = PurePosixPath(path), split(pointer)
    above = [*file.parent.parts, file.name.partition(".")[0]]
    inside = next((index for index, key in enumerate(keys) if WITHIN.fullmatch(key)), len(keys))
    trail = [*above, *keys[:inside]]
    while len(trail) > 1 and CONTAINERS.fullmatch(trail[-1]):
        trail.pop()
    within = [key for key in keys[inside:] if not CONTAINERS.fullmatch(key)]
    return [trail[-1], *within], trail[:-1]
