"""Models of answers that are not what the document promises; nothing that came is lost."""

from __future__ import annotations

from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel, TypeAdapter, ValidationError
from typing_extensions import TypeAliasType


def construct(type_: Any, value: Any) -> Any:
    """Make of a value what fits a type, part by part; what does not fit stays as it came.

    Of several models that one is taken that knows the most of an object's names; what it requires
    and did not get is None.
    """
    try:
        return TypeAdapter(type_).validate_python(value)
    except ValidationError:
        members = _members(type_)
    if isinstance(value, list):
        items = next((get_args(one)[0] for one in members if get_origin(one) is list), Any)
        return [construct(items, item) for item in value]
    if isinstance(value, dict):
        models = [one for one in members if isinstance(one, type) and issubclass(one, BaseModel)]
        if models:
            return _instance(max(models, key=lambda one: len(_names(one).keys() & value)), value)
        values = next((get_args(one)[1] for one in members if get_origin(one) is dict), Any)
        return {key: construct(values, item) for key, item in value.items()}
    return value


def _members(type_: Any) -> list[Any]:
    """Return the alternatives that a type has, without aliases."""
    if isinstance(type_, TypeAliasType):
        return _members(type_.__value__)
    if get_origin(type_) is Annotated:
        return _members(get_args(type_)[0])
    if get_origin(type_) in (Union, UnionType):
        return [member for part in get_args(type_) for member in _members(part)]
    return [type_]


def _names(model: type[BaseModel]) -> dict[str, str]:
    return {field.alias or name: name for name, field in model.model_fields.items()}


def _instance(model: type[BaseModel], value: dict[str, Any]) -> BaseModel:
    fields, names = model.model_fields, _names(model)
    given = {names[key]: item for key, item in value.items() if key in names}
    made = model.model_construct({*given})
    values: dict[str, Any] = {name: None for name, field in fields.items() if field.is_required()}
    values |= {name: construct(fields[name].annotation, item) for name, item in given.items()}
    for name, part in values.items():
        object.__setattr__(made, name, part)
    if made.__pydantic_extra__ is not None:
        made.__pydantic_extra__.update((k, v) for k, v in value.items() if k not in names)
    return made
