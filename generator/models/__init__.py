"""Models: small modules of pydantic classes and type aliases, one name a component."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.diagnostics import ClientwrightError
from generator.models.engine import run_engine
from generator.models.engine_document import engine_document
from generator.models.hidden import engine_names
from generator.models.modules import assign_modules
from generator.models.notes import documentation
from generator.models.sources import defined_names, tidy
from generator.models.texts import Texts
from generator.normalize.document import PYTHON_NAME
from generator.normalize.openness import references

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from generator.normalize import Normalized
    from generator.normalize.document import Schema


@dataclass(frozen=True, kw_only=True, slots=True)
class ModelPackage:
    """`sources`: text by module; `modules`: module by component, in the document's order."""

    sources: Mapping[str, str]
    modules: Mapping[str, str]


def write_models(normalized: Normalized, templates: Path) -> ModelPackage:
    """Write all components as Python source, unformatted.

    Raises ClientwrightError, with the component's place, when one does not come out under its name.
    """
    components: dict[str, Schema] = normalized.root["components"]["schemas"]
    if not components:
        return ModelPackage(sources={}, modules={})
    modules = assign_modules(components, references(normalized.root["paths"]))
    texts = Texts(_identifiers(components))
    names = engine_names(components)
    made = run_engine(engine_document(components, modules, names, texts), templates)
    documented = {
        names[name]: texts.documentation(described, indent=0)
        for name, schema in components.items()
        if "properties" not in schema and (described := documentation(schema))
    }
    stand_ins = {names[name]: name for name in components if names[name] != name}
    sources = {module: tidy(text, documented, stand_ins) for module, text in made.items()}
    _check(normalized, components, modules, sources)
    restored = {name: texts.restore(sources[name]) for name in sorted(sources)}
    return ModelPackage(sources=restored, modules=modules)


def _identifiers(components: Mapping[str, Schema]) -> list[str]:
    properties = [name for schema in components.values() for name in schema.get("properties", {})]
    return [*components, *properties]


def _check(
    normalized: Normalized,
    components: Mapping[str, Schema],
    modules: Mapping[str, str],
    sources: Mapping[str, str],
) -> None:
    defined = {module: defined_names(source) for module, source in sources.items()}
    for name, schema in components.items():
        fields = defined.get(modules[name], {}).get(name)
        properties = schema.get("properties", {})
        expected = {child.get(PYTHON_NAME, wire) for wire, child in properties.items()}
        if fields is None or (expected and set(fields) != expected):
            place = normalized.document.locate(normalized.sources.get(name, ""))
            lost = "has no model" if fields is None else f"lost {_listed(expected ^ set(fields))}"
            message = f"{place}  component {name} {lost} in the models; nothing written"
            raise ClientwrightError(message)


def _listed(names: set[str]) -> str:
    return ", ".join(sorted(names))
