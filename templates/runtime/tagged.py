"""The base of models that constants tell apart."""

from __future__ import annotations

from typing import Literal, get_args, get_origin

from pydantic import BaseModel, GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from . import models


class Model(models.Model):
    """A JSON object; where it has a constant, a union knows it by that."""

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: type[BaseModel], handler: GetCoreSchemaHandler, /
    ) -> CoreSchema:
        """Let a union look first at the constant that tells its members apart, not try each whole.

        The schema that a class has already is not used again, for pydantic changes the schemas
        that it puts together, and models may refer to each other in circles.
        """
        has = cls.__dict__.get("__pydantic_core_schema__")
        if has is not None:
            del cls.__pydantic_core_schema__
        try:
            schema = handler(source)
        finally:
            if has is not None:
                cls.__pydantic_core_schema__ = has
        for name, field in cls.model_fields.items():
            values = get_args(field.annotation) if field.is_required() else ()
            is_constant = get_origin(field.annotation) is Literal and bool(values)
            if is_constant and all(isinstance(value, str) for value in values):
                either: list[list[str | int]] = [[field.alias or name], [name]]
                key = either if field.alias else name
                return core_schema.tagged_union_schema(dict.fromkeys(values, schema), key)
        return schema
