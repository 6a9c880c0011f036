"""Classes of named constants, beside the aliases of enums whose values do not say what they mean."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from generator.names.constants import constant_names, constants_class, speaks_for_itself
from generator.normalize.titled_values import DESCRIPTIONS, NAMES
from generator.render.environment import fill

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.models.texts import Texts
    from generator.normalize.document import Schema

INDENT = 4


@dataclass(frozen=True, kw_only=True, slots=True)
class Constant:
    """A value by its name; `docstring` is empty where the document says nothing of it."""

    name: str
    literal: str
    docstring: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Constants:
    """The class of the constants of one enum."""

    name: str
    docstring: str
    members: tuple[Constant, ...]


def constants_of(components: Mapping[str, Schema], texts: Texts) -> dict[str, Constants]:
    """Give the enums that need names of values their classes, by component."""
    taken = {name.casefold() for name in components}
    found: dict[str, Constants] = {}
    for name, schema in components.items():
        enum = schema.get("anyOf", [schema])[0]
        if "enum" in enum and _needs_names(enum):
            class_name = constants_class(name, taken)
            taken.add(class_name.casefold())
            found[name] = _constants(class_name, name, enum, texts)
    return found


def source_of(constants: Constants) -> str:
    """Write a class of constants."""
    return fill("model_constants.py.jinja", {"constants": constants})


def _needs_names(enum: Schema) -> bool:
    values = enum["enum"]
    is_named = any(_said(enum, NAMES)) or any(_said(enum, DESCRIPTIONS))
    return is_named or not all(speaks_for_itself(one) for one in values if isinstance(one, str))


def _constants(class_name: str, component: str, enum: Schema, texts: Texts) -> Constants:
    values = enum["enum"]
    said = [name or str(value) for name, value in zip(_said(enum, NAMES), values, strict=True)]
    names = constant_names(said, owner=component)
    summary = f"The values of {component} by name."
    return Constants(
        name=class_name,
        docstring=texts.documentation(summary, indent=INDENT),
        members=tuple(
            Constant(
                name=name,
                literal=_literal(value, texts),
                docstring=texts.documentation(described, indent=INDENT) if described else "",
            )
            for name, value, described in zip(names, values, _said(enum, DESCRIPTIONS), strict=True)
        ),
    )


def _said(enum: Schema, key: str) -> list[str]:
    texts = enum.get(key)
    if isinstance(texts, list) and len(texts) == len(enum["enum"]):
        return [str(text or "").strip() for text in texts]
    return [""] * len(enum["enum"])


def _literal(value: Any, texts: Texts) -> str:
    return f'"{texts.string(value)}"' if isinstance(value, str) else repr(value)
