"""Which OpenAPI object stands where: OpenAPI 3.2, "Schema" (which holds 3.0 and 3.1 too).

A shape is an object's name; `x{}` is a mapping from names to x, `x[]` a list of x.
"""

from __future__ import annotations

from generator.pointers import split

Shape = str
DATA: Shape = "data"
"""Whatever has no references of its own: texts, examples, extensions."""

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace", "query")
SECTIONS = {
    "schema": "schemas",
    "parameter": "parameters",
    "response": "responses",
    "request body": "requestBodies",
    "header": "headers",
    "example": "examples",
    "link": "links",
    "callback": "callbacks",
    "path item": "pathItems",
    "media type": "mediaTypes",
    "security scheme": "securitySchemes",
}
"""Objects that may be referred to, and where the components have them."""

_MEDIA: dict[str, Shape] = {
    "schema": "schema",
    "itemSchema": "schema",
    "examples": "example{}",
    "encoding": "encoding{}",
    "itemEncoding": "encoding",
    "prefixEncoding": "encoding[]",
}
_PARAMETER: dict[str, Shape] = {
    "schema": "schema",
    "content": "media type{}",
    "examples": "example{}",
}
FIELDS: dict[Shape, dict[str, Shape]] = {
    "document": {
        "paths": "path item{}",
        "webhooks": "path item{}",
        "components": "components",
    },
    "components": {section: f"{shape}{{}}" for shape, section in SECTIONS.items()},
    "path item": {
        **dict.fromkeys(METHODS, "operation"),
        "additionalOperations": "operation{}",
        "parameters": "parameter[]",
    },
    "operation": {
        "parameters": "parameter[]",
        "requestBody": "request body",
        "responses": "response{}",
        "callbacks": "callback{}",
    },
    "callback": {},
    "parameter": _PARAMETER,
    "header": _PARAMETER,
    "request body": {"content": "media type{}"},
    "response": {"content": "media type{}", "headers": "header{}", "links": "link{}"},
    "media type": _MEDIA,
    "encoding": {
        "headers": "header{}",
        "encoding": "encoding{}",
        "itemEncoding": "encoding",
        "prefixEncoding": "encoding[]",
    },
    "schema": {
        **dict.fromkeys(
            ("properties", "patternProperties", "$defs", "definitions", "dependentSchemas"),
            "schema{}",
        ),
        **dict.fromkeys(("allOf", "anyOf", "oneOf", "prefixItems"), "schema[]"),
        **dict.fromkeys(
            (
                *("additionalProperties", "contains", "contentSchema", "else", "if", "items"),
                *("not", "propertyNames", "then", "unevaluatedItems", "unevaluatedProperties"),
            ),
            "schema",
        ),
        "discriminator": "discriminator",
    },
    "discriminator": {"mapping": "mapping"},
}


def below(shape: Shape, key: str | int) -> Shape:
    """Tell what stands under a key or an index of an object."""
    if shape.endswith(("{}", "[]")):
        return shape[:-2]
    if isinstance(key, int):
        return shape
    return "path item" if shape == "callback" else FIELDS.get(shape, {}).get(key, DATA)


def shape_at(pointer: str) -> Shape:
    """Tell what a document has at a pointer."""
    shape = "document"
    for key in split(pointer):
        shape = below(shape, key)
    return shape
