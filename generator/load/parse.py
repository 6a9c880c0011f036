"""A source becomes a document."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from generator.diagnostics import ClientwrightError, Place
from generator.load.document import Document
from generator.load.json_marks import scan_json
from generator.load.json_reader import read_json
from generator.load.positions import locator
from generator.load.yaml_reader import read_yaml

if TYPE_CHECKING:
    from generator.load.source import Source


def parse(source: Source) -> Document:
    """Read a source as JSON or YAML, whichever it is."""
    root, locate = read_source(source)
    if not isinstance(root, dict):
        source.fail(0, f"{_kind(root)} at the top, where a mapping must be")
    return Document(name=source.name, root=root, sha256=source.sha256, locate=locate)


Reading = tuple[Any, Callable[[str], Place]]


def read_source(source: Source) -> Reading:
    """Read whatever a source holds, and know its places."""
    with _without_collector():
        return _read(source)


def _read(source: Source) -> Reading:
    if source.text.lstrip()[:1] not in ("{", "["):
        return _read_yaml(source)
    try:
        return _read_json(source)
    except ClientwrightError as error:
        if source.name.endswith(".json"):
            raise
        return _read_flow_yaml(source, error)


def _read_json(source: Source) -> Reading:
    root, mended = read_json(source)
    return root, locator(mended, lambda: scan_json(mended))


def _read_yaml(source: Source) -> Reading:
    root, mark = read_yaml(source)
    return root, locator(source, lambda: mark)


def _read_flow_yaml(source: Source, as_json: ClientwrightError) -> Reading:
    """Read what begins like JSON but is not; where it is no YAML either, JSON was meant."""
    try:
        return _read_yaml(source)
    except ClientwrightError:
        raise as_json from None


@contextmanager
def _without_collector() -> Iterator[None]:
    """Keep the cycle collector from walking a growing tree again and again; it has no cycles."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _kind(value: object) -> str:
    match value:
        case list():
            return "a list"
        case str():
            return "a text"
        case None:
            return "nothing"
    return "a number or a boolean"
