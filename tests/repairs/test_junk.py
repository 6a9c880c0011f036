"""Whatever stands anywhere in a document, it is repaired, and said how to mend."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import replace
from random import Random
from typing import Any

import pytest

from generator.fixes import fix_overlay
from generator.load import Document, load
from generator.names.lock import NameLock
from generator.normalize import normalize
from tests.support.expected import TESTS

JUNK: tuple[Any, ...] = (
    *(None, True, False, 0, 1.5, "x", "", [], {}, [1], {"a": 1}, {"x": None}, ["x", {}]),
    *({"$ref": "#/nowhere"}, {"$ref": 5}, {"type": "object"}, "#/components/schemas/A"),
)
Path = tuple[str | int, ...]


def places(node: Any, path: Path = ()) -> Iterator[Path]:
    """List the place of every node of a document."""
    yield path
    children: dict[Any, Any] = {}
    match node:
        case dict():
            children = node
        case list():
            children = dict(enumerate(node))
    for key, child in children.items():
        yield from places(child, (*path, key))


def littered(seed: int) -> Document:
    """Load one of our documents and put junk in the place of some nodes."""
    random = Random(seed)  # noqa: S311 - which documents are tried is no secret
    document = load(random.choice(sorted(TESTS.glob("[bn]*/*/document.yaml"))))
    root: Any = deepcopy(document.root)
    for _ in range(random.choice([1, 2, 4])):
        *above, last = random.choice([path for path in places(root) if path[1:]])
        node = root
        for key in above:
            node = node[key]
        node[last] = deepcopy(random.choice(JUNK))
    return replace(document, root=root)


@pytest.mark.parametrize("seed", range(150))
def test_junk_is_repaired(seed: int) -> None:
    """Junk in a document never ends a run, and where a repair has a fix, the fix is enough."""
    document = littered(seed)
    assert normalize(document, NameLock()).root["info"]["title"]
    assert [str(found) for found in fix_overlay(document).left if found.fix] == []
