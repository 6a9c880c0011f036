"""What travels otherwise than before, though callers may write the same."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.diff.changes import Change, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.diff.comparison import Comparison
    from generator.diff.surface import Wire

_Values = tuple[str | None, str | None]
_PLACEHOLDER = re.compile(r"\{[^}]*\}")


def wire_changes(both: Comparison) -> Iterator[Change]:
    """Yield what is different about the requests and answers of operations that are still there."""
    for call, old in both.old.wires.items():
        if call in both.new.wires:
            new = both.new.wires[call]
            yield from _request(call, old, new)
            yield from _parameters(call, old, new)
            yield from _answers(call, old, new)
            yield from _errors(call, old, new)
            yield from _security(call, old, new)
            yield from _rest(call, old, new)


def _request(call: str, old: Wire, new: Wire) -> Iterator[Change]:
    facts = (
        ("http-method", "The HTTP method", old.method, new.method),
        ("path", "The path", _PLACEHOLDER.sub("{}", old.path), _PLACEHOLDER.sub("{}", new.path)),
        ("media-type", "The body's media type", old.body_media_type, new.body_media_type),
    )
    for kind, subject, before, after in facts:
        if before != after:
            yield _changed(
                f"{kind}-changed",
                call,
                f"{subject} is {after or 'none'}, not {before or 'none'}.",
                (before, after),
            )


def _parameters(call: str, old: Wire, new: Wire) -> Iterator[Change]:
    for name, before in old.parameters.items():
        after = new.parameters.get(name)
        if after and after.text != before.text:
            sentence = f"`{name}` travels as {after.text}, not as {before.text}."
            yield _changed("wire-changed", f"{call}({name})", sentence, (before.text, after.text))


def _answers(call: str, old: Wire, new: Wire) -> Iterator[Change]:
    before, after = _successes(old), _successes(new)
    if before != after:
        sentence = f"The answer is {after}, not {before}."
        yield _changed("answer-changed", call, sentence, (before, after))


def _successes(wire: Wire) -> str:
    found = {
        f"{status} {media_type or 'empty'}"
        for status, media_type in wire.replies
        if _is_success(status)
    }
    return ", ".join(sorted(found))


def _is_success(status: str) -> bool:
    return status.startswith("2")


def _errors(call: str, old: Wire, new: Wire) -> Iterator[Change]:
    before, after = _failures(old), _failures(new)
    for status in before:
        if status in after and before[status] != after[status]:
            yield _changed(
                "error-changed",
                call,
                f"The body of error {status} is `{after[status]}`, not `{before[status]}`.",
                (before[status], after[status]),
                "breaking",
            )
    gone, new_ones = sorted(before.keys() - after.keys()), sorted(after.keys() - before.keys())
    if gone:
        sentence = f"The document tells of {_plural(gone)} no more: the body comes as plain JSON."
        yield _changed("error-removed", call, sentence, (", ".join(gone), None))
    if new_ones:
        sentence = f"The document tells of {_plural(new_ones)} now, whose body is parsed."
        yield _changed("error-added", call, sentence, (None, ", ".join(new_ones)))


def _failures(wire: Wire) -> dict[str, str]:
    """Return the types of errors' bodies by status."""
    return {
        status: type_
        for (status, _), type_ in wire.replies.items()
        if type_ and not _is_success(status)
    }


def _plural(statuses: list[str]) -> str:
    return f"error{'s' if statuses[1:] else ''} {', '.join(statuses)}"


def _security(call: str, old: Wire, new: Wire) -> Iterator[Change]:
    if set(old.security) == set(new.security):
        return
    before, after = _credentials(old), _credentials(new)
    enough = all(_is_enough(given, new) for given in old.security or (frozenset(),))
    yield Change(
        kind="auth-widened" if enough else "auth-required",
        severity="warning" if enough else "breaking",
        place=call,
        sentence=f"It needs {after}, where {before} was enough.",
        old=before,
        new=after,
    )


def _is_enough(given: frozenset[str], wire: Wire) -> bool:
    return not wire.security or any(wanted <= given for wanted in wire.security)


def _credentials(wire: Wire) -> str:
    alternatives = (" and ".join(sorted(names)) or "nothing" for names in wire.security)
    return " or ".join(sorted(alternatives)) or "nothing"


def _rest(call: str, old: Wire, new: Wire) -> Iterator[Change]:
    for name in sorted({*old.rest, *new.rest}):
        before, after = old.rest.get(name), new.rest.get(name)
        if before != after:
            yield _changed(
                f"{name}-changed",
                call,
                f"Its {name} is {after or 'none'}, not {before or 'none'}.",
                (before, after),
            )


def _changed(
    kind: str, place: str, sentence: str, values: _Values, severity: Severity = "warning"
) -> Change:
    old, new = values
    return Change(kind=kind, severity=severity, place=place, sentence=sentence, old=old, new=new)
