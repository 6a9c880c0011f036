"""The base of all models, and their loading by name when they are first needed."""

from __future__ import annotations

import importlib
import threading
from functools import cache
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel, ConfigDict, GetCoreSchemaHandler, TypeAdapter
from pydantic_core import CoreSchema, core_schema

_BUILDING = threading.RLock()


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

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: type[BaseModel], handler: GetCoreSchemaHandler, /
    ) -> CoreSchema:
        """Let a constant that tells the members of a union apart be looked at before all else.

        Otherwise each member is tried to its end, on each level of a tree: 30 kinds of nodes that
        hold nodes took ten times as long for each level.
        """
        schema = _made_anew(cls, source, handler)
        for name, field in cls.model_fields.items():
            values = get_args(field.annotation) if field.is_required() else ()
            if get_origin(field.annotation) is Literal and _are_texts(values):
                either: list[list[str | int]] = [[field.alias or name], [name]]
                key = either if field.alias else name
                choices = dict.fromkeys(values, schema)
                return core_schema.tagged_union_schema(choices, discriminator=key)
        return schema


def _made_anew(
    cls: type[BaseModel], source: type[BaseModel], handler: GetCoreSchemaHandler
) -> CoreSchema:
    """Make the schema of a class without the one that the class has already.

    Pydantic changes the schemas that it puts together, and where models refer to each other in
    circles a change for the one breaks what the other has.
    """
    has = cls.__dict__.get("__pydantic_core_schema__")
    if has is None:
        return handler(source)
    del cls.__pydantic_core_schema__
    try:
        return handler(source)
    finally:
        cls.__pydantic_core_schema__ = has


def _are_texts(values: tuple[object, ...]) -> bool:
    return bool(values) and all(isinstance(value, str) for value in values)


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


def dump(package: str, type_: object, value: Any) -> Any:
    """Validate a value and return it as plain data under its wire names, left-out fields left out."""
    checker = adapter(package, type_)
    return checker.dump_python(
        checker.validate_python(value), mode="json", by_alias=True, exclude_unset=True
    )
