"""One schema in the 3.1 spelling, null and unions written one way; references stay.

Section "Schema Object" of OpenAPI 3.0.4 and 3.1.1, JSON Schema 2020-12.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from generator.normalize.document import ANNOTATIONS, Schema, annotations_of, nullable
from generator.normalize.enums import clean_enum
from generator.pointers import join

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.normalize.recorder import Recorder

KEPT = (
    *ANNOTATIONS,
    *("type", "format", "enum", "const", "properties", "required", "items", "prefixItems"),
    *("additionalProperties", "patternProperties", "allOf", "anyOf", "oneOf", "discriminator"),
    *("minLength", "maxLength", "pattern", "minimum", "maximum", "multipleOf", "uniqueItems"),
    *("exclusiveMinimum", "exclusiveMaximum", "minItems", "maxItems", "minProperties"),
    *(
        "maxProperties",
        "contentEncoding",
        "contentMediaType",
        "x-enum-varnames",
        "x-enum-descriptions",
    ),
)
TYPES = ("object", "array", "string", "number", "integer", "boolean", "null")


@dataclass(frozen=True, kw_only=True, slots=True)
class Simplifier:
    """What simplifying needs to know about the whole document."""

    recorder: Recorder
    old_spelling: bool
    """OpenAPI 3.0: `nullable`, boolean `exclusiveMinimum`, nothing beside `$ref`."""
    rewrite_reference: Callable[[str, str], str | None]
    """Reference and pointer of the schema → reference to a component, None where it leads nowhere."""

    def simplify(self, schema: Any, pointer: str) -> Schema:
        """Give the schema in the one spelling; what is no schema becomes one that takes any value."""
        if schema is True:
            return {}
        if not isinstance(schema, dict):
            return self._no_schema(schema, pointer)
        if isinstance(schema.get("$ref"), str):
            return self._reference(schema, pointer)
        kept = {key: schema[key] for key in KEPT if key in schema}
        kept = self._children(_without_wrong_types(kept), pointer)
        if "not" in schema:
            self.recorder.note(join(pointer, "not"), "not", "`not` has no Python type", "ignored")
        kept = _old_numbers(kept) if self.old_spelling else kept
        kept, enum_null = clean_enum(kept, pointer, self.recorder)
        kept, type_null = _split_types(kept)
        kept = _one_union(kept)
        takes_null = enum_null or type_null or schema.get("nullable") is True
        return nullable(kept) if takes_null and kept else kept

    def _no_schema(self, schema: Any, pointer: str) -> Schema:
        if schema is False:
            self.recorder.note(pointer, "false-schema", "no value fits `false`", "any value taken")
        else:
            self.recorder.repair(
                pointer, "not-a-schema", "a schema must be an object", "any value taken"
            )
        return {}

    def _reference(self, schema: Schema, pointer: str) -> Schema:
        target = self.rewrite_reference(schema["$ref"], pointer)
        if target is None:
            self.recorder.repair(
                pointer,
                "dangling-reference",
                f"{schema['$ref']} leads nowhere",
                "any value taken",
            )
            return annotations_of(schema)
        plain: Schema = {"$ref": target}
        siblings = {key: schema[key] for key in KEPT if key in schema}
        shaping = {key: value for key, value in siblings.items() if key not in ANNOTATIONS}
        if shaping and not self.old_spelling:
            beside = self.simplify({**shaping, **annotations_of(schema)}, pointer)
            return {**annotations_of(beside), "allOf": [plain, beside]}
        referring = {**plain, **annotations_of(schema)}
        return nullable(referring) if schema.get("nullable") is True else referring

    def _children(self, schema: Schema, pointer: str) -> Schema:
        changed = dict(schema)
        for key in ("properties", "patternProperties"):
            if key in schema:
                changed[key] = {
                    name: self.simplify(child, join(pointer, key, name))
                    for name, child in schema[key].items()
                }
        for key in ("items", "additionalProperties"):
            if key in schema and not isinstance(schema[key], bool):
                changed[key] = self.simplify(schema[key], join(pointer, key))
        for key in ("allOf", "anyOf", "oneOf", "prefixItems"):
            if key in schema:
                changed[key] = self._members(schema[key], key, pointer)
                if not changed[key]:
                    del changed[key]
        return changed

    def _members(self, members: list[Any], key: str, pointer: str) -> list[Schema]:
        if not members:
            self.recorder.repair(
                join(pointer, key), "empty-union", f"`{key}` has no member", "left out"
            )
        return [self.simplify(member, join(pointer, key, i)) for i, member in enumerate(members)]


def _without_wrong_types(schema: Schema) -> Schema:
    expected = {
        "properties": dict, "patternProperties": dict, "required": list, "enum": list,
        "allOf": list, "anyOf": list, "oneOf": list, "prefixItems": list, "discriminator": dict,
        "items": dict | bool, "additionalProperties": dict | bool, "description": str, "title": str,
        "type": str | list, "format": str,
    }  # fmt: skip
    return {
        key: value
        for key, value in schema.items()
        if key not in expected or isinstance(value, expected[key])
    }


def _old_numbers(schema: Schema) -> Schema:
    changed = dict(schema)
    for exclusive, plain in (("exclusiveMinimum", "minimum"), ("exclusiveMaximum", "maximum")):
        if isinstance(schema.get(exclusive), bool):
            flag = changed.pop(exclusive)
            if flag and plain in changed:
                changed[exclusive] = changed.pop(plain)
    return changed


def _split_types(schema: Schema) -> tuple[Schema, bool]:
    """Turn `type: [A, B, "null"]` into a union of A and B, and tell about null."""
    types = schema.get("type")
    if isinstance(types, str):
        return (schema if types in TYPES else _without(schema, "type")), False
    if not isinstance(types, list):
        return schema, False
    named = list(dict.fromkeys(name for name in types if name in TYPES and name != "null"))
    takes_null = "null" in types
    if not named:
        return (
            _without(schema, "type") | {"type": "null"} if takes_null else _without(schema, "type")
        ), False
    if len(named) == 1:
        return {**schema, "type": named[0]}, takes_null
    annotations = annotations_of(schema)
    shape = {key: value for key, value in schema.items() if key not in annotations}
    return {**annotations, "anyOf": [_only_for(name, shape) for name in named]}, takes_null


KEYWORDS_BY_TYPE = {
    "object": (
        "properties", "required", "additionalProperties", "patternProperties", "minProperties",
        "maxProperties", "allOf", "anyOf", "oneOf", "discriminator",
    ),
    "array": ("items", "prefixItems", "minItems", "maxItems", "uniqueItems"),
    "string": ("format", "enum", "const", "pattern", "minLength", "maxLength", "contentEncoding", "contentMediaType"),
    "number": ("format", "enum", "const", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"),
    "boolean": ("enum", "const"),
}  # fmt: skip
KEYWORDS_BY_TYPE["integer"] = KEYWORDS_BY_TYPE["number"]
PYTHON_TYPES: dict[str, tuple[type, ...]] = {
    "string": (str,), "integer": (int,), "number": (int, float), "boolean": (bool,),
}  # fmt: skip


def _only_for(name: str, shape: Schema) -> Schema:
    picked = {key: shape[key] for key in KEYWORDS_BY_TYPE[name] if key in shape}
    if "enum" in picked:
        picked["enum"] = [value for value in picked["enum"] if fits_type(value, name)]
        if not picked["enum"]:
            del picked["enum"]
    return {"type": name, **picked}


def fits_type(value: Any, name: str) -> bool:
    """Tell whether a JSON scalar is of a JSON Schema type."""
    if isinstance(value, bool):
        return name == "boolean"
    return isinstance(value, PYTHON_TYPES.get(name, ()))


def _one_union(schema: Schema) -> Schema:
    """Write `oneOf` as `anyOf`: Python has one kind of union."""
    if "oneOf" not in schema:
        return schema
    rest = _without(schema, "oneOf")
    if "anyOf" not in rest:
        return {**rest, "anyOf": schema["oneOf"]}
    both = [{"anyOf": schema["oneOf"]}, {"anyOf": rest.pop("anyOf")}]
    return {**rest, "allOf": [*rest.get("allOf", []), *both]}


def _without(schema: Schema, key: str) -> Schema:
    return {name: value for name, value in schema.items() if name != key}
