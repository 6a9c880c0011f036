"""What openapi-spec-validator finds beyond schemas: duplicates, placeholders, defaults.

Its walk gets what it lacks: the place of each finding, corners that fail alone, sets where it
searches lists, and no way to the network.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from jsonschema.validators import extend
from jsonschema_path import SchemaPath
from openapi_schema_validator import OAS30Validator, OAS31Validator, OAS32Validator
from openapi_spec_validator import (
    OpenAPIV30SpecValidator,
    OpenAPIV31SpecValidator,
    OpenAPIV32SpecValidator,
)
from openapi_spec_validator.validation import keywords
from openapi_spec_validator.validation.registries import KeywordValidatorRegistry

from generator.validate.references import is_small

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.validate.violations import Path

RESOLVED_IN_MEMORY = 1024
COMPONENT_DEPTH = 3
Validators = Mapping[str, type[keywords.KeywordValidator]]


class Finding(NamedTuple):
    """An error of a validator, or the exception that broke it; `path` may go through references."""

    keyword: str
    path: Path
    error: Any
    broken: bool = False


def walk(root: dict[str, Any], version: str) -> Iterator[Finding]:
    """Let openapi-spec-validator walk a document."""
    registry = _Registry(VALIDATORS[version], root)
    document = SchemaPath.from_dict(root, handlers={}, resolved_cache_maxsize=RESOLVED_IN_MEMORY)
    validate: Any = registry["__root__"]
    yield from validate(document)


def _components(root: dict[str, Any]) -> dict[str, Any]:
    components = root.get("components")
    schemas = components.get("schemas") if isinstance(components, dict) else None
    return schemas if isinstance(schemas, dict) else {}


class _Registry(KeywordValidatorRegistry):
    """Hands out validators that tell where they are, and knows the document."""

    def __init__(self, validators: Validators, root: dict[str, Any]) -> None:
        super().__init__(validators)
        self.root = root
        self.component_ids = frozenset(map(id, _components(root).values()))

    def __missing__(self, keyword: str) -> keywords.KeywordValidator:
        self[keyword] = _Located(keyword, super().__missing__(keyword))
        return self[keyword]


class _Located(keywords.KeywordValidator):
    """A validator whose findings know their place, and which does not end the walk."""

    def __init__(self, keyword: str, validator: Any) -> None:
        super().__init__(validator.registry)
        self.keyword, self.validator = keyword, validator

    def __call__(self, *arguments: Any, **options: Any) -> Iterator[Finding]:
        path = next(value.parts for value in arguments if isinstance(value, SchemaPath))
        try:
            for error in self.validator(*arguments, **options):
                located = isinstance(error, Finding)
                yield error if located else Finding(self.keyword, path, error)
        except Exception as error:  # noqa: BLE001 - a check that breaks is itself a finding
            yield Finding(self.keyword, path, error, broken=True)


class _Ids(set[int]):
    """A set where the validator appends to a list."""

    append = set.add


class _Schemas(keywords.SchemaValidator):
    """Checks defaults, of each component where it stands and not where references lead to it.

    The form of schemas is checked elsewhere, with all its errors.
    """

    registry: _Registry

    def __init__(self, registry: KeywordValidatorRegistry) -> None:
        super().__init__(registry)
        self.visited_schema_ids: Any = _Ids()

    def __call__(
        self,
        schema: SchemaPath,
        require_properties: bool = False,  # noqa: ARG002, FBT001, FBT002
        meta_checked: bool = True,  # noqa: ARG002, FBT001, FBT002
    ) -> Iterator[Any]:
        if not self.is_reference(schema):
            yield from super().__call__(schema, require_properties=False, meta_checked=True)

    def is_reference(self, schema: SchemaPath) -> bool:
        """Tell whether this is a component reached through a reference, or one that only refers."""
        if len(schema.parts) == COMPONENT_DEPTH and schema.parts[0] == "components":
            component = self.registry.root["components"]["schemas"][schema.parts[-1]]
            return isinstance(component, dict) and "$ref" in component
        return id(schema.read_value()) in self.registry.component_ids

    def _collect_properties(self, schema: SchemaPath) -> set[str]:  # noqa: ARG002
        """Collect nothing: `required` may name what is declared elsewhere, and cycles never end."""
        return set()


class _Defaults(keywords.ValueValidator):
    """Leaves a default alone whose schema could keep the validator busy for ever."""

    registry: _Registry

    def __call__(self, schema: SchemaPath, value: Any) -> Iterator[Any]:
        if is_small(self.registry.root, schema.read_value()):
            yield from super().__call__(schema, value)


class _Schemas30(_Schemas, keywords.OpenAPIV30SchemaValidator):
    pass


class _Schemas31(_Schemas, keywords.OpenAPIV31SchemaValidator):
    pass


class _Schemas32(_Schemas, keywords.OpenAPIV32SchemaValidator):
    pass


def _without_patterns(validator: Any) -> Any:
    """Leave patterns unmatched: one of the document's may take for ever."""
    return extend(validator, {"pattern": lambda *_: iter(())})  # type: ignore[no-untyped-call]


class _Defaults30(_Defaults, keywords.OpenAPIV30ValueValidator):
    value_validator_cls = _without_patterns(OAS30Validator)


class _Defaults31(_Defaults, keywords.OpenAPIV31ValueValidator):
    value_validator_cls = _without_patterns(OAS31Validator)


class _Defaults32(_Defaults, keywords.OpenAPIV32ValueValidator):
    value_validator_cls = _without_patterns(OAS32Validator)


VALIDATORS: dict[str, Validators] = {
    "3.0": {
        **OpenAPIV30SpecValidator.keyword_validators,
        "schema": _Schemas30,
        "default": _Defaults30,
    },
    "3.1": {
        **OpenAPIV31SpecValidator.keyword_validators,
        "schema": _Schemas31,
        "default": _Defaults31,
    },
    "3.2": {
        **OpenAPIV32SpecValidator.keyword_validators,
        "schema": _Schemas32,
        "default": _Defaults32,
    },
}
