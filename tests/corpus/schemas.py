"""Schemas of a document as JSON Schema 2020-12, for a validator that others wrote."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any, Literal

import jsonschema_rs

from tests.corpus.reading import Node, Source

Schema = dict[str, Any]
Direction = Literal["request", "answer"]

_URI = "urn:clientwright:document"
_UNUSED = {"request": "readOnly", "answer": "writeOnly"}
_TYPES = frozenset({"object", "array", "string", "number", "integer", "boolean", "null"})
_NUMBERS = ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf")
_COUNTS = ("minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties")
_PYTHON = {"object": dict, "array": list, "string": str, "boolean": bool, "null": type(None)}
_MOST_SHOWN = 200


class Unmade(Exception):  # noqa: N818 - it is no mistake of anybody's
    """No instance could be made of a schema."""


@dataclass(slots=True)
class Schemas:
    """Translated schemas by place, in one direction; None keeps what either direction has.

    Patterns are left out: vendors write them for other engines, and clients do not enforce them.
    `additionalProperties: false` is a hint for the maker, because vendors write it inside `allOf`.
    """

    source: Source
    direction: Direction | None
    _names: dict[str, str] = field(default_factory=dict)
    _defined: dict[str, Any] = field(default_factory=dict)
    _excused: set[str] = field(default_factory=set)
    wishes: dict[str, Schema] = field(default_factory=dict)
    """What discriminators want of the schemas that they name, by reference."""
    _registry: jsonschema_rs.Registry | None = None

    def add(self, node: Node) -> Schema:
        """Translate the schema at a place with all it refers to; give a reference to it."""
        name = self._names.get(node.place)
        if name is None:
            name = self._names[node.place] = f"s{len(self._names)}"
            self._registry = None
            self._defined[name] = {}
            self._defined[name] = self._translate(node)
        return {"$ref": f"{_URI}#/$defs/{name}"}

    def resolve(self, schema: Any) -> Any:
        """Replace a reference by the schema that it names."""
        return self._defined[schema["$ref"].rpartition("/")[2]]

    def problems(self, schema: Schema, instance: Any) -> list[str]:
        """Say why an instance does not fit."""
        if self._registry is None:
            resource = {"$id": _URI, "$defs": self._defined}
            self._registry = jsonschema_rs.Registry([(_URI, resource)])
        validator = jsonschema_rs.Draft202012Validator(
            schema, registry=self._registry, validate_formats=True
        )
        return [
            f"{error.instance_path}: {error.message[:_MOST_SHOWN]}"
            for error in validator.iter_errors(instance)
            if error.message not in self._excused
        ]

    def excuse(self, name: str) -> None:
        """Let a property be missing that is required but declared nowhere: vendors forget some."""
        self._excused.add(f"{json.dumps(name, ensure_ascii=False)} is a required property")

    def _translate(self, node: Node) -> Any:
        if not isinstance(node.value, dict):
            return True if node.value is None else bool(node.value)
        reference = node.value.get("$ref")
        if isinstance(reference, str):
            target = self.source.target(node, reference)
            plain = True if target.value is None else self.add(target)
            beside = {} if self.source.is_old or plain is True else self._schema(node)
            return {"allOf": [plain, beside]} if beside else plain
        return self._schema(node)

    def _schema(self, node: Node) -> Any:
        made = _values(node.value) | self._children(node)
        made |= _old_bounds(made, node.value)
        takes_null = node.value.get("nullable") is True and node.value.get("type") != "null"
        return _or_null(made) if takes_null else made

    def _children(self, node: Node) -> Schema:
        made: Schema = {}
        declared = self.source.follow(node.child("properties"))
        if isinstance(declared.value, dict):
            properties = dict(declared.children())
            unused = [
                name
                for name, one in properties.items()
                if self._is_unused(self.source.follow(one).value) or self._is_unused(one.value)
            ]
            used = {name: one for name, one in properties.items() if name not in unused}
            made["properties"] = {name: self._translate(one) for name, one in used.items()}
            made["x-unused"] = unused
        for key in ("items", "additionalProperties"):
            if isinstance(node.value.get(key), dict | bool):
                made[key] = self._translate(node.child(key))
        if made.get("additionalProperties") is False:
            made["x-closed"] = not made.pop("additionalProperties")
        for key, written in (("allOf", "allOf"), ("anyOf", "anyOf"), ("oneOf", "oneOf")):
            members = [self._translate(one) for one in node.child(key).items()]
            if members:
                made[written] = members
        return _one_union(made | self._lists(node), node, self)

    def _lists(self, node: Node) -> Schema:
        key = "items" if node.child("items").is_list else "prefixItems"
        prefix = [self._translate(one) for one in node.child(key).items()]
        required = node.value.get("required")
        made: Schema = {"prefixItems": prefix} if prefix else {}
        if isinstance(required, list):
            properties = self.source.follow(node.child("properties"))
            unused = {n for n, one in properties.children() if self._is_unused(one.value)}
            made["required"] = [name for name in dict.fromkeys(required) if name not in unused]
        return made

    def _is_unused(self, schema: Any) -> bool:
        """Tell whether a property is of the other direction, also where `allOf` says so."""
        word = _UNUSED.get(self.direction or "")
        if word is None or not isinstance(schema, dict):
            return False
        parts = schema.get("allOf")
        members = parts if isinstance(parts, list) else []
        return any(isinstance(one, dict) and one.get(word) is True for one in (schema, *members))


def _or_null(schema: Schema) -> Schema:
    if "type" not in schema or any(key in schema for key in ("allOf", "anyOf", "const")):
        return {"anyOf": [schema, {"type": "null"}]}
    types = [schema["type"]] if isinstance(schema["type"], str) else schema["type"]
    values = {"enum": [*schema["enum"], None]} if "enum" in schema else {}
    return {**schema, "type": [*types, "null"], **values}


def _one_union(made: Schema, node: Node, schemas: Schemas) -> Schema:
    """Write `oneOf` as `anyOf`: vendors' members overlap; keep what tells them apart."""
    if "oneOf" in made:
        union: Schema = {"anyOf": made.pop("oneOf")}
        discriminator = node.value.get("discriminator")
        if isinstance(discriminator, dict):
            union["x-discriminator"] = _discriminator(discriminator, node, schemas)
        made["allOf"] = [*made.get("allOf", []), union]
    elif "anyOf" in made and isinstance(node.value.get("discriminator"), dict):
        made["x-discriminator"] = _discriminator(node.value["discriminator"], node, schemas)
    return made


