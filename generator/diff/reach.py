"""Which models callers read: those that answers, errors, pages, streams and webhooks hold."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from generator.diff.surface import Alias, Constants, Model
from generator.diff.types import names, read_type

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.diff.surface import Definition, Surface


def read_models(surface: Surface) -> frozenset[str]:
    """Return the names of the models that reach callers, at any depth."""
    found: set[str] = set()
    waiting = [name for annotation in _results(surface) for name in names(read_type(annotation))]
    while waiting:
        name = waiting.pop()
        if name in surface.models and name not in found:
            found.add(name)
            waiting += _within(surface.models[name])
    return frozenset(found)


def _results(surface: Surface) -> Iterator[str]:
    for client in surface.clients:
        for method in client.methods.values():
            yield from (signature.result for signature in method.signatures)
    for wire in surface.wires.values():
        yield from filter(None, wire.replies.values())


def _within(model: Definition) -> Iterator[str]:
    match model:
        case Model(fields=fields):
            for field in fields.values():
                yield from names(read_type(field.annotation))
        case Alias(annotation=annotation):
            yield from names(read_type(annotation))
        case Constants():
            return
        case _:
            assert_never(model)
