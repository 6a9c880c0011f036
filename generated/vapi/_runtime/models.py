"""Models: their base, their loading by name when they are first needed, and lenient reading."""

from __future__ import annotations

import importlib
import threading
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError
from typing_extensions import TypeAliasType

_BUILDING = threading.RLock()
_CHECKERS: dict[int, tuple[Any, TypeAdapter[Any], list[Any]]] = {}


class Model(BaseModel):
    """A JSON object; fields that the document does not name are kept in `model_extra`."""

    model_config = ConfigDict(
        extra="allow",
        validate_by_name=True,
        validate_by_alias=True,
        serialize_by_alias=True,
        protected_namespaces=(),
        ser_json_inf_nan="constants",
        defer_build=True,
    )


def resolve(package: str, type_: object) -> Any:
    """Return a type: a Python type is itself, a name is a class or alias of the package's `models`."""
    if isinstance(type_, str):
        return getattr(importlib.import_module(f"{package}.models"), type_)
    return type_


@cache
def adapter(package: str, type_: object) -> TypeAdapter[Any]:
    """Return what validates and dumps a type: a Python type, or the name of a model."""
    with _BUILDING:
        made = TypeAdapter[Any](resolve(package, type_))
        made.rebuild(raise_errors=True)
        return made


def dump(package: str, type_: object, value: Any, omit: Callable[[Any], Any] | None = None) -> Any:
    """Validate a value and return it as plain data under its wire names, left-out fields left out."""
    checker = adapter(package, type_)
    checked = checker.validate_python(value)
    options: Any = {"exclude": (omit and omit(checked)) or None, "exclude_unset": True}
    return checker.dump_python(checked, mode="json", by_alias=True, **options)


def construct(type_: Any, value: Any) -> Any:
    """Make of a value what fits a type, part by part; what does not fit stays as it came.

    Of several models that one is taken that knows the most of an object's names; what it requires
    and did not get is None.
    """
    if id(type_) not in _CHECKERS:  # not every type can be hashed
        _CHECKERS[id(type_)] = type_, TypeAdapter(type_), _members(type_)
    _, checker, members = _CHECKERS[id(type_)]
    with suppress(ValidationError):
        return checker.validate_python(value)
    models = [one for one in members if isinstance(one, type) and issubclass(one, BaseModel)]
    if isinstance(value, dict) and models:
        return _instance(max(models, key=lambda one: len(_names(one).keys() & value)), value)
    # The last argument of `list[...]` and `dict[str, ...]` is the type of what they hold.
    held = next((get_args(one)[-1] for one in members if get_origin(one) is type(value)), Any)
    if isinstance(value, list):
        return [construct(held, item) for item in value]
    return {k: construct(held, v) for k, v in value.items()} if isinstance(value, dict) else value


def _members(type_: Any) -> list[Any]:
    """Return the alternatives that a type has, without aliases."""
    if isinstance(type_, TypeAliasType):
        return _members(type_.__value__)
    if get_origin(type_) is Annotated:
        return _members(get_args(type_)[0])
    is_union = get_origin(type_) in (Union, UnionType)
    return [one for part in get_args(type_) for one in _members(part)] if is_union else [type_]


@cache
def _names(model: type[BaseModel]) -> dict[str, str]:
    model.model_rebuild()
    return {field.alias or name: name for name, field in model.model_fields.items()}


def _instance(model: type[BaseModel], value: dict[str, Any]) -> BaseModel:
    names, fields = _names(model), model.model_fields
    given = {names[key]: item for key, item in value.items() if key in names}
    made = model.model_construct({*given})
    vars(made).update({name: None for name, field in fields.items() if field.is_required()})
    vars(made).update({k: construct(fields[k].annotation, item) for k, item in given.items()})
    if made.__pydantic_extra__ is not None:
        made.__pydantic_extra__.update((k, v) for k, v in value.items() if k not in names)
    return made
