"""The base of all models, and their loading by name when they are first needed."""

from __future__ import annotations

import importlib
import threading
from functools import cache
from typing import Any

from pydantic import BaseModel, ConfigDict, TypeAdapter

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


def load(package: str, name: str) -> Any:
    """Import the class or alias `name` of the package's `models`."""
    return getattr(importlib.import_module(f"{package}.models"), name)


@cache
def adapter(package: str, type_: object) -> TypeAdapter[Any]:
    """Return what validates and dumps a type: a Python type, or the name of a model."""
    with _BUILDING:
        target: Any = load(package, type_) if isinstance(type_, str) else type_
        made = TypeAdapter[Any](target)
        made.rebuild(raise_errors=True)
        return made


def dump(package: str, type_: object, value: Any) -> Any:
    """Validate a value and return it as plain data under its wire names, left-out fields left out."""
    checker = adapter(package, type_)
    return checker.dump_python(
        checker.validate_python(value), mode="json", by_alias=True, exclude_unset=True
    )
