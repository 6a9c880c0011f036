"""Models: small modules of pydantic classes and type aliases, one name a component."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from generator.diagnostics import ClientwrightError, Diagnostic
from generator.models.constants import constants_of, source_of
from generator.models.engine import run_engine
from generator.models.engine_document import engine_document
from generator.models.hidden import engine_names
from generator.models.modules import assign_modules
from generator.models.notes import documentation
from generator.models.sources import defined_names, tidy
from generator.models.tagged import with_tags
from generator.models.texts import Texts
from generator.names.lock import is_call, schema_key
from generator.normalize.document import PYTHON_NAME
from generator.normalize.openness import references

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from pathlib import Path

    from generator.normalize import Normalized
    from generator.normalize.document import Schema


@dataclass(frozen=True, kw_only=True, slots=True)
class ModelPackage:
    """`sources`: text by module; `modules`: module by component, in the document's order.

    `constants`: module by class of constants. `diagnostics` name the components that no model could
    be made of.
    """

    sources: Mapping[str, str]
    modules: Mapping[str, str]
    constants: Mapping[str, str] = field(default_factory=dict)
    diagnostics: tuple[Diagnostic, ...] = ()
    renamed: Mapping[str, str] = field(default_factory=dict)
    """Present names by former ones."""


def write_models(normalized: Normalized, templates: Path) -> ModelPackage:
    """Write all components as Python source, unformatted.

    A component that does not come out under its name with all its fields becomes an alias of any
    value. Raises ClientwrightError where that does not help.
    """
    components: dict[str, Schema] = normalized.root["components"]["schemas"]
    entries = references([normalized.root["paths"], normalized.root["webhooks"]])
    package, lost = _write(components, entries, templates)
    if lost:
        plain = {name: {} if name in lost else schema for name, schema in components.items()}
        package, still_lost = _write(plain, entries, templates)
        if still_lost:
            name = next(iter(still_lost))
            raise ClientwrightError(f"{_lost(normalized, name, lost)}; nothing written")
    diagnostics = tuple(_lost(normalized, name, lost) for name in lost)
    renamed = {
        former: name
        for former, name in _renamed(normalized).items()
        if former not in package.constants
    }
    return replace(package, diagnostics=diagnostics, renamed=renamed)


def _renamed(normalized: Normalized) -> dict[str, str]:
    present = {schema_key(pointer): name for pointer, name in normalized.places.items()}
    former = sorted(normalized.lock.former_names.items())
    return {name: present[key] for name, key in former if not is_call(name) and key in present}


def _write(
    components: Mapping[str, Schema], entries: Collection[str], templates: Path
) -> tuple[ModelPackage, dict[str, str]]:
    """Write models, and tell what went wrong with which component."""
    if not components:
        return ModelPackage(sources={}, modules={}), {}
    modules = assign_modules(components, entries)
    texts = Texts(_identifiers(components))
    names = engine_names(components)
    made = run_engine(engine_document(components, modules, names, texts), templates)
    documented = {
        names[name]: texts.documentation(described, indent=0)
        for name, schema in components.items()
        if "properties" not in schema and (described := documentation(schema))
    }
    stand_ins = {names[name]: name for name in components if names[name] != name}
    constants = constants_of(components, texts)
    following = {names[name]: source_of(one) for name, one in constants.items()}
    sources = {
        module: tidy(text, documented, following, stand_ins) for module, text in made.items()
    }
    tagged = with_tags(sources)
    restored = {name: texts.restore(tagged[name]) for name in sorted(tagged)}
    where = {one.name: modules[name] for name, one in constants.items()}
    package = ModelPackage(sources=restored, modules=modules, constants=where)
    return package, _problems(components, modules, sources)


def _identifiers(components: Mapping[str, Schema]) -> list[str]:
    properties = [name for schema in components.values() for name in schema.get("properties", {})]
    return [*components, *properties]


def _problems(
    components: Mapping[str, Schema], modules: Mapping[str, str], sources: Mapping[str, str]
) -> dict[str, str]:
    """Compare what the engine made with what it was given, name by name and field by field."""
    defined = {module: defined_names(source) for module, source in sources.items()}
    found: dict[str, str] = {}
    for name, schema in components.items():
        fields = defined.get(modules[name], {}).get(name)
        properties = schema.get("properties", {})
        expected = {child.get(PYTHON_NAME, wire) for wire, child in properties.items()}
        if fields is None:
            found[name] = "has no model of its name"
        elif expected and set(fields) != expected:
            found[name] = f"has a model without {', '.join(sorted(expected - set(fields)))}"
    return found


def _lost(normalized: Normalized, name: str, lost: Mapping[str, str]) -> Diagnostic:
    return Diagnostic(
        kind="skip",
        place=normalized.document.locate(normalized.sources.get(name, "")),
        problem=f"component {name} {lost.get(name, 'has no model')}",
        consequence="any value is taken in its place",
    )
