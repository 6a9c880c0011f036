"""What the schemas of OpenAPI itself find, by jsonschema-rs."""

from __future__ import annotations

import copy
from functools import cache
from typing import TYPE_CHECKING, Any

import jsonschema_rs
from openapi_spec_validator import schemas

from generator.validate.violations import Violation, explain

if TYPE_CHECKING:
    from collections.abc import Iterator

JSON_SCHEMA = "https://json-schema.org/draft/2020-12/schema"
SCHEMA_OBJECT = {
    "$dynamicAnchor": "meta",
    "$ref": JSON_SCHEMA,
    "properties": {
        "discriminator": {
            "type": "object",
            "properties": {
                "propertyName": {"type": "string"},
                "mapping": {"type": "object", "additionalProperties": {"type": "string"}},
            },
            "required": ["propertyName"],
        },
        "externalDocs": {"type": "object", "required": ["url"]},
        "xml": {"type": "object"},
    },
}
"""A Schema Object of OpenAPI 3.1 and later: JSON Schema and three keywords more."""

SCHEMA_OBJECT_30 = {
    "properties": {
        "allOf": {"minItems": 1},
        "anyOf": {"minItems": 1},
        "oneOf": {"minItems": 1},
        "enum": {"uniqueItems": True},
        "pattern": {"format": "regex"},
        "required": {"uniqueItems": True},
    }
}
"""What JSON Schema asks of a Schema Object and the schema of OpenAPI 3.0 forgets."""


def check_structure(root: dict[str, Any], version: str) -> Iterator[Violation]:
    """Hold a document against the schema of its OpenAPI version."""
    for error in _validator(version).iter_errors(root):
        yield from explain(error)


@cache
def _validator(version: str) -> jsonschema_rs.Validator:
    match version:
        case "3.0":
            return _validator_of_30()
        case "3.1":
            return _validator_with_schema_objects(dict(schemas.schema_v31))
    return _validator_with_schema_objects(dict(schemas.schema_v32))


def _validator_of_30() -> jsonschema_rs.Validator:
    openapi = copy.deepcopy(dict(schemas.schema_v30))
    openapi["definitions"]["Schema"]["allOf"] = [SCHEMA_OBJECT_30]
    return jsonschema_rs.Draft4Validator(openapi, validate_formats=True)


def _validator_with_schema_objects(openapi: dict[str, Any]) -> jsonschema_rs.Validator:
    """Put JSON Schema where the schema of OpenAPI leaves the dialect open."""
    whole = {
        "$schema": JSON_SCHEMA,
        "$id": "urn:clientwright:openapi",
        "$ref": openapi["$id"],
        "$defs": {"schema": SCHEMA_OBJECT},
    }
    registry = jsonschema_rs.Registry([(openapi["$id"], openapi)])
    return jsonschema_rs.Draft202012Validator(whole, registry=registry, validate_formats=True)
