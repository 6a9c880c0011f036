"""One document with a text in every position where a text can stand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.pointers import join

Node = dict[str, Any]


class Texts:
    """Gives each position its text, a harmless one unless another is wanted."""

    def __init__(self, wanted: Mapping[str, str]) -> None:
        self.harmless: dict[str, str] = {}
        self._wanted = wanted

    def at(self, position: str, harmless: str) -> str:
        """Give the text of a position."""
        self.harmless[position] = harmless
        return self._wanted.get(position, harmless)

    def reference(self, kind: str, key: str) -> Node:
        """Refer to a component by its key."""
        return {"$ref": "#" + join("/components", kind, key).replace("%", "%25")}


def document(wanted: Mapping[str, str]) -> Node:
    """Return the document with texts at positions."""
    return _document(Texts(wanted))


def harmless_texts() -> dict[str, str]:
    """Return every position with its harmless text."""
    texts = Texts({})
    _document(texts)
    return texts.harmless


def _document(texts: Texts) -> Node:
    at = texts.at
    return {
        "openapi": "3.1.0",
        "jsonSchemaDialect": at("dialect", "https://spec.openapis.org/oas/3.1/dialect/base"),
        "info": {
            "title": at("info.title", "Odd Things"),
            "summary": at("info.summary", "Things of all kinds."),
            "description": at("info.description", "Things of all kinds.\n\nAnd more."),
            "termsOfService": at("info.terms", "https://things.example/terms"),
            "version": at("info.version", "1.0.0"),
            "contact": {
                "name": at("contact.name", "Thing"),
                "url": at("contact.url", "https://things.example"),
                "email": at("contact.email", "things@things.example"),
            },
            "license": {
                "name": at("license.name", "MIT"),
                "identifier": at("license.identifier", "MIT"),
            },
            f"x-{at('extension.key', 'own')}": at("extension.value", "own"),
        },
        "externalDocs": {
            "url": at("docs.url", "https://things.example/docs"),
            "description": at("docs.description", "Docs"),
        },
        "servers": _servers(texts),
        "tags": [
            {
                "name": at("tag.name", "odd-things"),
                "summary": at("tag.summary", "Odd things"),
                "description": at("tag.description", "All about odd things.\n\nAnd more."),
            }
        ],
        "security": [{at("scheme.key", "Thing Key"): []}, {at("scheme.bearer", "Thing Token"): []}],
        "paths": _paths(texts),
        "webhooks": {at("webhook.key", "thing-made"): {"post": _webhook(texts)}},
        "components": _components(texts),
        "x-" + at("extension.root", "root"): {at("extension.inner", "key"): "value"},
    }


def _servers(texts: Texts) -> list[Node]:
    at = texts.at
    variable = at("server.variable", "region")
    return [
        {
            "url": f"https://things.example/{{{variable}}}",
            "description": at("server.description", "The usual one"),
            "variables": {
                variable: {
                    "default": at("server.default", "eu"),
                    "enum": [at("server.enum", "us")],
                    "description": at("server.variable.description", "Where things are"),
                }
            },
        },
        {"url": f"https://other.example/{at('server.path', 'v1')}"},
        {"url": at("server.url", "https://third.example")},
    ]


def _paths(texts: Texts) -> Node:
    at = texts.at
    name = at("path.parameter", "thing-id")
    return {
        f"/things/{at('path.segment', 'odd-ones')}/{{{name}}}": {
            "summary": at("path.summary", "One thing"),
            "description": at("path.description", "One thing."),
            "parameters": [
                {
                    "name": name,
                    "in": "path",
                    "required": True,
                    "description": at("path.parameter.description", "Which thing"),
                    "schema": {"type": "string"},
                }
            ],
            "put": _replace(texts),
            "get": _retrieve(texts),
        },
        "/things": {"get": _list(texts), "post": _create(texts)},
        "/things/export": {"get": _export(texts)},
        at("path", "/third-things"): {"delete": _delete(texts)},
    }


def _replace(texts: Texts) -> Node:
    at = texts.at
    media_type = at("body.media_type", "application/json")
    return {
        "operationId": at("operation.id", "replaceTheThing"),
        "tags": [at("operation.tag", "odd-things")],
        "summary": at("operation.summary", "Replace a thing"),
        "description": at("operation.description", "Replace a thing by another.\n\nAnd more."),
        "externalDocs": {"url": at("operation.docs", "https://things.example")},
        "deprecated": True,
        "security": [{at("operation.scheme", "Thing Basic"): [at("scope.asked", "read")]}],
        "servers": [{"url": at("operation.server", "https://fourth.example")}],
        "requestBody": {
            "description": at("body.description", "The new thing"),
            "required": True,
            "content": {media_type: {"schema": texts.reference("schemas", _thing(texts))}},
        },
        "responses": {
            "200": {
                "description": at("response.description", "The thing as it is now"),
                "headers": {
                    at("response.header", "X-Odd"): {
                        "description": at("response.header.description", "Odd"),
                        "schema": {"type": "string"},
                    }
                },
                "content": {
                    "application/json": {"schema": texts.reference("schemas", _thing(texts))}
                },
                "links": {
                    at("link.key", "next"): {
                        "operationId": at("link.operation", "replaceTheThing"),
                        "description": at("link.description", "Next"),
                        "parameters": {at("link.parameter", "id"): at("link.expression", "$url")},
                    }
                },
            },
            at("response.status", "404"): {
                "description": at("error.description", "No such thing"),
                "content": {at("error.media_type", "application/problem+json"): {"schema": {}}},
            },
        },
        "callbacks": {
            at("callback.key", "made"): {
                at("callback.expression", "{$request.body#/url}"): {"post": _webhook(texts)}
            }
        },
    }


def _thing(texts: Texts) -> str:
    return texts.at("schema.key", "Odd Thing")


def _retrieve(texts: Texts) -> Node:
    at = texts.at
    return {
        "operationId": "retrieveThing",
        "tags": ["Things", at("operation.second_tag", "More things")],
        "parameters": [
            *_parameters(texts),
            texts.reference("parameters", at("component.parameter", "Odd Parameter")),
        ],
        "responses": {
            "200": texts.reference("responses", at("component.response", "Odd Response")),
            "default": {"description": ""},
        },
    }


def _parameters(texts: Texts) -> list[Node]:
    at = texts.at
    return [
        {
            "name": at("query.name", "odd-query"),
            "in": "query",
            "description": at("query.description", "What to look for"),
            "example": at("query.example", "this"),
            "schema": {
                "type": "string",
                "default": at("query.default", "a-default"),
                "pattern": at("query.pattern", "^[a-z]+$"),
                "format": at("query.format", "slug"),
                "description": at("query.schema.description", "Also what to look for"),
            },
        },
        {
            "name": at("deep.name", "odd-filter"),
            "in": "query",
            "style": at("query.style", "deepObject"),
            "schema": {"type": "object", "properties": {at("deep.key", "odd-key"): {}}},
        },
        {
            "name": at("enum.name", "odd-enum"),
            "in": "query",
            "schema": {"enum": ["+1", at("query.enum", "b-value"), "c"]},
        },
        {
            "name": at("header.name", "X-Odd-Header"),
            "in": "header",
            "required": True,
            "description": at("header.description", "A header"),
            "schema": {"const": at("header.const", "a-constant")},
        },
        {
            "name": at("cookie.name", "odd-cookie"),
            "in": "cookie",
            "content": {
                at("parameter.media_type", "application/json"): {
                    "schema": {"type": "string"},
                    "examples": {at("example.key", "one"): {"value": at("example.value", "1")}},
                }
            },
        },
    ]


def _list(texts: Texts) -> Node:
    page = {
        "type": "object",
        "properties": {
            "next": {"type": "string", "format": "uri", "description": texts.at("next", "Next")},
            "results": {"type": "array", "items": texts.reference("schemas", _thing(texts))},
        },
    }
    return {
        "operationId": "listThings",
        "tags": ["Things"],
        "responses": {
            "200": {"description": "", "content": {"application/json": {"schema": page}}}
        },
    }


def _create(texts: Texts) -> Node:
    at = texts.at
    key = at("field.key", "odd-field")
    fields = {
        "type": "object",
        "title": at("body.title", "New thing"),
        "required": [key, at("field.required", "name")],
        "properties": {
            key: {
                "type": "string",
                "description": at("field.description", "A field"),
                "default": at("field.default", "a-default"),
            },
            "file": {"type": "string", "format": "binary"},
        },
    }
    encoding = {
        at("encoding.key", "file"): {
            "contentType": at("encoding.media_type", "image/png"),
            "style": at("encoding.style", "form"),
        }
    }
    return {
        "operationId": "createThing",
        "tags": ["Things"],
        "requestBody": {
            "content": {"multipart/form-data": {"schema": fields, "encoding": encoding}}
        },
        "responses": {
            "201": {
                "description": "",
                "content": {at("answer.media_type", "application/json"): {"schema": {}}},
            }
        },
    }


def _export(texts: Texts) -> Node:
    return {
        "operationId": "exportThings",
        "tags": ["Things"],
        "parameters": [
            {
                "name": texts.at("selector.name", "the-format"),
                "in": "query",
                "schema": {"type": "string", "enum": ["csv", "json"]},
            }
        ],
        "responses": {
            "200": {
                "description": "",
                "content": {
                    "application/json": {"schema": texts.reference("schemas", _thing(texts))},
                    "text/csv": {"schema": {"type": "string"}},
                },
            }
        },
    }


def _delete(texts: Texts) -> Node:
    return {
        "operationId": "deleteThirdThings",
        "tags": ["Things"],
        "description": texts.at("delete.description", "Delete them all.\n\nAnd more."),
        "responses": {"204": {"description": ""}},
    }


def _webhook(texts: Texts) -> Node:
    schema = {"type": "object", "properties": {texts.at("webhook.field", "odd-field"): {}}}
    return {
        "operationId": texts.at("webhook.id", "thingMade"),
        "requestBody": {"content": {"application/json": {"schema": schema}}},
        "responses": {"200": {"description": ""}},
    }


def _components(texts: Texts) -> Node:
    at = texts.at
    return {
        "schemas": _schemas(texts),
        "parameters": {
            at("component.parameter", "Odd Parameter"): {
                "name": at("component.parameter.name", "shared-query"),
                "in": "query",
                "schema": {"type": "array", "items": {"enum": ["*", at("item.enum", "a-2")]}},
            }
        },
        "responses": {
            at("component.response", "Odd Response"): {
                "description": at("component.response.description", "A thing"),
                "content": {
                    "application/json": {
                        "schema": {"type": "object", "properties": {"odd-one": {}, "other-one": {}}}
                    }
                },
            }
        },
        "securitySchemes": {
            at("scheme.key", "Thing Key"): {
                "type": "apiKey",
                "in": "header",
                "name": at("scheme.header", "X-Thing-Key"),
                "description": at("scheme.description", "The key to all things"),
            },
            at("scheme.bearer", "Thing Token"): {
                "type": "http",
                "scheme": "bearer",
                "bearerFormat": at("scheme.format", "JWT"),
                "description": at("scheme.bearer.description", "A token"),
            },
            "Thing Basic": {"type": "http", "scheme": "basic"},
            "Thing Grant": {
                "type": "oauth2",
                "flows": {
                    "clientCredentials": {
                        "tokenUrl": at("scheme.url", "https://things.example/token"),
                        "scopes": {at("scope.key", "read"): at("scope.text", "Read things")},
                    }
                },
            },
            "Thing Other": {"type": "http", "scheme": at("scheme.kind", "digest")},
        },
    }


def _schemas(texts: Texts) -> Node:
    at = texts.at
    odd, even = at("union.first", "Odd Member"), at("union.second", "Even Member")
    kind = at("discriminator", "the-kind")
    mapping = {
        at("mapping.key", "an-odd-one"): texts.reference("schemas", odd)["$ref"],
        at("mapping.other_key", "an-even-one"): at("mapping.value", "#/components/schemas/Even"),
    }
    return {
        _thing(texts): _object(texts),
        odd: {"type": "object", "properties": {kind: {"type": "string"}, "odd-1": {}}},
        even: {"type": "object", "properties": {kind: {"type": "string"}, "even-2": {}}},
        "Union": {
            "description": at("union.description", "One or the other"),
            "oneOf": [texts.reference("schemas", odd), texts.reference("schemas", even)],
            "discriminator": {"propertyName": kind, "mapping": mapping},
        },
        at("enum.key", "Odd Choice"): {
            "type": "string",
            "title": at("enum.title", "Odd Choice"),
            "description": at("enum.description", "What there is"),
            "enum": ["first-value", at("enum.value", "second-value"), "third-value"],
            "x-enum-varnames": ["FIRST", at("enum.name_of_value", "SECOND"), "THIRD"],
            "x-enum-descriptions": ["One", at("enum.text_of_value", "Two"), "Three"],
        },
        at("alias.key", "Odd Alias"): {
            "type": "string",
            "description": at("alias.description", "A name"),
            "pattern": at("alias.pattern", "^a$"),
        },
        "Merged": {
            "allOf": [
                texts.reference("schemas", _thing(texts)),
                {"description": at("merged.description", "More"), "title": at("title", "More")},
                {"type": "object", "properties": {at("merged.key", "more-keys"): {}}},
            ]
        },
    }


def _object(texts: Texts) -> Node:
    at = texts.at
    return {
        "type": "object",
        "title": at("schema.title", "Odd Thing"),
        "description": at("schema.description", "A thing.\n\nAnd more."),
        "$id": at("schema.id", "https://things.example/thing"),
        "$comment": at("schema.comment", "A comment"),
        "$anchor": at("schema.anchor", "thing"),
        "$defs": {at("schema.definition", "Inner"): {"type": "string"}},
        "required": [at("property.key", "odd-key"), at("property.required", "no-key"), "plain-key"],
        "example": {at("example.property", "odd-key"): at("example.text", "text")},
        "xml": {"name": at("xml", "thing")},
        "properties": {
            at("property.key", "odd-key"): {
                "type": "string",
                "title": at("property.title", "Odd"),
                "description": at("property.description", "An odd one.\n\n- And more"),
                "default": at("property.default", "a-default"),
                "pattern": at("property.pattern", "^[a-z]$"),
                "example": at("property.example", "a"),
            },
            "plain-key": {"type": at("type", "integer"), "format": at("format", "int64")},
            "choice-key": {"enum": ["-1", at("property.enum", "x-2"), "x-3"]},
            "const-key": {"const": at("const", "a-constant")},
            "closed-key": {"$ref": at("reference", "#/components/schemas/Nothing")},
            "file-key": {"$ref": at("reference.file", "other.yaml#/Nothing")},
            "inner-key": {
                "type": "object",
                "description": at("inner.description", "Inside"),
                "properties": {at("inner.key", "inner-name"): {"type": "string"}},
            },
            "map-key": {
                "type": "object",
                "patternProperties": {at("pattern.key", "^a"): {"type": "string"}},
                "propertyNames": {"pattern": at("names.pattern", "^a")},
            },
            "union-key": {"$ref": "#/components/schemas/Union"},
            "code-key": {"type": "string", "contentEncoding": at("encoding", "base64")},
        },
    }
