"""Schemas of the normal form as types."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.build.problems import CannotBuildError
from generator.ir.types import (
    Alias,
    AnyValue,
    ArrayOf,
    Constants,
    MapOf,
    Nullable,
    ObjectModel,
    Scalar,
    ScalarName,
    Type,
    UnionOf,
)
from generator.normalize.document import referenced_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Schema = dict[str, Any]

_SCALARS: dict[str, ScalarName] = {"integer": "int", "number": "float", "boolean": "bool"}
_STRINGS: dict[str, ScalarName] = {
    "date-time": "datetime",
    "date": "date",
    "time": "time",
    "duration": "timedelta",
    "uuid": "UUID",
    "decimal": "Decimal",
    "binary": "bytes",
}


def type_of(schema: Schema, components: Mapping[str, Schema]) -> Type:
    """Give the type of a schema; `components` are the document's by name."""
    return _type(schema, components, ())


def is_object_class(schema: Schema | None) -> bool:
    """Tell whether a component becomes a class with fields."""
    return schema is not None and schema.get("type") == "object" and "properties" in schema


def enum_values(schema: Schema, components: Mapping[str, Schema]) -> list[Any]:
    """List the values of an enum, open or closed, standing here or referred to."""
    name = referenced_name(schema)
    target = components.get(name, {}) if name else schema
    first = target["anyOf"][0] if target.get("anyOf") else target
    values = first.get("enum", [])
    return list(values)


def in_json(type_: Type) -> Type:
    """Give a type as JSON has it, which writes bytes as text."""
    match type_:
        case Scalar(name="bytes"):
            return Scalar(name="str")
        case ArrayOf(items=items):
            return ArrayOf(items=in_json(items))
        case MapOf(values=values):
            return MapOf(values=in_json(values))
        case Nullable(of=of):
            return Nullable(of=in_json(of))
        case UnionOf(members=members):
            return union(map(in_json, members)) or type_
        case _:
            return type_


def named_or_any(type_: Type) -> Type:
    """Keep a type that an answer can be parsed into: a name, a scalar, or any value."""
    return type_ if isinstance(type_, ObjectModel | Alias | Scalar | AnyValue) else AnyValue()


def union(types: Iterable[Type]) -> Type | None:
    """Join types, each once; None where there is none."""
    distinct = tuple(dict.fromkeys(types))
    if len(distinct) > 1:
        return UnionOf(members=distinct)
    return distinct[0] if distinct else None


def _type(schema: Schema, components: Mapping[str, Schema], inside: tuple[str, ...]) -> Type:
    """Give a type; `inside` names the aliases that are being followed, so that a circle ends."""
    name = referenced_name(schema)
    if name is not None:
        return _component(name, components, inside)
    if "const" in schema or "enum" in schema:
        return Constants(values=tuple(schema.get("enum", [schema.get("const")])))
    if "anyOf" in schema:
        return _union(schema["anyOf"], components, inside)
    return _typed(schema, components, inside)


def _typed(schema: Schema, components: Mapping[str, Schema], inside: tuple[str, ...]) -> Type:
    match schema.get("type"):
        case "array":
            return ArrayOf(items=_type(schema.get("items", {}), components, inside))
        case "object":
            return MapOf(values=_type(_values(schema), components, inside))
        case "string":
            return Scalar(name=_STRINGS.get(schema.get("format", ""), "str"))
        case "integer" | "number" | "boolean" as plain:
            return Scalar(name=_SCALARS[plain])
        case "null":
            return Constants(values=(None,))
        case None:
            return AnyValue()
        case other:
            raise CannotBuildError(f"no type is called {other!r}")


def _component(name: str, components: Mapping[str, Schema], inside: tuple[str, ...]) -> Type:
    schema = components.get(name)
    if schema is None:
        raise CannotBuildError(f"no schema is called {name}")
    if is_object_class(schema):
        return ObjectModel(name=name)
    if name in inside:
        return Alias(name=name)
    target = _type(schema, components, (*inside, name))
    return Alias(name=name, target=target if _holds_models(target) else None)


def _holds_models(type_: Type) -> bool:
    """Tell whether an argument of a type may take more than the type's own name says."""
    match type_:
        case ArrayOf() | MapOf() | ObjectModel():
            return True
        case UnionOf(members=members):
            return any(map(_holds_models, members))
        case Nullable(of=of):
            return _holds_models(of)
        case Alias(target=target):
            return target is not None
        case _:
            return False


def _union(
    members: list[Schema], components: Mapping[str, Schema], inside: tuple[str, ...]
) -> Type:
    rest = [member for member in members if member.get("type") != "null"]
    joined = union(_type(member, components, inside) for member in rest)
    if joined is None:
        return Constants(values=(None,))
    return Nullable(of=joined) if len(rest) < len(members) else joined


def _values(schema: Schema) -> Schema:
    """Give the schema of a map's values; an inline object without properties has any."""
    values = schema.get("additionalProperties")
    return values if isinstance(values, dict) else {}
