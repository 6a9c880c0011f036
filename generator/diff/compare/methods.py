"""Methods: which there are, what they take and what they give."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.diff.changes import SEVERITIES, Change
from generator.diff.compare.arguments import argument_changes, position_changes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.diff.comparison import Comparison
    from generator.diff.surface import Method, Signature


def method_changes(both: Comparison) -> Iterator[Change]:
    """Yield what is different about methods, constructors and webhooks."""
    renamed = both.new.clients[0].name
    for old_client, new_client in zip(both.old.clients, both.new.clients, strict=True):
        constructor = both.old.clients[0].name
        new_methods = {
            (constructor if call == renamed else call): method
            for call, method in new_client.methods.items()
        }
        for call, method in old_client.methods.items():
            new = new_methods.get(call)
            yield from _method(method, new, both) if new else [_removed(method, both)]
        for call, method in new_methods.items():
            if call not in old_client.methods:
                yield _added(method)


def _removed(method: Method, both: Comparison) -> Change:
    successor = _successor(method.call, both)
    text = method.signatures[0].text
    if successor is None:
        return Change(
            kind="method-removed",
            severity="breaking",
            place=method.call,
            sentence=f"`{method.call}` is gone.",
            old=text,
        )
    return Change(
        kind="method-renamed",
        severity="breaking",
        place=method.call,
        sentence=f"`{method.call}` is `{successor}` now.",
        old=text,
        new=both.new.clients[0].methods[successor].signatures[0].text,
    )


def _successor(call: str, both: Comparison) -> str | None:
    """Find the new name of the operation at the same method and path."""
    old = both.old.wires.get(call)
    found = (
        name
        for name, wire in both.new.wires.items()
        if old and (wire.method, wire.path) == (old.method, old.path)
    )
    return next((name for name in found if name in both.new.clients[0].methods), None)


def _added(method: Method) -> Change:
    return Change(
        kind="method-added",
        severity="compatible",
        place=method.call,
        sentence=f"`{method.call}` is new.",
        new=method.signatures[0].text,
    )


def _method(old: Method, new: Method, both: Comparison) -> Iterator[Change]:
    for signature in old.signatures:
        yield from _nearest(old.call, signature, new, both)
    if len(new.signatures) > len(old.signatures):
        yield Change(
            kind="overload-added",
            severity="compatible",
            place=old.call,
            sentence=f"There is another way to call `{old.call}`.",
            new=new.signatures[-1].text,
        )
    if old.is_deprecated != new.is_deprecated:
        is_now = new.is_deprecated
        yield Change(
            kind="method-deprecated" if is_now else "method-restored",
            severity="warning" if is_now else "compatible",
            place=old.call,
            sentence=f"`{old.call}` is deprecated{' now' if is_now else ' no longer'}.",
        )


def _nearest(call: str, old: Signature, new: Method, both: Comparison) -> tuple[Change, ...]:
    """Return the changes to that way of calling which is most like the old one."""
    choices = [tuple(_signature(call, old, signature, both)) for signature in new.signatures]
    return min(choices, key=_weight)


def _weight(changes: tuple[Change, ...]) -> list[int]:
    severities = [change.severity for change in changes]
    return [severities.count(severity) for severity in SEVERITIES]


def _signature(call: str, old: Signature, new: Signature, both: Comparison) -> Iterator[Change]:
    yield from argument_changes(call, old, new, both)
    yield from position_changes(call, old, new)
    if old.result != new.result:
        fits = both.reads_as(old.result, new.result)
        yield Change(
            kind="return-type-changed",
            severity="compatible" if fits else "breaking",
            place=call,
            sentence=f"`{call}` gives `{new.result}`, not `{old.result}`.",
            old=old.result,
            new=new.result,
        )
