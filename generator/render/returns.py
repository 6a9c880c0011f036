"""What a method returns, as an annotation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.ir.types import Nullable
from generator.render import spelling
from generator.render.spelling import NONE

if TYPE_CHECKING:
    from generator.ir.client import EventStream, Operation
    from generator.ir.types import Type
    from generator.render.imports import Code
    from generator.render.spelling import Scope


def returned(operation: Operation, scope: Scope, *, asynchronous: bool = False) -> Code:
    """Spell what a call returns, whatever its arguments are."""
    selector, stream = operation.selector, operation.stream
    streams = [] if stream is None else [streamed(stream, scope, asynchronous=asynchronous)]
    if stream is not None and stream.flag is None:
        return streams[0]
    results = [choice.result for choice in selector.choices] if selector else [operation.result]
    plain = (returned_as(operation, result, scope, asynchronous=asynchronous) for result in results)
    return spelling.union((*streams, *plain))


def streamed(stream: EventStream, scope: Scope, *, asynchronous: bool) -> Code:
    """Spell the stream that a call returns."""
    outer = spelling.name("AsyncStream" if asynchronous else "Stream", scope)
    return spelling.subscripted(outer, spelling.event(stream, scope))


def returned_as(
    operation: Operation, result: Type | None, scope: Scope, *, asynchronous: bool
) -> Code:
    """Spell one result; asynchronous pages are not awaited, so that `async for` takes them as they are."""
    plain = NONE if result is None else spelling.result(result, scope)
    pages = operation.pagination
    if pages is None:
        return plain
    if result in (pages.page, Nullable(of=pages.page)):
        item = spelling.result(pages.item, scope)
        outer = spelling.name("AsyncPages" if asynchronous else "Page", scope)
        return spelling.subscripted(outer, item, spelling.result(pages.page, scope))
    if asynchronous:
        return spelling.subscripted(spelling.name("Awaitable", scope), plain)
    return plain
