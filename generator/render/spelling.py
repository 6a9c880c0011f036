"""Spell types as annotations, with the imports that each needs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, assert_never

from generator.ir.types import (
    Alias,
    AnyValue,
    ArrayOf,
    Constants,
    MapOf,
    Nullable,
    ObjectModel,
    Scalar,
    Type,
    UnionOf,
)
from generator.render.imports import Code, Import, gathered
from generator.render.literals import literal
from generator.render.runtime import runtime

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.ir.client import EventStream

MODELS = "..models"
_MODULES = {
    "datetime": "datetime",
    "date": "datetime",
    "time": "datetime",
    "timedelta": "datetime",
    "UUID": "uuid",
    "Decimal": "decimal",
    "Any": "typing",
    "Literal": "typing",
    "Mapping": "collections.abc",
    "Awaitable": "collections.abc",
    "ServerSentEvent": "httpx2",
    **{
        name: runtime(name).module
        for name in (
            *("SequenceNotStr", "NotGiven", "FileInput"),
            *("Page", "AsyncPages", "Stream", "AsyncStream"),
        )
    },
}
_NEVER_A_MODEL = frozenset(_MODULES) | {
    *("None", "bool", "bytes", "dict", "float", "int", "list", "str", "builtins"),
    *("NOT_GIVEN", "TYPE_CHECKING", "cached_property", "deprecated", "overload", "operations"),
}


NONE = Code(text="None")
_INT, _FLOAT = Scalar(name="int"), Scalar(name="float")
_ORDER = {"NotGiven": 1, "None": 2}


@dataclass(frozen=True, kw_only=True, slots=True)
class Scope:
    """The place of an annotation: names that mean something else there.

    `members` are attributes of the class, which hide builtins and imports;
    `module` are names that the module itself defines or imports, so that a model needs another one;
    `operations` is what the module calls its wire facts, as no argument is called.
    """

    members: frozenset[str] = frozenset()
    module: frozenset[str] = frozenset()
    operations: str = "operations"


def name(word: str, scope: Scope) -> Code:
    """Spell a name of Python or the runtime."""
    module = _MODULES.get(word)
    hidden = word in scope.members
    if module is None:
        imports = frozenset({Import(module="builtins")}) if hidden else frozenset[Import]()
        return Code(text=f"builtins.{word}" if hidden else word, imports=imports)
    alias = f"{word}_" if hidden else word
    return Code(text=alias, imports=frozenset({Import(module=module, name=word, alias=alias)}))


def model(word: str, scope: Scope) -> Code:
    """Spell a model, under another name where its own is taken."""
    alias = word
    while alias in _NEVER_A_MODEL or alias in scope.module or alias in scope.members:
        alias += "Model"
    return Code(text=alias, imports=frozenset({Import(module=MODELS, name=word, alias=alias)}))


def result(type_: Type, scope: Scope) -> Code:
    """Spell what a call returns."""
    return union(_results(type_, scope))


def event(stream: EventStream, scope: Scope) -> Code:
    """Spell what a stream yields."""
    return name("ServerSentEvent", scope) if stream.event is None else result(stream.event, scope)


def argument(type_: Type, scope: Scope) -> Code:
    """Spell what a caller may pass: mappings for models, sequences for lists, files for bytes."""
    return union(_arguments(type_, scope))


def optional(type_: Type, scope: Scope) -> Code:
    """Spell what a caller may pass or leave out."""
    return union((*_arguments(type_, scope), name("NotGiven", scope)), keep_any=True)


def union(members: Iterable[Code], *, keep_any: bool = False) -> Code:
    """Join alternatives: each once, `None` last but for the sentinel."""
    alternatives = {member.text: member for member in members}
    if "Any" in alternatives and not keep_any:
        return alternatives["Any"]
    ordered = sorted(alternatives.values(), key=lambda member: _ORDER.get(member.text, 0))
    return Code(text=" | ".join(member.text for member in ordered), imports=gathered(ordered))


def subscripted(outer: Code, *inner: Code) -> Code:
    """Return `outer[inner, ...]`."""
    text = f"{outer.text}[{', '.join(part.text for part in inner)}]"
    return Code(text=text, imports=gathered((outer, *inner)))


def _results(type_: Type, scope: Scope) -> Iterator[Code]:
    match type_:
        case ArrayOf(items=items):
            yield subscripted(name("list", scope), result(items, scope))
        case MapOf(values=values):
            yield subscripted(name("dict", scope), name("str", scope), result(values, scope))
        case UnionOf(members=members):
            for member in members:
                yield from _results(member, scope)
        case Nullable(of=of):
            yield from (*_results(of, scope), NONE)
        case ObjectModel() | Alias():
            yield model(type_.name, scope)
        case _:
            yield from _leaf(type_, scope)


def _arguments(type_: Type, scope: Scope) -> Iterator[Code]:
    match type_:
        case ArrayOf(items=items):
            yield subscripted(name("SequenceNotStr", scope), argument(items, scope))
        case MapOf(values=values):
            yield _mapping(argument(values, scope), scope)
        case UnionOf(members=members):
            for member in members:
                if member != _INT or _FLOAT not in members:
                    yield from _arguments(member, scope)
        case Nullable(of=of):
            yield from (*_arguments(of, scope), NONE)
        case Scalar(name="bytes"):
            yield name("FileInput", scope)
        case ObjectModel():
            yield from (model(type_.name, scope), _mapping(name("Any", scope), scope))
        case Alias():
            yield from _alias_arguments(type_, scope)
        case _:
            yield from _leaf(type_, scope)


def _mapping(values: Code, scope: Scope) -> Code:
    return subscripted(name("Mapping", scope), name("str", scope), values)


def _alias_arguments(alias: Alias, scope: Scope) -> Iterator[Code]:
    """Spell the alias, and beside it what it does not say: mappings for its models, any sequence."""
    match alias.target:
        case ArrayOf() | MapOf():
            yield from _arguments(alias.target, scope)
        case None:
            yield model(alias.name, scope)
        case _:
            said = set(_results(alias.target, scope))
            yield model(alias.name, scope)
            yield from (part for part in _arguments(alias.target, scope) if part not in said)


def _leaf(type_: Scalar | AnyValue | Constants, scope: Scope) -> Iterator[Code]:
    match type_:
        case Scalar():
            yield name(type_.name, scope)
        case AnyValue():
            yield name("Any", scope)
        case Constants():
            yield from _constants(type_, scope)
        case _:
            assert_never(type_)


def _constants(constants: Constants, scope: Scope) -> Iterator[Code]:
    """Spell a closed set; a float has no place in `Literal`, and None a better one."""
    values = constants.values
    listed = [Code(text=literal(item)) for item in values if not isinstance(item, float | None)]
    if listed:
        yield subscripted(name("Literal", scope), *listed)
    if any(isinstance(item, float) for item in values):
        yield name("float", scope)
    if None in values:
        yield NONE
