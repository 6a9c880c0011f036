"""Made-up values that are valid: for tests."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from copy import copy
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any, TypeVar, overload
from uuid import UUID

from pydantic import BaseModel
from typing_extensions import TypeAliasType

from ..models import adapter

ModelT = TypeVar("ModelT", bound=BaseModel)

_MOMENT = datetime(2025, 1, 1, 12, tzinfo=UTC)
_PLAIN = {
    "bool": True,
    "int": 1,
    "float": 1.0,
    "decimal": Decimal(1),
    "none": None,
    "date": _MOMENT.date(),
    "time": _MOMENT.timetz(),
    "datetime": _MOMENT,
    "timedelta": timedelta(seconds=1),
    "uuid": UUID(int=1),
    "bytes": b"",
    "list": [],
    "dict": {},
}
"""A value for each type of pydantic's core that needs no thought; texts are their field's name."""


class _EndlessError(Exception):
    """The value would hold itself."""


@overload
def make(model: type[ModelT], /, **fields: Any) -> ModelT: ...
@overload
def make(model: TypeAliasType, /) -> Any: ...
def make(model: Any, /, **fields: Any) -> Any:
    """Return a valid instance of a model with these fields, and made-up ones where it needs more.

    What may be left out is left out, and the same call makes the same instance. An alias of
    `models` can be made, too.
    """
    checker = adapter("", model)
    try:
        made = _Sampler(fields).value(checker.core_schema, "text")
    except _EndlessError:
        raise TypeError(f"give the fields of {model.__name__} that hold it again") from None
    if fields:
        made = {name: getattr(made, name) for name in made.model_fields_set} | fields
    return checker.validate_python(made)


class _Sampler:
    """Walks through a schema of pydantic's core; `given` are fields of the outermost object."""

    def __init__(self, given: Mapping[str, Any]) -> None:
        self._given = given
        self._definitions: dict[str, Any] = {}

    def value(self, schema: Any, name: str) -> Any:  # noqa: PLR0911  # a case a kind of schema
        """Return a value that fits a schema; `name` is that of the field it is for."""
        match schema:
            case {"type": "literal", "expected": [first, *_]}:
                return first
            case {"type": "nullable", "schema": inner}:
                return self._first([inner, {"type": "none"}], name)
            case {"choices": choices}:
                return self._first(choices.values() if isinstance(choices, dict) else choices, name)
            case {"type": "definition-ref", "schema_ref": reference}:
                return self._referred(reference, name)
            case {"type": "model", "cls": model, "schema": {"fields": fields}}:
                return _filled(model, self._fields(fields))
            case {"type": str(kind)} if kind in _PLAIN:
                return copy(_PLAIN[kind])
        self._definitions |= {one["ref"]: one for one in schema.get("definitions", ())}
        return self.value(schema["schema"], name) if "schema" in schema else name

    def _fields(self, fields: Mapping[str, Any]) -> dict[str, Any]:
        """Return values for the fields that an object needs."""
        given, self._given = self._given, {}
        return {
            name: self.value(field["schema"], name)
            for name, field in fields.items()
            if field["schema"]["type"] != "default"
            and not {name, field.get("validation_alias")} & given.keys()
        }

    def _referred(self, reference: str, name: str) -> Any:
        """Follow a reference, which does not exist while it is followed."""
        definition = self._definitions.pop(reference, None)
        if definition is None:
            raise _EndlessError
        try:
            return self.value(definition, name)
        finally:
            self._definitions[reference] = definition

    def _first(self, choices: Iterable[Any], name: str) -> Any:
        """Return a value of the first choice that comes to an end."""
        for choice in choices:
            try:
                return self.value(choice[0] if isinstance(choice, tuple) else choice, name)
            except _EndlessError:
                continue
        raise _EndlessError


def _filled(model: type[BaseModel], values: Mapping[str, Any]) -> BaseModel:
    """Make a model of values that fit; a field may have the name of any argument."""
    made = model.model_construct({*values})
    vars(made).update(values)
    return made
