"""The names that an operation would like to have, best first."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from generator.names import path_names
from generator.names.grammar import GETTERS, VERBS, front_size, is_plural, same_nouns
from generator.names.identifiers import attribute_name, split_words
from generator.names.operation_ids import cleaned_id, has_noise, method_words
from generator.names.paths import shape_of
from generator.names.tags import head_words, resource_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from generator.names.path_names import Wish
    from generator.names.paths import PathTree, Shape

_BARE_VERBS: dict[tuple[str, ...], tuple[str, ...]] = {
    ("post",): ("create",),
    ("put",): ("update",),
    ("patch",): ("update",),
}
_GOOD_SECOND_NAMES = ("list", "replace", "delete_all", "update_all")


@dataclass(frozen=True, kw_only=True, slots=True)
class Wishes:
    """An operation's resource, its names below the resource, and its place in the queue for them."""

    resource: tuple[str, ...]
    names: tuple[Wish, ...]
    """Best first; the last is likely to be the operation's alone."""

    rank: tuple[int, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class _Subject:
    """An operation as far as its name depends on it."""

    method: str
    path: str
    shape: Shape
    cleaned: str
    resource: tuple[str, ...]
    tree: PathTree

    @property
    def own(self) -> list[str]:
        """Words that say what the resource is, its parents' before its own."""
        *parents, last = self.resource
        return [word for parent in parents for word in split_words(parent)] + head_words(last)


def wishes(
    method: str, path: str, operation: Mapping[str, Any], tree: PathTree, *, is_silent: bool
) -> Wishes:
    """Say how an operation wants to be called; a silent one has an id that says nothing."""
    shape = shape_of(path)
    cleaned = cleaned_id(operation["operationId"], method, path)
    resource = resource_of(operation["tags"], split_words(cleaned), shape)
    subject = _Subject(
        method=method, path=path, shape=shape, cleaned=cleaned, resource=resource, tree=tree
    )
    rest = shape.after(subject.own)
    spoken = _from_path(subject, rest) if is_silent else _from_id(subject, rest)
    return Wishes(
        resource=resource,
        names=tuple(dict.fromkeys((*spoken, *_qualified(subject, spoken[0])))),
        rank=(*_modesty(subject, spoken, is_silent=is_silent), len(shape.segments), len(path)),
    )


def _from_path(subject: _Subject, rest: Shape | None) -> list[Wish]:
    return path_names.wishes(subject.method, subject.shape, rest, subject.tree)


def _from_id(subject: _Subject, rest: Shape | None) -> list[Wish]:
    area = () if rest else _area(subject.shape)
    forms = method_words(subject.cleaned, subject.method, subject.own, area)
    is_spelled_out = "/" in subject.cleaned
    below, words = ((), forms[0]) if is_spelled_out else _nested(forms[0], rest or subject.shape)
    found: list[Wish] = [(below, attribute_name(" ".join(_BARE_VERBS.get(words, words))))]
    if _may_be_a_list(subject, words, forms):
        is_one = subject.shape in subject.tree.parents
        found.insert(0 if is_one else 1, (below, "list"))
    if subject.method == "get" and words[0] not in VERBS:
        found.append((below, f"{path_names.VERBS['get']}_{found[0][1]}"))
    return found + [((), attribute_name(" ".join(form))) for form in forms[1:]]


def _area(shape: Shape) -> tuple[str, ...]:
    """Give what a path starts with, unless it is many things: `gen-ai`, but not `volumes`."""
    words = shape.fixed[0].words if shape.fixed else ()
    return () if words and is_plural(words[-1]) else words


def _nested(words: tuple[str, ...], rest: Shape) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Take the path's nouns off the front, as long as a verb is left."""
    below: list[str] = []
    left = words
    for segment in rest.fixed:
        size = 0 if segment.words[0] in VERBS else front_size(left, segment.words)
        if size:
            below.append(attribute_name(" ".join(segment.words)))
            left = left[size:]
    return (tuple(below), left) if left[0] in VERBS else ((), words)


def _may_be_a_list(
    subject: _Subject, words: tuple[str, ...], forms: Sequence[tuple[str, ...]]
) -> bool:
    """Tell whether an id such as `get_comments` asks for all of them."""
    if subject.method != "get" or subject.shape.ends_in_placeholder:
        return False
    if len(words) != 1 or words[0] not in GETTERS or len(forms) == 1:
        return False
    noun = forms[1][-1]
    return is_plural(noun) and same_nouns((noun,), subject.own[-1:])


def _modesty(subject: _Subject, spoken: Sequence[Wish], *, is_silent: bool) -> tuple[bool, ...]:
    """Say why an operation leaves its first wish to others: sooner where it has a good second one."""
    return (
        len(spoken) > 1 and spoken[1][1].startswith(_GOOD_SECOND_NAMES),
        not is_silent and has_noise(subject.cleaned),
        subject.method in ("put", "patch", "delete") and not subject.shape.ends_in_placeholder,
    )


def _qualified(subject: _Subject, wish: Wish) -> Iterator[Wish]:
    """Tell operations of one name apart by their paths."""
    below, name = wish
    others = path_names.qualifiers(subject.shape, (*subject.resource, *below, name))
    placeholders = re.findall(r"\{([^{}]*)\}", subject.path)
    if others:
        yield below, attribute_name(f"{name} for {others}")
    if subject.tree.has_versions(subject.method, subject.shape):
        versions = re.findall(r"/(v\d+\w*)(?=/)", subject.path)
        yield below, attribute_name(" ".join((name, *versions)))
    if subject.tree.is_shared(subject.shape) and name.split("_")[0] not in VERBS:
        yield below, attribute_name(f"{subject.method} {name}")
    for said in (placeholders[-1:], placeholders):
        yield below, attribute_name(f"{name} by {' and '.join(said)}")
    yield (), attribute_name(f"{subject.method} {subject.path}")
