"""What requests leave out of models: fields that are only read."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel


@dataclass(frozen=True, slots=True)
class ReadOnly:
    """The fields of `models` that a request does not send, however deep in its body they are."""

    models: Mapping[str, Collection[str]]

    def __call__(self, value: Any) -> dict[Any, Any]:
        """Return what pydantic shall leave out when it dumps a value."""
        found: dict[Any, Any] = {}
        items: Mapping[Any, Any]
        match value:
            case BaseModel():
                items = {name: getattr(value, name) for name in value.model_fields_set}
                found = dict.fromkeys(self.models.get(type(value).__name__, ()), True)
            case dict():
                items = value
            case list() | tuple():
                items = dict(enumerate(value))
            case _:
                return found
        inner = {key: self(item) for key, item in items.items() if key not in found}
        return found | {key: left_out for key, left_out in inner.items() if left_out}
