"""One schema in the 3.1 spelling, null and unions written one way; references stay.

Section "Schema Object" of OpenAPI 3.0.4 and 3.1.1, JSON Schema 2020-12.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from generator.edits import Drop, Put
from generator.normalize.document import ANNOTATIONS, Schema, annotations_of, nullable
from generator.normalize.enums import clean_enum, is_any_boolean
from generator.normalize.kinds import SCHEMA, repair_discriminator, well_formed
from generator.normalize.mappings import repair_mapping
from generator.normalize.patterns import repair_pattern
from generator.normalize.required import repair_required
from generator.normalize.titled_values import joined_values
from generator.normalize.types import TYPES, fits_type, meaning_of, repair_types, report_nullable
from generator.normalize.values import report_examples, without_unfit_default
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
_ENCODINGS = {"base64": "byte", "base64url": "byte", "binary": "binary"}


@dataclass(frozen=True, kw_only=True, slots=True)
class Simplifier:
    """What simplifying needs to know about the whole document."""

    recorder: Recorder
    old_spelling: bool
    """OpenAPI 3.0: `nullable`, boolean `exclusiveMinimum`, nothing beside `$ref`."""
    rewrite_reference: Callable[[str, str], str | None]
    """Reference and pointer of the schema → reference to a component, None where it leads nowhere."""
    look_up: Callable[[str], Any]
    """Reference → what stands there in the source, None where it leads nowhere."""

    def simplify(self, schema: Any, pointer: str) -> Schema:
        """Give the schema in the one spelling; what is no schema becomes one that takes any value."""
        if schema is True:
            return {}
        if not isinstance(schema, dict):
            return self._no_schema(schema, pointer)
        if isinstance(schema.get("$ref"), str):
            return self._reference(schema, pointer)
        kept = self._children(self._repaired(schema, pointer), pointer)
        if "not" in schema:
            self.recorder.note(join(pointer, "not"), "not", "`not` has no Python type", "ignored")
        kept = _one_spelling_of_bytes(_old_numbers(kept))
        kept, enum_null = clean_enum(kept, pointer, self.recorder)
        kept, type_null = _split_types(kept)
        kept, value_null = joined_values(_one_union(kept))
        takes_null = enum_null or type_null or value_null or schema.get("nullable") is True
        return nullable(kept) if takes_null and kept else kept

    def _repaired(self, schema: Schema, pointer: str) -> Schema:
        """Give what matters of a schema, each keyword such as OpenAPI wants it."""
        kept = {key: schema[key] for key in KEPT if key in schema}
        kept = well_formed(kept, SCHEMA, pointer, self.recorder)
        kept = repair_discriminator(kept, pointer, self.recorder)
        kept = repair_mapping(kept, pointer, self.recorder, self.look_up)
        kept = repair_required(kept, pointer, self.recorder)
        if schema.get("nullable") is True and not self.old_spelling:
            report_nullable(schema, pointer, self.recorder)
        report_examples(schema, schema, pointer, self.recorder, self.look_up)
        kept = without_unfit_default(kept, schema, pointer, self.recorder, self.look_up)
        kept = repair_types(kept, pointer, self.recorder, old=self.old_spelling)
        return repair_pattern(kept, pointer, self.recorder)

    def _no_schema(self, schema: Any, pointer: str) -> Schema:
        if schema is False:
            self.recorder.note(pointer, "false-schema", "no value fits `false`", "any value taken")
            return {}
        meaning = meaning_of(schema) if isinstance(schema, str) else {}
        self.recorder.repair(
            pointer,
            "not-a-schema",
            "a schema must be an object",
            f"taken as type {meaning['type']}" if meaning else "any value taken",
            Put(pointer=pointer, value=meaning),
        )
        return meaning

    def _reference(self, schema: Schema, pointer: str) -> Schema:
        target = self.rewrite_reference(schema["$ref"], pointer)
        if target is None:
            self.recorder.repair(
                pointer,
                "dangling-reference",
                f"{schema['$ref']} leads nowhere",
                "any value taken",
                Put(pointer=pointer, value=annotations_of(schema)),
            )
            return annotations_of(schema)
        plain: Schema = {"$ref": target}
        said = self._annotations(schema, pointer)
        siblings = {key: schema[key] for key in KEPT if key in schema}
        shaping = {key: value for key, value in siblings.items() if key not in ANNOTATIONS}
        if shaping and not self.old_spelling:
            beside = self.simplify({**shaping, **said}, pointer)
            referring = {**annotations_of(beside), "allOf": [plain, beside]}
        else:
            self._report_siblings(pointer, shaping)
            referring = {**plain, **said}
        if schema.get("nullable") is not True:
            return referring
        self._report_nullable(schema, pointer)
        return nullable(referring)

    def _annotations(self, schema: Schema, pointer: str) -> Schema:
        said = well_formed(annotations_of(schema), SCHEMA, pointer, self.recorder)
        return without_unfit_default(said, schema, pointer, self.recorder, self.look_up)

    def _report_siblings(self, pointer: str, shaping: Schema) -> None:
        if shaping:
            self.recorder.repair(
                pointer,
                "reference-siblings",
                f"`{'`, `'.join(shaping)}` beside `$ref`, where OpenAPI 3.0 has nothing else",
                "ignored",
                *(Drop(pointer=join(pointer, key)) for key in shaping),
            )

    def _report_nullable(self, schema: Schema, pointer: str) -> None:
        if not self.old_spelling:
            report_nullable(schema, pointer, self.recorder)
            return
        rest = {key: value for key, value in schema.items() if key in (*ANNOTATIONS, "nullable")}
        self.recorder.repair(
            pointer,
            "reference-siblings",
            "`nullable` beside `$ref`, where OpenAPI 3.0 has nothing else",
            "null is taken",
            Put(pointer=pointer, value={"allOf": [{"$ref": schema["$ref"]}], **rest}),
        )

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
            where = join(pointer, key)
            self.recorder.repair(
                where, "empty-union", f"`{key}` has no member", "left out", Drop(pointer=where)
            )
        return [self.simplify(member, join(pointer, key, i)) for i, member in enumerate(members)]


def _old_numbers(schema: Schema) -> Schema:
    changed = dict(schema)
    for exclusive, plain in (("exclusiveMinimum", "minimum"), ("exclusiveMaximum", "maximum")):
        if isinstance(schema.get(exclusive), bool):
            flag = changed.pop(exclusive)
            if flag and plain in changed:
                changed[exclusive] = changed.pop(plain)
    return changed


def _one_spelling_of_bytes(schema: Schema) -> Schema:
    """Write encoded and raw bytes by `format`, as OpenAPI 3.0 does, where 3.1 has other keywords."""
    is_text = "contentMediaType" in schema if "type" not in schema else schema["type"] == "string"
    if not is_text or "format" in schema:
        return schema
    encoded = _ENCODINGS.get(str(schema.get("contentEncoding")).lower())
    if encoded is not None:
        return {**_without(schema, "contentEncoding"), "type": "string", "format": encoded}
    media_type = str(schema.get("contentMediaType", "application/json")).lower()
    if media_type.startswith("text/") or any(word in media_type for word in TEXTS):
        return schema
    return {**schema, "type": "string", "format": "binary"}


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


TEXTS = ("json", "xml", "yaml", "csv", "javascript", "x-www-form-urlencoded")
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


def _only_for(name: str, shape: Schema) -> Schema:
    picked = {key: shape[key] for key in KEYWORDS_BY_TYPE[name] if key in shape}
    if "enum" in picked:
        picked["enum"] = [value for value in picked["enum"] if fits_type(value, name)]
        if not picked["enum"] or is_any_boolean(picked["enum"]):
            del picked["enum"]
    return {"type": name, **picked}


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