def _discriminator(declared: Schema, node: Node, schemas: Schemas) -> Schema:
    """Give, by reference, what the property that tells members apart must be."""
    values: dict[str, str] = {}
    mapping = declared.get("mapping")
    for value, target in (mapping if isinstance(mapping, dict) else {}).items():
        is_name = "#" not in target and "." not in target
        reference = f"#/components/schemas/{target}" if is_name else target
        place = schemas.source.target(node, reference)
        values.setdefault(schemas.add(place)["$ref"], value)
    name = declared.get("propertyName")
    for member in [*node.child("oneOf").items(), *node.child("anyOf").items()]:
        reference = member.value.get("$ref") if isinstance(member.value, dict) else None
        if isinstance(reference, str):
            place = schemas.source.target(member, reference)
            values.setdefault(schemas.add(place)["$ref"], reference.rpartition("/")[2])
    wishes = {k: {"properties": {str(name): {"x-wish": v}}} for k, v in values.items()}
    schemas.wishes = {**wishes, **schemas.wishes}
    return wishes


def _values(schema: Schema) -> Schema:
    """Give the keywords without schemas in them, without those that no validator understands."""
    made: Schema = {key: schema[key] for key in ("format", "const") if key in schema}
    made |= {k: schema[k] for k in _COUNTS if isinstance(schema.get(k), int)}
    made |= {k: schema[k] for k in _NUMBERS if _is_number(schema.get(k))}
    if schema.get("uniqueItems") is True:
        made["uniqueItems"] = True
    declared = schema.get("type")
    types = [
        one for one in (declared if isinstance(declared, list) else [declared]) if one in _TYPES
    ]
    values = schema.get("enum")
    if isinstance(values, list) and values:
        made["enum"] = values
        fitting = [one for one in types if any(_fits(value, one) for value in values)]
        is_list = not fitting and "array" in types
        types = types if is_list else fitting
        made = {key: value for key, value in made.items() if key != "enum" or not is_list}
    if types:
        made["type"] = types[0] if len(types) == 1 else types
    if not isinstance(made.get("format", ""), str):
        del made["format"]
    return made


def _old_bounds(made: Schema, schema: Schema) -> Schema:
    """Translate `exclusiveMinimum: true` of OpenAPI 3.0."""
    pairs = (("exclusiveMinimum", "minimum"), ("exclusiveMaximum", "maximum"))
    return {
        flag: made[plain] for flag, plain in pairs if schema.get(flag) is True and plain in made
    }


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _fits(value: Any, name: str) -> bool:
    if name in ("integer", "number"):
        return _is_number(value)
    return isinstance(value, _PYTHON[name])
