"""Gives every inline object, enum and union a component name of its own.

Parent and property make the name (`InsightRunFormatPlan` + `format`); a number is the last resort.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.names.identifiers import pascal_case, split_words
from generator.normalize.document import (
    ANNOTATIONS,
    Schema,
    annotations_of,
    is_null,
    nullable,
    reference_to,
    referenced_name,
    without_null,
)
from generator.pointers import join

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.names.lock import NameLock
    from generator.normalize.recorder import Recorder

MOST_TITLE_WORDS = 4


class Hoister:
    """Collects the components; the ones that the document declares come first and keep their names."""

    def __init__(
        self,
        lock: NameLock,
        component_names: Mapping[str, str],
        recorder: Recorder,
    ) -> None:
        self.components: dict[str, Schema] = {}
        self.sources: dict[str, str] = {}
        self._taken: dict[str, str] = {}
        self._placed: dict[str, Schema] = {}
        self._bodies: dict[str, Schema] = {}
        self._lock = lock
        self._component_names = component_names
        self._recorder = recorder

    def claim(self, name: str, pointer: str) -> None:
        """Reserve the name of a component that the document declares."""
        self._taken[name.casefold()] = name
        self.sources[name] = pointer
        self.components[name] = {}

    def fill(self, name: str, schema: Schema) -> None:
        """Give a claimed component its schema; what stands inline in it is hoisted."""
        self.components[name] = self._shape(schema, name, self.sources[name])

    def place(self, schema: Schema, name: str, pointer: str) -> Schema:
        """Give what stands inline at a place: a reference, a scalar, or an array or map of such.

        The same place gives the same answer, so that shared parameters make one component.
        """
        if pointer not in self._placed:
            self._placed[pointer] = self._place(schema, name, pointer)
        return self._placed[pointer]

    def named(self, schema: Schema, name: str, pointer: str) -> Schema:
        """Give a reference to a component for anything but a scalar: bodies have a name."""
        placed = self.place(schema, name, pointer)
        core, takes_null = without_null(placed)
        if core.get("type") not in ("array", "object") and "anyOf" not in core:
            return placed
        if pointer not in self._bodies:
            reference = self._add(self._lock.schema_name(pointer) or name, core, pointer)
            self._bodies[pointer] = nullable(reference) if takes_null else reference
        return self._bodies[pointer]

    def _place(self, schema: Schema, name: str, pointer: str) -> Schema:
        core, takes_null = without_null(schema)
        outside = annotations_of(core)
        placed = self._place_core(core, name, pointer)
        both = {**placed, **outside}
        return nullable(both) if takes_null else both

    def _place_core(self, schema: Schema, name: str, pointer: str) -> Schema:
        key = referenced_name(schema)
        if key is not None:
            return reference_to(self._component_names[key])
        if _is_class(schema) or _is_enum(schema) or _is_named_union(schema):
            return self._hoist(schema, name, pointer)
        return self._shape(schema, name, pointer)

    def _hoist(self, schema: Schema, name: str, pointer: str) -> Schema:
        chosen = self._lock.schema_name(pointer) or name
        return self._add(chosen, self._shape(schema, chosen, pointer), pointer)

    def _add(self, name: str, schema: Schema, pointer: str) -> Schema:
        for number, candidate in enumerate(self._candidates(name, schema)):
            taken = self._taken.get(candidate.casefold())
            if taken is None:
                if number > 1:
                    self._recorder.note(
                        pointer, "numbered-name", f"{name} is taken twice", f"called {candidate}"
                    )
                self.claim(candidate, pointer)
                self.components[candidate] = schema
                return reference_to(candidate)
            if _shape_only(self.components[taken]) == _shape_only(schema):
                return reference_to(taken)
        raise AssertionError  # the candidates do not end

    def _candidates(self, name: str, schema: Schema) -> Iterator[str]:
        yield name
        yield name + _kind(schema)
        number = 2
        while True:
            yield f"{name}{_kind(schema)}{number}"
            number += 1

    def _shape(self, schema: Schema, name: str, pointer: str) -> Schema:
        """Give a schema with all its children placed."""
        if _is_class(schema):
            return self._object(schema, name, pointer)
        match _type(schema):
            case "object":
                return self._map(schema, name, pointer)
            case "array":
                return self._array(schema, name, pointer)
            case "union":
                return self._union(schema, name, pointer)
            case _:
                return schema

    def _object(self, schema: Schema, name: str, pointer: str) -> Schema:
        properties = {
            key: self.place(child, name + pascal_case(key), join(pointer, "properties", key))
            for key, child in schema["properties"].items()
        }
        required = [key for key in dict.fromkeys(schema.get("required", [])) if key in properties]
        return {
            **annotations_of(schema),
            "type": "object",
            "properties": properties,
            **({"required": required} if required else {}),
        }

    def _map(self, schema: Schema, name: str, pointer: str) -> Schema:
        values = schema.get("additionalProperties", {})
        patterns = list(schema.get("patternProperties", {}).values())
        if not isinstance(values, dict) or not values:
            values = patterns[0] if len(patterns) == 1 else {}
        placed = self.place(values, name + "Value", join(pointer, "additionalProperties"))
        return {**annotations_of(schema), "type": "object", "additionalProperties": placed}

    def _array(self, schema: Schema, name: str, pointer: str) -> Schema:
        items = schema.get("items", {})
        prefix = schema.get("prefixItems", [])
        if prefix:
            first = prefix[0]
            items = first if all(item == first for item in prefix) else {}
        items = items if isinstance(items, dict) else {}
        placed = self.place(items, name + "Item", join(pointer, "items"))
        return {**annotations_of(schema), "type": "array", "items": placed, **_array_limits(schema)}

    def _union(self, schema: Schema, name: str, pointer: str) -> Schema:
        members = schema["anyOf"]
        placed = [
            self.place(member, name + suffix, join(pointer, "anyOf", index))
            for index, (member, suffix) in enumerate(zip(members, _suffixes(members), strict=True))
        ]
        outside = {key: value for key, value in schema.items() if key != "anyOf"}
        return {**outside, "anyOf": placed}


def _array_limits(schema: Schema) -> Schema:
    return {key: schema[key] for key in ("minItems", "maxItems", "uniqueItems") if key in schema}


def _is_class(schema: Schema) -> bool:
    return bool(schema.get("properties")) and _type(schema) == "object"


def _is_enum(schema: Schema) -> bool:
    return len(schema.get("enum", [])) > 1


def _is_named_union(schema: Schema) -> bool:
    """Tell whether a union needs a name; one of plain scalars reads better where it stands."""
    return any(
        "$ref" in member or member.get("enum") or _type(member) in ("object", "array", "union")
        for member in schema.get("anyOf", [])
    )


def _type(schema: Schema) -> str | None:
    if "anyOf" in schema:
        return "union"
    if "type" in schema:
        return str(schema["type"])
    if any(key in schema for key in ("properties", "additionalProperties", "patternProperties")):
        return "object"
    return "array" if "items" in schema or "prefixItems" in schema else None


def _kind(schema: Schema) -> str:
    if "enum" in schema:
        return "Choice"
    return {"object": "Object", "array": "List", "union": "Union"}.get(_type(schema) or "", "Value")


def _shape_only(schema: Any) -> Any:
    match schema:
        case dict():
            return {
                key: _shape_only(value) for key, value in schema.items() if key not in ANNOTATIONS
            }
        case list():
            return [_shape_only(item) for item in schema]
        case _:
            return schema


def _suffixes(members: list[Schema]) -> list[str]:
    """Name the members of a union apart: by title, by the constant that tells them apart, by type."""
    found: list[str] = []
    for member in members:
        suffix = _suffix(member)
        found.append(suffix if suffix not in found else suffix + str(found.count(suffix) + 1))
    return found


def _suffix(member: Schema) -> str:
    if is_null(member) or "$ref" in member:
        return ""
    constants = [
        values[0]
        for child in member.get("properties", {}).values()
        if isinstance(child, dict)
        for values in [child.get("enum", [])]
        if len(values) == 1 and isinstance(values[0], str)
    ]
    title = member.get("title", "")
    if constants:
        return pascal_case(constants[0])
    if title and len(split_words(title)) <= MOST_TITLE_WORDS:
        return pascal_case(title)
    return _kind(member)
