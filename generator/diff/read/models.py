"""Models: classes with their fields, and aliases with what they stand for."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from generator.diff.read.modules import (
    attributes,
    documented_default,
    keywords,
    parse_call,
    tells_deprecated,
    text_of,
)
from generator.diff.surface import Alias, Constants, Field, Model

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from griffe import Attribute, Class, Module

    from generator.diff.surface import Definition

    ReadDefinitions = Callable[[Module], Mapping[str, Definition]]

_FORMER = "models/_renamed.py"


def read_models(modules: Mapping[str, Module], read: ReadDefinitions) -> dict[str, Definition]:
    """Read every class and alias of the package of models."""
    found: dict[str, Definition] = {}
    for path, module in modules.items():
        if path.startswith("models/") and path not in {"models/_index.py", _FORMER}:
            found |= read(module)
    return found


def read_definitions(module: Module) -> Mapping[str, Definition]:
    """Read every class and alias of one module."""
    return {name: _class(class_) for name, class_ in module.classes.items()} | _aliases(module)


def read_former(modules: Mapping[str, Module]) -> dict[str, str]:
    """Read the names that models had before."""
    if _FORMER not in modules:
        return {}
    former = ast.literal_eval(str(attributes(modules[_FORMER])["RENAMED"].value))
    return {str(old): str(new) for old, new in former.items()}


def _class(class_: Class) -> Model | Constants:
    values = {
        name: str(attribute.value)
        for name, attribute in attributes(class_).items()
        if str(attribute.annotation) == "Final"
    }
    return Constants(values=values) if values else _model(class_)


def _aliases(module: Module) -> dict[str, Alias]:
    values = {name: str(attribute.value) for name, attribute in attributes(module).items()}
    return {
        name: Alias(annotation=ast.unparse(parse_call(text).args[1]))
        for name, text in values.items()
        if text.startswith("TypeAliasType(")
    }


def _model(class_: Class) -> Model:
    fields = {
        name: _field(name, attribute)
        for name, attribute in attributes(class_).items()
        if attribute.annotation is not None and not name.startswith("_")
    }
    return Model(fields=fields)


def _field(name: str, attribute: Attribute) -> Field:
    annotation, wire_name = _unwrapped(str(attribute.annotation))
    documentation = text_of(attribute.docstring)
    return Field(
        name=name,
        wire_name=wire_name or name,
        annotation=annotation,
        is_required=attribute.value is None,
        default=documented_default(documentation),
        is_deprecated=tells_deprecated(documentation),
    )


def _unwrapped(annotation: str) -> tuple[str, str | None]:
    """Split `Annotated[type, Field(alias=...)]` into type and alias."""
    match ast.parse(annotation, mode="eval").body:
        case ast.Subscript(
            value=ast.Name(id="Annotated"),
            slice=ast.Tuple(elts=[type_, ast.Call() as field]),
        ):
            alias = keywords(field).get("alias")
            return ast.unparse(type_), ast.literal_eval(alias) if alias else None
        case _:
            return annotation, None
